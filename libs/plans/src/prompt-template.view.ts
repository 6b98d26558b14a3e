import type { FoundTemplate } from './found-template.js';
import { measureSize } from './measure-size.js';
import type { CheckInName, ChipCode, PromptContent } from './prompt-template.types.js';
import { minutesToAnswer } from './reading-load.rules.js';

export class ChoiceOptionView {
  id!: string;
  label!: string;
}

export class ChoiceQuestionView {
  id!: string;
  question!: string;
  hint!: string;
  options!: ChoiceOptionView[];
  /** Any number of them, or at most one. */
  many!: boolean;
}

export class RatingQuestionView {
  id!: string;
  question!: string;
  /** What 0 means. */
  low!: string;
  /** What 10 means. */
  high!: string;
}

/** A version of a measure. */
export class MeasureRefView {
  code!: string;
  version!: number;
}

export class PromptContentView {
  title!: string;
  /** Null: it only tells something. */
  question!: string | null;
  hint!: string;
  checkIns!: CheckInName[];
  chips!: ChipCode[];
  choices!: ChoiceQuestionView[];
  ratings!: RatingQuestionView[];
  /** A questionnaire, one item a page; null for none. */
  measure!: MeasureRefView | null;
  /** A page of signs after which a person is needed. */
  safetyCheck!: boolean;
  asksEarlySigns!: boolean;
  reviewsThreads!: boolean;
  namesThread!: boolean;
}

export class PromptTemplateView {
  /** A starter's code, or the id of the clinic's own. */
  id!: string;
  starter!: boolean;
  startedFrom!: string | null;
  /** Of the row, for the next change; 0 for starters. */
  version!: number;
  /** The newest published version. */
  number!: number;
  content!: PromptContentView;
  /** Minutes a client needs, about. */
  minutes!: number;
  archivedAt!: string | null;
  /** Steps of live plans that ask it, of the clients you can see. */
  usedBy!: number;
}

export class PromptVersionView {
  number!: number;
  /** Null for starters. */
  publishedAt!: string | null;
  publishedByName!: string | null;
  content!: PromptContentView;
}

export class PromptTemplateWithVersionsView extends PromptTemplateView {
  /** Newest first. */
  versions!: PromptVersionView[];
}

export class PromptTemplateListView {
  items!: PromptTemplateView[];
  /** Always null: the list comes whole. */
  next!: string | null;
}

export function promptTemplateView(found: FoundTemplate<PromptContent>, usedBy: number): PromptTemplateView {
  const { id, starter, startedFrom, version, number, content, archivedAt } = found;
  const minutes = minutesToAnswer(content, measureSize(content));
  return {
    id,
    starter,
    startedFrom,
    version,
    number,
    content: promptContentView(content),
    minutes,
    archivedAt,
    usedBy,
  };
}

export function promptContentView(content: PromptContent): PromptContentView {
  const { title, question, hint, checkIns, chips, choices = [], ratings = [] } = content;
  return {
    title,
    question,
    hint,
    checkIns: [...checkIns],
    chips: [...chips],
    choices: choices.map((choice) => ({ ...choice, options: [...choice.options] })),
    ratings: [...ratings],
    measure: content.measure ? { code: content.measure.code, version: content.measure.version } : null,
    safetyCheck: content.safetyCheck ?? false,
    asksEarlySigns: content.asksEarlySigns ?? false,
    reviewsThreads: content.reviewsThreads ?? false,
    namesThread: content.namesThread ?? false,
  };
}
