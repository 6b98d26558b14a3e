import { checkInKinds } from '@app/design/check-ins.js';
import type { AskedQuestion, CheckInName } from '@app/plans/prompt-template.types.js';
import type { Wait } from '@app/reflections/reading-contract.rules.js';
import type { Answer, CheckInStep } from '@app/reflections/answer.types.js';
import { isStorable } from '../http/input-text.rules.js';
import { CHOICE_FIELD, RATING_FIELD } from './views/field-names.js';
import type { AnswerProblem, WaitChoice } from './views/props.js';

/** Longest answer, in characters (code points). */
export const MOST_CHARACTERS = 10_000;

/** What a form posted, before it is believed. */
export interface PostedFields {
  act: string;
  nonce: string;
  /** Number of the page it came from; empty where there is only one. */
  page: string;
  /** "Can this wait?" */
  wait: string;
  words: string;
  checkIns: Partial<Record<CheckInName, string>>;
  chips: readonly string[];
  /** By the id of the question. */
  choices: Readonly<Record<string, readonly string[]>>;
  ratings: Readonly<Record<string, string>>;
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
    page: textOf(fields.page),
    wait: textOf(fields.wait),
    // A form turns every line end into CR LF; a person typed one line end.
    words: textOf(fields.words).replaceAll('\r\n', '\n'),
    checkIns,
    chips: textsOf(fields.chips),
    choices: Object.fromEntries(under(fields, CHOICE_FIELD).map(([id, value]) => [id, textsOf(value)])),
    ratings: Object.fromEntries(
      under(fields, RATING_FIELD).map(([id, value]) => [id, typeof value === 'string' ? value : 'several']),
    ),
  };
}

/** Reads the answer to a question. Words are kept as typed; only what was offered can be tapped or chosen. */
export function readAnswer(posted: PostedFields, asked: AskedQuestion): ReadAnswer {
  const checkIns: Answer['checkIns'] = {};
  for (const [kind, value] of Object.entries(posted.checkIns) as [CheckInName, string][]) {
    if (asked.checkIns.includes(kind) && /^[1-5]$/.test(value)) checkIns[kind] = Number(value) as CheckInStep;
  }
  const chips = asked.chips.filter((chip) => posted.chips.includes(chip));
  const choices = choicesOf(posted, asked);
  const ratings = ratingsOf(posted, asked);
  const answer: Answer = {
    words: posted.words,
    checkIns,
    chips,
    ...(asked.choices && { choices }),
    ...(asked.ratings && { ratings }),
  };
  // A decoder puts U+FFFD where bytes were no text: keeping it would lose what the person typed there.
  if (!isStorable(posted.words) || posted.words.includes('\uFFFD')) {
    return { answer, problem: { code: 'unreadable' }, status: 400 };
  }
  const isOffered =
    sizeOf(checkIns) === sizeOf(posted.checkIns) && chips.length === new Set(posted.chips).size;
  if (!isOffered) return { answer, problem: { code: 'notSent' }, status: 400 };
  const isAsked =
    sizeOf(ratings) === sizeOf(posted.ratings) &&
    countOf(choices) === countOf(posted.choices) &&
    sizeOf(choices) === sizeOf(posted.choices);
  if (!isAsked) return { answer, problem: { code: 'notOffered' }, status: 400 };
  if ([...posted.words].length > MOST_CHARACTERS) {
    return { answer, problem: { code: 'tooLong', max: MOST_CHARACTERS }, status: 422 };
  }
  return { answer, problem: null };
}

/** How soon it is wished to be read; who wants a call does not want to wait either. */
export function waitOf({ wait }: Pick<PostedFields, 'wait'>): Wait {
  return waitChoice(wait) === 'can-wait' ? 'can-wait' : 'next-working-day';
}

/** What was chosen at "Can this wait?". Anything else than the other two is the calm answer. */
export function waitChoice(wait: string): WaitChoice {
  return wait === 'next-working-day' || wait === 'call-me' ? wait : 'can-wait';
}

function choicesOf(posted: PostedFields, asked: AskedQuestion): Record<string, readonly string[]> {
  const chosen = (asked.choices ?? []).map(({ id, options, many }): [string, string[]] => {
    const ids = options.map((option) => option.id).filter((option) => posted.choices[id]?.includes(option));
    return [id, many ? ids : ids.slice(0, 1)];
  });
  return Object.fromEntries(chosen.filter(([, ids]) => ids.length > 0));
}

function ratingsOf(posted: PostedFields, asked: AskedQuestion): Record<string, number> {
  const given = (asked.ratings ?? []).map(({ id }): [string, string] => [id, posted.ratings[id] ?? '']);
  return Object.fromEntries(
    given.filter(([, value]) => /^(\d|10)$/.test(value)).map(([id, value]) => [id, Number(value)]),
  );
}

/** Fields of a family, by the rest of their name; without those that are empty. */
function under(fields: Record<string, unknown>, family: string): [string, unknown][] {
  return Object.entries(fields)
    .filter(([name, value]) => name.startsWith(family) && value !== '')
    .map(([name, value]) => [name.slice(family.length), value]);
}

function countOf(lists: Readonly<Record<string, readonly string[]>>): number {
  return Object.values(lists).reduce((sum, list) => sum + new Set(list).size, 0);
}

function sizeOf(given: object): number {
  return Object.keys(given).length;
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((text) => typeof text === 'string');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
