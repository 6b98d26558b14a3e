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
    }
  | { kind: 'check-in'; checkIn: CheckInName }
  | { kind: 'choice'; choice: ChoiceQuestion }
  | { kind: 'rating'; rating: RatingQuestion };

const TAPS_ON_FIRST_PAGE = 2;

/**
 * The pages of a prompt, in order: the open question with at most two check-ins and the chips, then everything else
 * one a page. None for a prompt that only tells something.
 */
export function pagesOf(asked: AskedQuestion): AnswerPart[] {
  const { question, checkIns, chips, choices = [], ratings = [] } = asked;
  const first = checkIns.slice(0, TAPS_ON_FIRST_PAGE);
  const isOpen = question !== null || first.length > 0 || chips.length > 0;
  return [
    ...(isOpen ? [{ kind: 'open' as const, question, checkIns: first, chips }] : []),
    ...checkIns.slice(TAPS_ON_FIRST_PAGE).map((checkIn) => ({ kind: 'check-in' as const, checkIn })),
    ...choices.map((choice) => ({ kind: 'choice' as const, choice })),
    ...ratings.map((rating) => ({ kind: 'rating' as const, rating })),
  ];
}

/** Nothing is asked: there is no page to answer on. */
export function onlyTells(asked: AskedQuestion): boolean {
  return pagesOf(asked).length === 0;
}

/** The number of the page that is asked for, 1 to the last; the first for what is no page. */
export function pageNumber(asked: AskedQuestion, wanted: unknown): number {
  const number = typeof wanted === 'string' && /^\d{1,3}$/.test(wanted) ? Number(wanted) : 1;
  return Math.min(Math.max(number, 1), Math.max(pagesOf(asked).length, 1));
}
