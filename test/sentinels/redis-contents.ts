import type { Redis } from 'ioredis';

/** Everything in a Redis, whatever its kind. */
export async function contentsOf(redis: Redis): Promise<string> {
  const parts: string[] = [];
  for (const key of await redis.keys('*')) {
    const kind = await redis.type(key);
    const read: Record<string, () => Promise<unknown>> = {
      string: () => redis.get(key),
      hash: () => redis.hgetall(key),
      list: () => redis.lrange(key, 0, -1),
      set: () => redis.smembers(key),
      zset: () => redis.zrange(key, '0', '-1'),
      stream: () => redis.xrange(key, '-', '+'),
    };
    // Some run out between the two questions: they are kept no more.
    if (kind !== 'none') parts.push(key, JSON.stringify(await read[kind]!()));
  }
  return parts.join('\n');
}
