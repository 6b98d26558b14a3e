import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again and again until the answer is truthy, and gives that answer back.
 * @param what completes the sentence of the failure, "waited 5000 ms for …"
 * @param limitMs how long to go on asking
 */
export async function waitFor<T>(
  what: string,
  ask: () => T | Promise<T>,
  { limitMs = 5_000, everyMs = 20 }: { limitMs?: number; everyMs?: number } = {},
): Promise<NonNullable<T>> {
  const endsAt = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > endsAt) throw new Error(`waited ${limitMs} ms for ${what}`);
    await pause(everyMs);
  }
}
