import type { ClientPage } from '@app/course/client-page.service.js';
import type { MyWords, OwnWords } from '@app/course/my-words.types.js';
import { dayWords, type Place, shortDateWords } from '@app/design/words/when.js';
import { quoteOf } from '@app/reflections/ranges.rules.js';
import { printable } from '../../printable.js';
import type { MonthProps, ThreadProps } from '../words-props.js';
import { monthsOf, monthWords, threadProps } from '../words-view.js';

/** A line that was starred, and when it was written. */
export interface StarredProps {
  text: string;
  day: string;
}

/** Everything a copy for reading is made from, worded on the client's clock. */
export interface CopyModel {
  /** BCP 47. */
  locale: string;
  clinicName: string;
  /** ISO 3166-1 alpha-2: decides the size of the paper. */
  country: string;
  /** "Mon 23 Nov 2026" */
  madeOn: string;
  madeAt: Date;
  /** First and last month with something in it; null: nothing was sent. */
  span: { first: string; last: string } | null;
  months: readonly MonthProps[];
  starred: readonly StarredProps[];
  threads: readonly ThreadProps[];
  earlySigns: readonly string[];
  /** Since when the client has this address, worded; null: ever since. */
  since: string | null;
}

type Whose = Pick<ClientPage, 'client' | 'clinic'>;

/** What is taken back is no part of a copy. `oldest`: from the first day on, as in a book. */
export function copyModel(words: MyWords, { client, clinic }: Whose, order: 'newest' | 'oldest'): CopyModel {
  const { timeZone, locale } = client;
  const place: Place = { timeZone, locale };
  const kept = words.reflections.filter(({ withdrawnAt }) => !withdrawnAt);
  const oldest = kept.toReversed();
  const [first, last] = [oldest[0], oldest.at(-1)];
  const today = words.now.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return {
    locale,
    clinicName: clinic.name,
    country: clinic.country,
    madeOn: shortDateWords(today, locale),
    madeAt: new Date(words.now.epochMilliseconds),
    span:
      first && last ? { first: monthWords(first.sentAt, place), last: monthWords(last.sentAt, place) } : null,
    months: monthsOf(order === 'oldest' ? oldest : kept, place, ''),
    starred: oldest.flatMap((own) => starredOf(own, place)),
    threads: words.threads.map((thread) => threadProps(thread, place)),
    earlySigns: words.earlySigns.map(printable),
    since: words.since && dayWords(words.since, place),
  };
}

function starredOf({ body, wishes, sentAt }: OwnWords, place: Place): StarredProps[] {
  return wishes.starred.map((line) => ({
    text: printable(quoteOf(body.words, line)),
    day: dayWords(sentAt, place),
  }));
}
