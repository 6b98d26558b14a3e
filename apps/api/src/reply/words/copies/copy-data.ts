import type { ClientPage } from '@app/course/client-page.service.js';
import type { MyWords, OwnWords } from '@app/course/my-words.types.js';
import { quoteOf } from '@app/reflections/ranges.rules.js';
import { answerLines } from '../answer-lines.js';

/** Everything as one JSON document, for another program: instants in UTC, words verbatim. */
export function copyData(words: MyWords, { client, clinic }: Pick<ClientPage, 'client' | 'clinic'>): string {
  const data = {
    format: 'throughline/my-words',
    version: 1,
    madeAt: words.now.toString(),
    clinic: clinic.name,
    timeZone: client.timeZone,
    /** Null: all that was ever sent. */
    since: words.since?.toString() ?? null,
    reflections: words.reflections.map((own) => reflectionData(own, client.locale)),
    threads: words.threads.map(({ name, answers }) => ({
      name,
      answers: answers.map(({ at, fit, rating }) => ({ at: at.toString(), fit, rating })),
    })),
    earlySigns: words.earlySigns,
  };
  return JSON.stringify(data, null, 2);
}

function reflectionData({ sentAt, withdrawnAt, body, wishes, measure }: OwnWords, locale: string): object {
  if (withdrawnAt) return { sentAt: sentAt.toString(), withdrawnAt: withdrawnAt.toString() };
  return {
    sentAt: sentAt.toString(),
    question: body.question.question ?? body.question.title,
    words: body.words,
    nothingCameUp: body.nothing,
    answers: answerLines(body, measure, locale),
    starred: wishes.starred.map((line) => quoteOf(body.words, line)),
    pleaseDontRaise: wishes.dontRaise,
    mayBeShownAgain: wishes.showBack.map((line) => quoteOf(body.words, line)),
  };
}
