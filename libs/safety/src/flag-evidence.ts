import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import type { SafetySign } from '@app/plans/safety-signs.js';
import type { FeelsSafe } from '@app/reflections/answer.types.js';

/** What a flag rests on, as it is kept: codes and figures, and the client's sentence for a phrase. */
export type Evidence = { at: string; promptId: string | null } & (
  | { kind: 'item'; value: number; previousValue: number | null }
  | { kind: 'feels-safe'; answer: FeelsSafe }
  | { kind: 'signs'; signs: readonly SafetySign[] }
  | { kind: 'phrase'; phrase: string; listVersion: number; sentence: string }
  | { kind: 'call' }
);

interface Owner {
  clinicId: string;
  flagId: string;
}

/** So many pieces are kept of one flag: the first one, and the newest. */
const MOST = 60;

export function sealEvidence(key: Key, owner: Owner, evidence: readonly Evidence[]): Buffer {
  return seal(key, bindingOf(owner), JSON.stringify(evidence));
}

/** Throws when the key or the flag differs. */
export function openEvidence(key: Key, owner: Owner, sealed: Buffer): Evidence[] {
  return JSON.parse(unseal(key, bindingOf(owner), sealed)) as Evidence[];
}

/** What was known and what is new; what is said twice is kept once. */
export function joinedEvidence(known: readonly Evidence[], added: readonly Evidence[]): Evidence[] {
  const told = new Set<string>();
  const all = [...known, ...added].filter((one) => !told.has(said(one)) && told.add(said(one)));
  return all.length <= MOST ? all : [all[0]!, ...all.slice(1 - MOST)];
}

/** Whether there is anything in it that was not known. */
export function tellsMore(known: readonly Evidence[], added: readonly Evidence[]): boolean {
  const told = new Set(known.map(said));
  return added.some((one) => !told.has(said(one)));
}

function said({ at: _, ...what }: Evidence): string {
  return JSON.stringify(what, Object.keys(what).sort());
}

function bindingOf({ clinicId, flagId }: Owner) {
  return { clinicId, label: 'flag.evidence', rowId: flagId };
}
