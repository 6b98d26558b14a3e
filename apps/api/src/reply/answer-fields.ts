import { checkInKinds } from '@app/design/check-ins.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import { offeredAnswers } from '@app/measures/measure-result.rules.js';
import type { AnswerPart } from '@app/plans/pages.rules.js';
import type { AskedQuestion, CheckInName } from '@app/plans/prompt-template.types.js';
import { SAFETY_SIGNS, type SafetySign } from '@app/plans/safety-signs.js';
import type { Wait } from '@app/reflections/reading-contract.rules.js';
import type { Answer, CheckInStep, FeelsSafe } from '@app/reflections/answer.types.js';
import { isStorable } from '../http/input-text.rules.js';
import {
  CHOICE_FIELD,
  FEELS_SAFE_FIELD,
  ITEM_FIELD,
  NO_SIGN,
  RATING_FIELD,
  SIGNS_FIELD,
  THREAD_FIELD,
  THREAD_NAME_FIELD,
} from './views/field-names.js';
import type { AnswerProblem, WaitChoice } from './views/props.js';

/** Longest answer, in characters (code points). */
export const MOST_CHARACTERS = 10_000;
/** Longest name of a thread, in characters. */
export const MOST_OF_A_NAME = 80;

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
  /** By the id of the item. */
  items: Readonly<Record<string, string>>;
  feelsSafe: string;
  signs: readonly string[];
  /** Null: not to be kept as a thread; else its name, empty for none. */
  thread: string | null;
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
    ratings: singly(fields, RATING_FIELD),
    items: singly(fields, ITEM_FIELD),
    feelsSafe: textOf(fields[FEELS_SAFE_FIELD]),
    signs: textsOf(fields[SIGNS_FIELD]),
    thread: threadOf(fields),
  };
}

/** The same without what a page of a questionnaire asks: its question is left out. */
export function leftOut(posted: PostedFields, part: AnswerPart): PostedFields {
  if (part.kind === 'safety-check') return { ...posted, signs: [] };
  if (part.kind !== 'measure-item') return posted;
  const items = Object.fromEntries(Object.entries(posted.items).filter(([id]) => id !== part.item.id));
  return { ...posted, items, ...(part.safety && { feelsSafe: '' }) };
}

/** Reads the answer to a question. Words are kept as typed; only what was offered can be tapped or chosen. */
export function readAnswer(
  posted: PostedFields,
  asked: AskedQuestion,
  measure: MeasureDefinition | null = null,
): ReadAnswer {
  const checkIns: Answer['checkIns'] = {};
  for (const [kind, value] of Object.entries(posted.checkIns) as [CheckInName, string][]) {
    if (asked.checkIns.includes(kind) && /^[1-5]$/.test(value)) checkIns[kind] = Number(value) as CheckInStep;
  }
  const chips = asked.chips.filter((chip) => posted.chips.includes(chip));
  const choices = choicesOf(posted, asked);
  const ratings = ratingsOf(posted, asked);
  const safety = safetyOf(posted, asked, measure);
  const answer: Answer = {
    words: posted.words,
    checkIns,
    chips,
    ...(asked.choices && { choices }),
    ...(asked.ratings && { ratings }),
    ...safety,
    ...(asked.namesThread && posted.thread !== null && { thread: { name: posted.thread || null } }),
  };
  // A decoder puts U+FFFD where bytes were no text: keeping it would lose what the person typed there.
  if (!isReadable(posted.words) || !isReadable(posted.thread ?? '')) {
    return { answer, problem: { code: 'unreadable' }, status: 400 };
  }
  const isOffered =
    sizeOf(checkIns) === sizeOf(posted.checkIns) && chips.length === new Set(posted.chips).size;
  if (!isOffered) return { answer, problem: { code: 'notSent' }, status: 400 };
  const isAsked =
    sizeOf(ratings) === sizeOf(posted.ratings) &&
    countOf(choices) === countOf(posted.choices) &&
    sizeOf(choices) === sizeOf(posted.choices) &&
    sizeOf(safety.measure ?? {}) === sizeOf(posted.items) &&
    (safety.safetySigns?.length ?? 0) ===
      new Set(posted.signs).size - (posted.signs.includes(NO_SIGN) ? 1 : 0);
  if (!isAsked) return { answer, problem: { code: 'notOffered' }, status: 400 };
  if ([...posted.words].length > MOST_CHARACTERS) {
    return { answer, problem: { code: 'tooLong', max: MOST_CHARACTERS }, status: 422 };
  }
  if ([...(posted.thread ?? '')].length > MOST_OF_A_NAME) {
    return { answer, problem: { code: 'nameTooLong', max: MOST_OF_A_NAME }, status: 422 };
  }
  return { answer, problem: null };
}

/** What is asked about safety, and of the measure. A sign beside "none of these" counts. */
function safetyOf(
  posted: PostedFields,
  asked: AskedQuestion,
  measure: MeasureDefinition | null,
): Pick<Answer, 'measure' | 'feelsSafe' | 'safetySigns'> {
  const given = Object.entries(posted.items).filter(([, value]) => /^(0|[1-9]\d?)$/.test(value));
  const items =
    measure && offeredAnswers(measure, Object.fromEntries(given.map(([id, value]) => [id, Number(value)])));
  const signs = (Object.keys(SAFETY_SIGNS) as SafetySign[]).filter((sign) => posted.signs.includes(sign));
  const isAnswered = signs.length > 0 || posted.signs.includes(NO_SIGN);
  const feelsSafe = FEELINGS.find((each) => each === posted.feelsSafe);
  return {
    ...(items && Object.keys(items).length > 0 && { measure: items }),
    ...(measure?.safetyItem && feelsSafe && { feelsSafe }),
    ...(asked.safetyCheck && isAnswered && { safetySigns: signs }),
  };
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

const FEELINGS: readonly FeelsSafe[] = ['yes', 'no', 'not-sure'];

function isReadable(text: string): boolean {
  return isStorable(text) && !text.includes('\uFFFD');
}

/** Whoever gives it a name wants it kept. */
function threadOf(fields: Record<string, unknown>): string | null {
  const name = textOf(fields[THREAD_NAME_FIELD]).trim();
  return textOf(fields[THREAD_FIELD]) === '' && name === '' ? null : name;
}

/** Fields of a family with one value each. */
function singly(fields: Record<string, unknown>, family: string): Record<string, string> {
  const all = under(fields, family);
  return Object.fromEntries(all.map(([id, value]) => [id, typeof value === 'string' ? value : 'several']));
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
