import { Temporal } from 'temporal-polyfill';
import type { ReplyPage } from '@app/course/reply-page.js';
import { wordsIn } from '@app/design/words/say.js';
import { dayWords, timeWords } from '@app/design/words/when.js';
import { snoozeAt } from '@app/prompts/snooze.rules.js';
import type { AnswerState, NotNowChoice } from './views/props.js';

/** Whose clock a page is on. */
type OnClock = Pick<ReplyPage, 'client' | 'now'>;

/** An instant on the client's clock; `day` is null for today. */
export function momentOf(
  at: Temporal.Instant,
  { client, now }: OnClock,
): { day: string | null; time: string } {
  const dayAt = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(client.timeZone).toPlainDate();
  const isToday = dayAt(at).equals(dayAt(now));
  return { day: isToday ? null : dayWords(at, client), time: timeWords(at, client) };
}

/** "8:49 am", with its day once that is over. */
export function timeOrDayWords(at: Temporal.Instant, page: ReplyPage): string {
  const { day, time } = momentOf(at, page);
  return day ? `${time}, ${day}` : time;
}

export function dayOrNull(at: Temporal.Instant | null, { client }: Pick<ReplyPage, 'client'>): string | null {
  return at && dayWords(at, client);
}

/** The reading contract as one sentence; empty where nothing can be promised. */
export function readingWords(page: ReplyPage): string {
  const { reading, reader, client } = page;
  const say = wordsIn(client.locale);
  switch (reading.kind) {
    case 'before-call':
      return reader ? say('reads.beforeCall', { reader, day: dayWords(reading.at, client) }) : '';
    case 'by-day':
      return say('reads.byDay', { day: dayWords(reading.by, client) });
    case 'none':
      return '';
  }
}

/** "Saved at 8:47 am. …" */
export function savedState(page: ReplyPage): AnswerState {
  if (!page.draft) return { kind: 'unsent' };
  return { kind: 'saved', ...momentOf(page.draft.savedAt, page) };
}

/** "tonight at 7:30 pm", "on Tuesday 10 November at 10:00 am". */
export function snoozedWords(at: Temporal.Instant, page: ReplyPage): string {
  const { day, time } = momentOf(at, page);
  const say = wordsIn(page.client.locale);
  return day ? say('moment.onDayAt', { day, time }) : say('moment.tonightAt', { time });
}

/**
 * What can be chosen instead of answering. "Tonight" and "tomorrow" are offered only while an e-mail would
 * come then: today, before the question closes, and not in a rest.
 */
export function notNowChoices(page: OnClock & Pick<ReplyPage, 'closesAt'>): NotNowChoice[] {
  const { client, closesAt, now } = page;
  const choices: NotNowChoice[] = [];
  for (const act of ['tonight', 'tomorrow'] as const) {
    const { sendAt } = snoozeAt(act, client, now);
    const isInTime = !closesAt || Temporal.Instant.compare(sendAt, closesAt) < 0;
    const { day, time } = momentOf(sendAt, page);
    if (!client.isQuiet && isInTime && (act === 'tomorrow' || day === null))
      choices.push({ act, when: time });
  }
  return [...choices, { act: 'skip', when: null }];
}
