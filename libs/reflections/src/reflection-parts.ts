import { wordsIn } from '@app/design/words/say.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import type { ChipCode } from '@app/plans/prompt-template.types.js';
import { chipWords } from './chip-words.js';
import type { MarksBody } from './marks-body.js';
import type { MeasurePoint } from './measure-course.rules.js';
import type { ProcessNoteView } from './process-note.view.js';
import type { TextRange } from './ranges.rules.js';
import type { ReflectionBody } from './reflection-body.js';
import type {
  ChipView,
  LoggedShiftView,
  MarksView,
  OthersMarksView,
  RangeView,
  ReflectionMeasureView,
  ReflectionThreadView,
  WishesView,
} from './reflection-parts.view.js';

/** What stands beside what a client sent, for one reader of it. */
export interface ReflectionParts {
  /** Null: nothing marked yet. */
  marks: (MarksBody & { version: number }) | null;
  others: readonly (MarksBody & { byInitials: string })[];
  notes: readonly ProcessNoteView[];
  /** What was asked, and the total if it was finished. */
  measure: { definition: MeasureDefinition; point: MeasurePoint | null } | null;
  threads: readonly ReflectionThreadView[];
  wishes: { starred: readonly TextRange[]; dontRaise: boolean } | null;
}

export const NO_PARTS: ReflectionParts = {
  marks: null,
  others: [],
  notes: [],
  measure: null,
  threads: [],
  wishes: null,
};

/** The parts as they are shown. */
export interface PartsView {
  marks: MarksView;
  others: OthersMarksView[];
  notes: ProcessNoteView[];
  measure: ReflectionMeasureView | null;
  shift: LoggedShiftView | null;
  safetySigns: string[];
  threads: ReflectionThreadView[];
  wishes: WishesView;
}

export function partsView(parts: ReflectionParts, body: ReflectionBody, locale: string): PartsView {
  const { marks, wishes } = parts;
  const say = wordsIn(locale);
  return {
    marks: {
      version: marks?.version ?? 0,
      highlights: rangeViews(marks?.highlights ?? []),
      tags: chipViews(marks?.tags ?? [], locale),
    },
    others: parts.others.map(({ byInitials, highlights, tags }) => ({
      byInitials,
      highlights: rangeViews(highlights),
      tags: chipViews(tags, locale),
    })),
    notes: [...parts.notes],
    measure: parts.measure && measureView(parts.measure, body.measure ?? {}),
    shift: body.shift
      ? {
          triggerLabel: say(`shift.trigger.${body.shift.trigger}`),
          responseLabel: say(`shift.response.${body.shift.response}`),
          chipLabel: body.shift.chip && chipWords(body.shift.chip, locale),
        }
      : null,
    safetySigns: (body.safetySigns ?? []).map((sign) => say(`safetySign.${sign}`)),
    threads: [...parts.threads],
    wishes: { starred: rangeViews(wishes?.starred ?? []), dontRaise: wishes?.dontRaise ?? false },
  };
}

export function chipViews(codes: readonly ChipCode[], locale: string): ChipView[] {
  return codes.map((code) => ({ code, label: chipWords(code, locale) }));
}

function rangeViews(ranges: readonly TextRange[]): RangeView[] {
  return ranges.map(({ from, to }) => ({ from, to }));
}

function measureView(
  { definition, point }: NonNullable<ReflectionParts['measure']>,
  given: Readonly<Record<string, number>>,
): ReflectionMeasureView {
  const { code, title, items, options, unscored } = definition;
  const asked = [...items.map((item) => ({ ...item, options })), ...unscored];
  return {
    code,
    title,
    total: point?.total ?? null,
    bandLabel: point?.bandLabel ?? null,
    change: point?.change ?? null,
    label: point?.label ?? null,
    items: asked.flatMap(({ id, text, options: offered }) => {
      const answer = offered.find(({ value }) => value === given[id]);
      return answer ? [{ text, answer: answer.label }] : [];
    }),
  };
}
