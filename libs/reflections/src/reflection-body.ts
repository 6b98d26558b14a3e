import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import type { Answer } from './answer.types.js';

/** The one document a reflection is sealed as. */
export interface ReflectionBody extends Answer {
  /** Copied: a later edit of the template must not rewrite what was asked. */
  question: AskedQuestion;
  /** "Nothing came up" was chosen: a full answer. */
  nothing: boolean;
  /**
   * Hash of the browser it was sent from, base64: who may see and change it on the reply page. Sealed with the
   * rest, so that not even the fact "same phone as last time" stands in the open.
   */
  browser: string;
}

interface Owner {
  clinicId: string;
  /** Reflection id, or prompt id for a draft. */
  rowId: string;
}

/** Seals a reflection with the client's key. */
export function sealReflection(key: Key, { clinicId, rowId }: Owner, body: ReflectionBody): Buffer {
  return seal(key, { clinicId, label: 'reflection.body', rowId }, JSON.stringify(body));
}

/** Opens a reflection. Throws when the key or the row differs. */
export function openReflection(key: Key, { clinicId, rowId }: Owner, sealed: Buffer): ReflectionBody {
  return JSON.parse(unseal(key, { clinicId, label: 'reflection.body', rowId }, sealed)) as ReflectionBody;
}

/** Seals a draft with the client's key. */
export function sealDraft(key: Key, { clinicId, rowId }: Owner, answer: Answer): Buffer {
  const { words, checkIns, chips, choices, ratings, measure, feelsSafe, safetySigns, thread } = answer;
  const body = JSON.stringify({
    ...{ words, checkIns, chips, choices, ratings },
    ...{ measure, feelsSafe, safetySigns, thread },
  });
  return seal(key, { clinicId, label: 'draft.body', rowId }, body);
}

/** Opens a draft. Throws when the key or the row differs. */
export function openDraft(key: Key, { clinicId, rowId }: Owner, sealed: Buffer): Answer {
  return JSON.parse(unseal(key, { clinicId, label: 'draft.body', rowId }, sealed)) as Answer;
}

/** Nothing was written, tapped or chosen. "None of these" is an answer. */
export function isEmpty(answer: Answer): boolean {
  const { words, checkIns, chips, choices = {}, ratings = {}, measure = {} } = answer;
  const isUntouched = [checkIns, choices, ratings, measure].every((taps) => Object.keys(taps).length === 0);
  const isPlain = !answer.safetySigns && !answer.thread && !answer.shift;
  return words.trim() === '' && isUntouched && chips.length === 0 && isPlain;
}
