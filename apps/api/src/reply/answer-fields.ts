import { checkInKinds } from '@app/design/check-ins.js';
import type { AskedQuestion, CheckInName } from '@app/plans/prompt-template.types.js';
import type { Answer, CheckInStep } from '@app/reflections/reflection-body.js';
import { isStorable } from '../http/input-text.rules.js';
import type { AnswerProblem } from './views/props.js';

/** Longest answer, in characters (code points). */
export const MOST_CHARACTERS = 10_000;

/** What a form posted, before it is believed. */
export interface PostedFields {
  act: string;
  nonce: string;
  words: string;
  checkIns: Partial<Record<CheckInName, string>>;
  chips: readonly string[];
}

export type ReadAnswer =
  { answer: Answer; problem: null } | { answer: Answer; problem: AnswerProblem; status: 400 | 422 };

/** The fields of a form, whatever the body is. */
export function postedFields(body: unknown): PostedFields {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const checkIns: PostedFields['checkIns'] = {};
  for (const kind of checkInKinds) {
    const value = textOf(fields[kind]);
    if (value !== '') checkIns[kind] = value;
  }
  return {
    act: textOf(fields.act),
    nonce: textOf(fields.nonce),
    // A form turns every line end into CR LF; a person typed one line end.
    words: textOf(fields.words).replaceAll('\r\n', '\n'),
    checkIns,
    chips: [fields.chips].flat().filter((chip) => typeof chip === 'string'),
  };
}

/** Reads the answer to a question. Words are kept as typed; only what was offered can be tapped or chosen. */
export function readAnswer(posted: PostedFields, asked: AskedQuestion): ReadAnswer {
  const checkIns: Answer['checkIns'] = {};
  for (const [kind, value] of Object.entries(posted.checkIns) as [CheckInName, string][]) {
    if (asked.checkIns.includes(kind) && /^[1-5]$/.test(value)) checkIns[kind] = Number(value) as CheckInStep;
  }
  const chips = asked.chips.filter((chip) => posted.chips.includes(chip));
  const answer = { words: posted.words, checkIns, chips };
  // A decoder puts U+FFFD where bytes were no text: keeping it would lose what the person typed there.
  if (!isStorable(posted.words) || posted.words.includes('\uFFFD')) {
    return { answer, problem: { code: 'unreadable' }, status: 400 };
  }
  const isOffered =
    Object.keys(checkIns).length === Object.keys(posted.checkIns).length &&
    chips.length === new Set(posted.chips).size;
  if (!isOffered) return { answer, problem: { code: 'notSent' }, status: 400 };
  if ([...posted.words].length > MOST_CHARACTERS) {
    return { answer, problem: { code: 'tooLong', max: MOST_CHARACTERS }, status: 422 };
  }
  return { answer, problem: null };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
