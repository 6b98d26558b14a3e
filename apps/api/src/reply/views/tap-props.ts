import type { AnswerFormProps, CheckInProps, ChipProps } from './props.js';

/** A question with given answers: field `choice-<id>`. */
export interface ChoicePageProps extends AnswerFormProps {
  id: string;
  question: string;
  hint: string | null;
  many: boolean;
  options: readonly ChipProps[];
}

/** 0 to 10 in the person's own words: field `rating-<id>`. */
export interface RatingPageProps extends AnswerFormProps {
  id: string;
  question: string;
  low: string;
  high: string;
  chosen: number | null;
}

/** One five-step tap by itself. */
export interface CheckInPageProps extends AnswerFormProps {
  checkIn: CheckInProps;
}
