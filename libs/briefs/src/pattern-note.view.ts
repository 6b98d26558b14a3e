import { wordsIn } from '@app/design/words/say.js';
import { shortDateWords } from '@app/design/words/when.js';
import type { PatternFigure, PatternNote, PatternRule } from '@app/safety/patterns/pattern.types.js';

/** Worth asking about on the call. It asks a question, and names no cause. */
export class PatternNoteView {
  /** `own-word`, `early-sign`, `quiet-return` or `gone-quiet`. */
  rule!: PatternRule;
  /** A question to ask. */
  title!: string;
  /** What was compared, one sentence each, days on the client's clock. */
  figures!: string[];
  /** What it rests on, oldest first; none where it rests on silence. */
  reflectionIds!: string[];
  /** The newest of what it rests on. */
  at!: string;
}

export class PatternNoteListView {
  items!: PatternNoteView[];
  /** Always null: there are never many. */
  next!: string | null;
}

/** In the locale of the staff member who reads. */
export function patternNoteView(note: PatternNote, locale = 'en-US'): PatternNoteView {
  return {
    rule: note.rule,
    title: wordsIn(locale)(`pattern.title.${note.rule}`),
    figures: note.figures.map((figure) => figureWords(figure, locale)),
    reflectionIds: [...note.reflectionIds],
    at: note.at.toString(),
  };
}

/** Days become days in words, codes what the client saw. */
export function figureWords({ code, params }: PatternFigure, locale: string): string {
  const say = wordsIn(locale);
  const readable = Object.entries(params).map(
    ([name, value]) => [name, worded(name, value, locale)] as const,
  );
  const response = say('shift.response.reacted');
  return (say as LooseSay)(`pattern.${code}`, { response, ...Object.fromEntries(readable) });
}

/** A figure brings its own parameters: its rule and its words are checked against each other by a test. */
type LooseSay = (code: `pattern.${PatternFigure['code']}`, params: Record<string, string | number>) => string;

function worded(name: string, value: string | number, locale: string): string | number {
  const say = wordsIn(locale);
  if (typeof value === 'number') return value;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return shortDateWords(value, locale);
  switch (name) {
    case 'line':
      return say(`checkIn.${value as 'ease'}`);
    case 'measure':
      return say(`pattern.measure.${value as 'phq-9'}`);
    case 'trigger':
      return say(`shift.trigger.${value as 'work'}`);
    default:
      return value;
  }
}
