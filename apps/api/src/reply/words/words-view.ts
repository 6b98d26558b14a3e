import { Temporal } from 'temporal-polyfill';
import type { OwnThread, OwnWords } from '@app/course/my-words.types.js';
import { wordsIn } from '@app/design/words/say.js';
import { dayWords, type Place, timeWords } from '@app/design/words/when.js';
import { mergedRanges, quoteOf, type TextRange } from '@app/reflections/ranges.rules.js';
import { printable } from '../printable.js';
import { answerLines } from './answer-lines.js';
import type { EntryProps, LineProps, MonthProps, ThreadProps, WordsPart } from './words-props.js';

/** One reflection in words, on the client's clock. `base`: the address its page stands under. */
export function entryProps(own: OwnWords, place: Place, base: string): EntryProps {
  const { id, sentAt, withdrawnAt, body, wishes, measure } = own;
  return {
    url: `${base}/${id}`,
    day: dayWords(sentAt, place),
    time: timeWords(sentAt, place),
    question: printable(body.question.question ?? body.question.title),
    words: partsOf(body.words, wishes.starred),
    nothing: body.nothing,
    lines: withdrawnAt ? [] : answerLines(body, measure, place.locale),
    isStarred: wishes.starred.length > 0,
    isNotRaised: wishes.dontRaise,
    isShown: wishes.showBack.length > 0,
    takenBackOn: withdrawnAt && dayWords(withdrawnAt, place),
  };
}

/** By month on the client's clock, in the order they come in. */
export function monthsOf(all: readonly OwnWords[], place: Place, base: string): MonthProps[] {
  const months: { name: string; entries: EntryProps[] }[] = [];
  for (const own of all) {
    const name = monthWords(own.sentAt, place);
    const last = months.at(-1);
    if (last?.name === name) last.entries.push(entryProps(own, place, base));
    else months.push({ name, entries: [entryProps(own, place, base)] });
  }
  return months;
}

export function threadProps({ name, answers }: OwnThread, place: Place): ThreadProps {
  const say = wordsIn(place.locale);
  const said = answers.flatMap(({ at, fit, rating }) => {
    const day = dayWords(at, place);
    return [
      ...(fit === 'fits' ? [say('myWords.saidFits', { day })] : []),
      ...(fit === 'not-quite' ? [say('myWords.saidNotQuite', { day })] : []),
      ...(fit === 'not-sure' ? [say('myWords.saidNotSure', { day })] : []),
      ...(rating === null ? [] : [say('myWords.saidRating', { day, value: rating })]),
    ];
  });
  return { name: name && printable(name), said };
}

/** A line as a form names it: where it begins and where it ends. */
export function lineProps(words: string, { from, to }: TextRange): LineProps {
  return { text: printable(quoteOf(words, { from, to })), value: `${from}-${to}` };
}

/** The line behind a form's value; null for none. Whether the words have it is told where they are. */
export function lineOf(value: string): TextRange | null {
  const found = /^(\d{1,6})-(\d{1,6})$/.exec(value);
  return found && { from: Number(found[1]), to: Number(found[2]) };
}

/** "November 2026" */
export function monthWords(at: Temporal.Instant, { timeZone, locale }: Place): string {
  const month: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric', timeZone };
  return new Intl.DateTimeFormat(locale, month).format(at.epochMilliseconds);
}

function partsOf(words: string, starred: readonly TextRange[]): WordsPart[] {
  const parts: WordsPart[] = [];
  let at = 0;
  for (const { from, to } of mergedRanges(starred)) {
    parts.push(
      { text: words.slice(at, from), isMarked: false },
      { text: words.slice(from, to), isMarked: true },
    );
    at = to;
  }
  parts.push({ text: words.slice(at), isMarked: false });
  return parts.map((part) => ({ ...part, text: printable(part.text) })).filter(({ text }) => text !== '');
}
