import type { NotedSeal } from '@app/audit/audit-verification.types.js';

/** Seals noted earlier, by clinic id. */
export type ExpectedSeals = ReadonlyMap<string, NotedSeal>;

const NOTED = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})=(\d{1,15}):([0-9a-f]{64})$/;

/** Reads `--expect <clinic id>=<seq>:<hash>`, any number of times. @throws Error for anything else */
export function expectedSeals(args: readonly string[]): ExpectedSeals {
  const expected = new Map<string, NotedSeal>();
  for (let at = 0; at < args.length; at += 2) {
    const [, clinicId, seq, hash] = NOTED.exec(args[at + 1] ?? '') ?? [];
    if (args[at] !== '--expect' || !clinicId || !hash) {
      throw new Error('Usage: npm run audit:verify [-- --expect <clinic id>=<seq>:<hash> …]');
    }
    expected.set(clinicId, { seq: Number(seq), hash });
  }
  return expected;
}
