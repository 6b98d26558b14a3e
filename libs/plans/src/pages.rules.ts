import type { MeasureDefinition, MeasureItem, MeasureOption } from '@app/measures/measure.types.js';
import type {
  AskedQuestion,
  CheckInName,
  ChipCode,
  ChoiceQuestion,
  RatingQuestion,
} from './prompt-template.types.js';

/** What one page of a prompt asks. */
export type AnswerPart =
  | {
      kind: 'open';
      /** Null: taps alone, with room for words all the same. */
      question: string | null;
      /** At most two. */
      checkIns: readonly CheckInName[];
      chips: readonly ChipCode[];
      /** What is written may be kept as a thread. */
      namesThread?: true;
    }
  | { kind: 'check-in'; checkIn: CheckInName }
  | { kind: 'choice'; choice: ChoiceQuestion }
  | { kind: 'rating'; rating: RatingQuestion }
  | { kind: 'safety-check' }
  | MeasureItemPart;

/** One item of a measure, in the published wording. */
export interface MeasureItemPart {
  kind: 'measure-item';
  stem: string;
  item: MeasureItem;
  options: readonly MeasureOption[];
  /** Which of how many items, from 1. */
  number: number;
  of: number;
  /** Anything but the first option is told at once. */
  safety: boolean;
  scored: boolean;
}

const TAPS_ON_FIRST_PAGE = 2;

/**
 * The pages of a prompt, in order: the open question with at most two check-ins and the chips, then everything else
 * one a page: check-ins, choices and ratings (those of one thing side by side), the safety check, the items of the
 * measure. None for a prompt that only tells something.
 * @param measure what the prompt's measure is defined as; null where it has none
 */
export function pagesOf(asked: AskedQuestion, measure: MeasureDefinition | null): AnswerPart[] {
  const { question, checkIns, chips, namesThread } = asked;
  const first = checkIns.slice(0, TAPS_ON_FIRST_PAGE);
  const isOpen = question !== null || first.length > 0 || chips.length > 0;
  return [
    ...(isOpen
      ? [{ kind: 'open' as const, question, checkIns: first, chips, ...(namesThread && { namesThread }) }]
      : []),
    ...checkIns.slice(TAPS_ON_FIRST_PAGE).map((checkIn) => ({ kind: 'check-in' as const, checkIn })),
    ...tapParts(asked),
    ...(asked.safetyCheck ? [{ kind: 'safety-check' as const }] : []),
    ...(asked.measure && measure ? itemParts(measure) : []),
  ];
}

/** Nothing is asked: there is no page to answer on. */
export function onlyTells(asked: AskedQuestion): boolean {
  return !asked.measure && pagesOf(asked, null).length === 0;
}

/** The number of the page that is asked for, 1 to the last; the first for what is no page. */
export function pageNumber(pages: readonly AnswerPart[], wanted: unknown): number {
  const number = typeof wanted === 'string' && /^\d{1,3}$/.test(wanted) ? Number(wanted) : 1;
  return Math.min(Math.max(number, 1), Math.max(pages.length, 1));
}

/** Choices, then ratings; but what is chosen and rated of one thing, under one id, stands together. */
function tapParts({ choices = [], ratings = [] }: AskedQuestion): AnswerPart[] {
  const beside = new Set(choices.map(({ id }) => id));
  const ratingPart = (rating: RatingQuestion) => ({ kind: 'rating' as const, rating });
  return [
    ...choices.flatMap((choice, index): AnswerPart[] => [
      { kind: 'choice', choice },
      ...(choices.findIndex(({ id }) => id === choice.id) === index
        ? ratings.filter(({ id }) => id === choice.id).map(ratingPart)
        : []),
    ]),
    ...ratings.filter(({ id }) => !beside.has(id)).map(ratingPart),
  ];
}

/** The scored ones in their order, then those that are asked and never scored. */
function itemParts({ stem, items, options, unscored, safetyItem }: MeasureDefinition): MeasureItemPart[] {
  const all = [
    ...items.map((item) => ({ item, options, scored: true })),
    ...unscored.map(({ id, text, options: own }) => ({ item: { id, text }, options: own, scored: false })),
  ];
  return all.map(({ item, options: offered, scored }, index) => ({
    kind: 'measure-item',
    stem,
    item,
    options: offered,
    number: index + 1,
    of: all.length,
    safety: item.id === safetyItem,
    scored,
  }));
}
