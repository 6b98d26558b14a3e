import { createHash } from 'node:crypto';

/** A number of [0, 1) that belongs to these words: the same in every run. */
export function chance(...of: readonly (string | number)[]): number {
  return createHash('sha256').update(of.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}

/** One of these, by chance. */
export function pick<One>(from: readonly One[], ...of: readonly (string | number)[]): One {
  return from[Math.floor(chance(...of) * from.length)]!;
}
