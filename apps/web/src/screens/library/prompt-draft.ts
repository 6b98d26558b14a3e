import {
  CHALLENGES,
  CHECK_INS,
  type CheckInName,
  type ChipCode,
  type ChoiceQuestion,
  type MeasureRef,
  type PromptContent,
  type RatingQuestion,
  SHIFTS,
} from '../../api-client/calls-library.js';

/** A prompt as its builder holds it: nothing is null, and what was typed stays while it is switched off. */
export interface PromptDraft {
  title: string;
  /** Nothing is asked; the text is the whole of it. */
  tells: boolean;
  question: string;
  hint: string;
  checkIns: CheckInName[];
  chips: ChipCode[];
  choices: ChoiceQuestion[];
  ratings: RatingQuestion[];
  measure: MeasureRef | null;
  /** What is asked beside, by its field; absent: not. */
  also: readonly Also[];
}

/** What a prompt may ask beside its questions, by the fields of its content. */
export const ALSO = ['asksEarlySigns', 'reviewsThreads', 'safetyCheck', 'namesThread'] as const;
export type Also = (typeof ALSO)[number];

export const MOST_CHECK_INS = 2;
/** Things one prompt asks; a measure is one. */
export const MOST_QUESTIONS = 12;
export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 8;
export const CHIP_GROUPS = { challenges: CHALLENGES, shifts: SHIFTS } as const;
export type ChipGroup = keyof typeof CHIP_GROUPS;
export type Listed = 'choices' | 'ratings';

export type Edit =
  | { do: 'set'; field: 'title' | 'question' | 'hint'; value: string }
  | { do: 'tell'; tells: boolean }
  | { do: 'check-in'; name: CheckInName; isOn: boolean }
  | { do: 'chips'; group: ChipGroup; isOn: boolean }
  | { do: 'measure'; measure: MeasureRef | null }
  | { do: 'also'; field: Also; isOn: boolean }
  | { do: 'insert-choice'; choice: ChoiceQuestion; at?: number }
  | { do: 'insert-rating'; rating: RatingQuestion; at?: number }
  | { do: 'change-choice'; id: string; change: Partial<Pick<ChoiceQuestion, 'question' | 'hint' | 'many'>> }
  | { do: 'change-rating'; id: string; change: Partial<Omit<RatingQuestion, 'id'>> }
  | { do: 'move'; list: Listed; id: string; by: -1 | 1 }
  | { do: 'remove'; list: Listed; id: string }
  | { do: 'add-option'; id: string; optionId: string }
  | { do: 'label-option'; id: string; optionId: string; label: string }
  | { do: 'move-option'; id: string; optionId: string; by: -1 | 1 }
  | { do: 'remove-option'; id: string; optionId: string }
  | { do: 'take'; content: PromptContent }
  | { do: 'put-back'; draft: PromptDraft };

export const EMPTY_PROMPT: PromptContent = { title: '', question: '', hint: '', checkIns: [], chips: [] };

export const draftOf = (content: PromptContent): PromptDraft => ({
  title: content.title,
  tells: content.question === null && isOnlyText(content),
  question: content.question ?? '',
  hint: content.hint,
  checkIns: [...content.checkIns],
  chips: [...content.chips],
  choices: [...(content.choices ?? [])],
  ratings: [...(content.ratings ?? [])],
  measure: content.measure ?? null,
  also: ALSO.filter((field) => content[field]),
});

/** Nothing but a text: no question, no tap, nothing asked beside. */
export const isOnlyText = (content: PromptContent): boolean => {
  const { checkIns, chips, choices = [], ratings = [], measure } = content;
  const isMore = Boolean(measure) || ALSO.some((field) => content[field]);
  return !isMore && checkIns.length + chips.length + choices.length + ratings.length === 0;
};

/** What is published: trimmed, and nothing that is switched off. */
export function contentOf(draft: PromptDraft): PromptContent {
  const { tells, checkIns, chips, choices, ratings, measure, also } = draft;
  const title = draft.title.trim();
  const hint = draft.hint.trim();
  if (tells) return { title, question: null, hint, checkIns: [], chips: [], choices: [], ratings: [] };
  return {
    title,
    // One line: a new line typed into it is a space.
    question: draft.question.replace(/\s+/g, ' ').trim() || null,
    hint,
    checkIns,
    chips,
    choices: choices.map(({ id, question, hint: under, options, many }) => ({
      id,
      question: question.trim(),
      hint: under.trim(),
      options: options.map((option) => ({ id: option.id, label: option.label.trim() })),
      many,
    })),
    ratings: ratings.map(({ id, question, low, high }) => ({
      id,
      question: question.trim(),
      low: low.trim(),
      high: high.trim(),
    })),
    ...(measure && { measure: { code: measure.code, version: measure.version } }),
    ...Object.fromEntries(also.map((field) => [field, true])),
  };
}

export function edited(draft: PromptDraft, edit: Edit): PromptDraft {
  switch (edit.do) {
    case 'set':
      return { ...draft, [edit.field]: edit.value };
    case 'tell':
      return { ...draft, tells: edit.tells };
    case 'check-in':
      return { ...draft, checkIns: withCheckIn(draft.checkIns, edit.name, edit.isOn) };
    case 'chips':
      return { ...draft, chips: withChips(draft.chips, edit.group, edit.isOn) };
    case 'measure':
      return { ...draft, measure: edit.measure };
    case 'also':
      return {
        ...draft,
        also: ALSO.filter((each) => (each === edit.field ? edit.isOn : draft.also.includes(each))),
      };
    case 'insert-choice':
      return { ...draft, choices: inserted(draft.choices, edit.choice, edit.at) };
    case 'insert-rating':
      return { ...draft, ratings: inserted(draft.ratings, edit.rating, edit.at) };
    case 'change-choice':
      return onChoice(draft, edit.id, (choice) => ({ ...choice, ...edit.change }));
    case 'change-rating':
      return {
        ...draft,
        ratings: draft.ratings.map((each) => (each.id === edit.id ? { ...each, ...edit.change } : each)),
      };
    case 'move':
      return { ...draft, [edit.list]: moved<{ id: string }>(draft[edit.list], edit.id, edit.by) };
    case 'remove':
      return { ...draft, [edit.list]: without<{ id: string }>(draft[edit.list], edit.id) };
    case 'add-option':
      return onOptions(draft, edit.id, (all) =>
        all.length < MOST_OPTIONS ? [...all, { id: edit.optionId, label: '' }] : all,
      );
    case 'label-option':
      return onOptions(draft, edit.id, (all) =>
        all.map((each) => (each.id === edit.optionId ? { ...each, label: edit.label } : each)),
      );
    case 'move-option':
      return onOptions(draft, edit.id, (all) => moved(all, edit.optionId, edit.by));
    case 'remove-option':
      return onOptions(draft, edit.id, (all) =>
        all.length > FEWEST_OPTIONS ? without(all, edit.optionId) : all,
      );
    case 'take':
      return draftOf(edit.content);
    case 'put-back':
      return edit.draft;
  }
}

/** In the catalogue's order; a third one is not taken. */
function withCheckIn(all: CheckInName[], name: CheckInName, isOn: boolean): CheckInName[] {
  if (isOn && !all.includes(name) && all.length >= MOST_CHECK_INS) return all;
  return CHECK_INS.filter((each) => (each === name ? isOn : all.includes(each)));
}

function withChips(all: ChipCode[], group: ChipGroup, isOn: boolean): ChipCode[] {
  const mine: readonly ChipCode[] = CHIP_GROUPS[group];
  const others = all.filter((code) => !mine.includes(code));
  if (!isOn) return others;
  return [...CHALLENGES, ...SHIFTS].filter((code) => mine.includes(code) || others.includes(code));
}

const onChoice = (draft: PromptDraft, id: string, change: (choice: ChoiceQuestion) => ChoiceQuestion) => ({
  ...draft,
  choices: draft.choices.map((each) => (each.id === id ? change(each) : each)),
});

const onOptions = (
  draft: PromptDraft,
  id: string,
  change: (options: ChoiceQuestion['options']) => ChoiceQuestion['options'],
) => onChoice(draft, id, (choice) => ({ ...choice, options: change(choice.options) }));

function inserted<T>(all: readonly T[], one: T, at = all.length): T[] {
  return [...all.slice(0, at), one, ...all.slice(at)];
}

const without = <T extends { id: string }>(all: readonly T[], id: string): T[] =>
  all.filter((each) => each.id !== id);

/** One place up or down; at the edge it stays. */
export function moved<T extends { id: string }>(all: readonly T[], id: string, by: -1 | 1): T[] {
  const from = all.findIndex((each) => each.id === id);
  const to = from + by;
  const one = all[from];
  if (!one || to < 0 || to >= all.length) return [...all];
  return inserted(without(all, id), one, to);
}
