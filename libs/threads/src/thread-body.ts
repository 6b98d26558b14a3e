import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import type { Evidence, ThreadBody, ThreadCheckBody } from './thread.types.js';

interface Owner {
  clinicId: string;
  rowId: string;
}

/** Seals a thread with the client's key; `rowId` is the thread's. */
export function sealThread(key: Key, owner: Owner, body: ThreadBody): Buffer {
  return seal(key, { ...owner, label: 'thread.body' }, JSON.stringify(body));
}

/** Opens a thread. Throws when the key or the row differs, as all of these do. */
export function openThread(key: Key, owner: Owner, sealed: Buffer): ThreadBody {
  return JSON.parse(unseal(key, { ...owner, label: 'thread.body' }, sealed)) as ThreadBody;
}

/** Seals what a stage rests on; `rowId` is the stage's. */
export function sealEvidence(key: Key, owner: Owner, evidence: readonly Evidence[]): Buffer {
  return seal(key, { ...owner, label: 'thread.evidence' }, JSON.stringify(evidence));
}

export function openEvidence(key: Key, owner: Owner, sealed: Buffer): Evidence[] {
  return JSON.parse(unseal(key, { ...owner, label: 'thread.evidence' }, sealed)) as Evidence[];
}

/** Seals what the client said of a thread; `rowId` is the check's. */
export function sealThreadCheck(key: Key, owner: Owner, body: ThreadCheckBody): Buffer {
  return seal(key, { ...owner, label: 'thread-check.body' }, JSON.stringify(body));
}

export function openThreadCheck(key: Key, owner: Owner, sealed: Buffer): ThreadCheckBody {
  return JSON.parse(unseal(key, { ...owner, label: 'thread-check.body' }, sealed)) as ThreadCheckBody;
}

/** Seals the words of an early sign; `rowId` is the sign's. */
export function sealEarlySign(key: Key, owner: Owner, words: string): Buffer {
  return seal(key, { ...owner, label: 'early-sign.words' }, words);
}

export function openEarlySign(key: Key, owner: Owner, sealed: Buffer): string {
  return unseal(key, { ...owner, label: 'early-sign.words' }, sealed);
}
