import { Temporal } from 'temporal-polyfill';
import { wordsIn } from '@app/design/words/say.js';
import { shortDayWords, timeWords } from '@app/design/words/when.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { unreadPromised } from '@app/reflections/reading-tasks.queries.js';
import {
  NEARING_AT_MOST_HOURS,
  type ReadingTask,
  readingTasks,
} from '@app/reflections/reading-tasks.rules.js';
import type { NamedClientView, ToReadView } from './today.view.js';

/** What this person is to read. Empty for whoever reads nobody's words. */
export async function readingTasksFor(tx: Tx, actor: StaffActor): Promise<ReadingTask[]> {
  const unread = await unreadPromised(tx, tx.now.add({ hours: NEARING_AT_MOST_HOURS }));
  return readingTasks(unread, actor.staffMemberId, tx.now);
}

/** Worded on the clock of the reader's location. */
export function toReadView(
  task: ReadingTask,
  client: NamedClientView,
  timeZone: string,
  now: Temporal.Instant,
): ToReadView {
  return {
    clientId: task.clientId,
    clientName: client.name,
    reflectionCount: task.reflectionCount,
    oldestSentAt: task.oldestSentAt.toString(),
    promisedBy: task.promisedBy.toString(),
    promisedText: promisedText(task.promisedBy, timeZone, now),
    state: task.state,
    asCover: task.asCover,
  };
}

function promisedText(promisedBy: Temporal.Instant, timeZone: string, now: Temporal.Instant): string {
  const place = { timeZone, locale: 'en-US' };
  const say = wordsIn(place.locale);
  const time = timeWords(promisedBy, place);
  const dateOf = (at: Temporal.Instant) => at.toZonedDateTimeISO(timeZone).toPlainDate();
  switch (dateOf(now).until(dateOf(promisedBy), { largestUnit: 'days' }).days) {
    case -1:
      return say('moment.yesterdayAt', { time });
    case 0:
      return say('moment.todayAt', { time });
    case 1:
      return say('moment.tomorrowAt', { time });
    default:
      return `${shortDayWords(promisedBy, place)}, ${time}`;
  }
}
