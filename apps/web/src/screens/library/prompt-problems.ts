import { MOST_QUESTIONS, type PromptDraft } from './prompt-draft.js';

export type ProblemCode =
  | 'noTitle'
  | 'noText'
  | 'nothingAsked'
  | 'noChoiceQuestion'
  | 'noOption'
  | 'sameOption'
  | 'noRatingQuestion'
  | 'noLow'
  | 'noHigh'
  | 'needsQuestion'
  | 'needsMore'
  | 'tooMany';

export interface DraftProblem {
  /** The name of the field it stands at. */
  field: string;
  code: ProblemCode;
}

/** The names of the builder's fields; the answer of the server is led to them by `fieldOf`. */
export const choiceField = (id: string, part: 'question' | 'hint') => `choice-${id}-${part}`;
export const optionField = (id: string, optionId: string) => `choice-${id}-option-${optionId}`;
export const ratingField = (id: string, part: 'question' | 'low' | 'high') => `rating-${id}-${part}`;

/** What keeps it from being published, in the order of the form. Advice on the words is not among it. */
export function problemsIn(draft: PromptDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  const need = (value: string, field: string, code: ProblemCode) => {
    if (!value.trim()) problems.push({ field, code });
  };
  need(draft.title, 'title', 'noTitle');
  if (draft.tells) {
    need(draft.hint, 'hint', 'noText');
    return problems;
  }
  const { checkIns, chips, choices, ratings, measure, also } = draft;
  const ofTheirOwn = also.find((field) => field === 'asksEarlySigns' || field === 'reviewsThreads');
  const hasQuestion = draft.question.trim() !== '';
  const isMore = measure !== null || also.includes('safetyCheck');
  const isNothing =
    !hasQuestion && !isMore && checkIns.length + chips.length + choices.length + ratings.length === 0;
  if (isNothing && ofTheirOwn) problems.push({ field: ofTheirOwn, code: 'needsMore' });
  else if (isNothing) problems.push({ field: 'question', code: 'nothingAsked' });
  else if (also.includes('namesThread') && !hasQuestion)
    problems.push({ field: 'namesThread', code: 'needsQuestion' });
  for (const { id, question, options } of choices) {
    need(question, choiceField(id, 'question'), 'noChoiceQuestion');
    const seen = new Set<string>();
    for (const option of options) {
      const label = option.label.trim().toLocaleLowerCase();
      need(label, optionField(id, option.id), 'noOption');
      if (label && seen.has(label)) problems.push({ field: optionField(id, option.id), code: 'sameOption' });
      seen.add(label);
    }
  }
  for (const { id, question, low, high } of ratings) {
    need(question, ratingField(id, 'question'), 'noRatingQuestion');
    need(low, ratingField(id, 'low'), 'noLow');
    need(high, ratingField(id, 'high'), 'noHigh');
  }
  if (thingsAsked(draft) > MOST_QUESTIONS) problems.push({ field: lastField(draft), code: 'tooMany' });
  return problems;
}

/** As the server counts them. */
function thingsAsked({ question, checkIns, choices, ratings, measure, also }: PromptDraft): number {
  const taps = checkIns.length + choices.length + ratings.length;
  return (question.trim() ? 1 : 0) + taps + (measure ? 1 : 0) + (also.includes('safetyCheck') ? 1 : 0);
}

/** Where the last of the questions can be taken out. */
function lastField({ choices, ratings }: PromptDraft): string {
  const [choice, rating] = [choices.at(-1), ratings.at(-1)];
  if (rating) return ratingField(rating.id, 'question');
  return choice ? choiceField(choice.id, 'question') : 'question';
}

/** The builder's name of a field the server has named, such as `content.choices.0.options.1.label`. */
export function fieldOf(serverField: string, draft: PromptDraft): string {
  const [list, at, part, optionAt] = serverField.replace(/^content\./, '').split('.');
  const index = Number(at);
  // About all of them together.
  if (list === 'choices' && at === undefined) return lastField(draft);
  if (list === 'choices' && draft.choices[index]) {
    const { id, options } = draft.choices[index];
    const option = part === 'options' ? options[Number(optionAt)] : undefined;
    if (option) return optionField(id, option.id);
    return choiceField(id, part === 'hint' ? 'hint' : 'question');
  }
  if (list === 'ratings' && draft.ratings[index])
    return ratingField(draft.ratings[index].id, part === 'low' || part === 'high' ? part : 'question');
  return list ?? serverField;
}
