import type { AnswerPart } from '@app/plans/pages.rules.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { printable } from './printable.js';
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

/** One field of a form. */
export type Field = readonly [name: string, value: string];

/** An answer as fields of a form; what a browser would post of all pages at once. */
export function fieldsOf(answer: Answer): Field[] {
  const { words, checkIns, chips, choices = {}, ratings = {}, measure = {}, safetySigns, thread } = answer;
  return [
    ...(words === '' ? [] : [['words', printable(words)] as const]),
    ...Object.entries(checkIns).map(([kind, step]) => [kind, String(step)] as const),
    ...chips.map((chip) => ['chips', chip] as const),
    ...Object.entries(choices).flatMap(([id, options]) =>
      options.map((option) => [CHOICE_FIELD + id, option] as const),
    ),
    ...Object.entries(ratings).map(([id, value]) => [RATING_FIELD + id, String(value)] as const),
    ...Object.entries(measure).map(([id, value]) => [ITEM_FIELD + id, String(value)] as const),
    ...(answer.feelsSafe ? [[FEELS_SAFE_FIELD, answer.feelsSafe] as const] : []),
    ...(safetySigns?.length === 0 ? [NO_SIGN] : (safetySigns ?? [])).map(
      (sign) => [SIGNS_FIELD, sign] as const,
    ),
    ...(thread ? [[THREAD_FIELD, 'yes'] as const] : []),
    ...(thread?.name ? [[THREAD_NAME_FIELD, printable(thread.name)] as const] : []),
  ];
}

/** What was answered on the other pages: it travels with the form of this one. */
export function fieldsBeside(answer: Answer, part: AnswerPart): Field[] {
  const here = new Set<string>(namesOn(part));
  return fieldsOf(answer).filter(([name]) => !here.has(name));
}

/** The fields a page has of its own. */
function namesOn(part: AnswerPart): string[] {
  switch (part.kind) {
    case 'open':
      return ['words', 'chips', ...part.checkIns, THREAD_FIELD, THREAD_NAME_FIELD];
    case 'check-in':
      return [part.checkIn];
    case 'choice':
      return [CHOICE_FIELD + part.choice.id];
    case 'rating':
      return [RATING_FIELD + part.rating.id];
    case 'safety-check':
      return [SIGNS_FIELD];
    case 'measure-item':
      // Whether somebody feels safe belongs to this very answer.
      return [ITEM_FIELD + part.item.id, ...(part.safety ? [FEELS_SAFE_FIELD] : [])];
  }
}
