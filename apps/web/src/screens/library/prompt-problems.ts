import type { PromptDraft } from './prompt-draft.js';

export type ProblemCode =
  | 'noTitle'
  | 'noText'
  | 'nothingAsked'
  | 'noChoiceQuestion'
  | 'noOption'
  | 'sameOption'
  | 'noRatingQuestion'
  | 'noLow'
  | 'noHigh';

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
  const { checkIns, chips, choices, ratings } = draft;
  if (checkIns.length + chips.length + choices.length + ratings.length === 0)
    need(draft.question, 'question', 'nothingAsked');
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
  return problems;
}

/** The builder's name of a field the server has named, such as `content.choices.0.options.1.label`. */
export function fieldOf(serverField: string, draft: PromptDraft): string {
  const [list, at, part, optionAt] = serverField.replace(/^content\./, '').split('.');
  const index = Number(at);
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
