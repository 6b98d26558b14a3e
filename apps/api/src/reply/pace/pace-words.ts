import type { ClientPage } from '@app/course/client-page.service.js';
import { restEnd } from '@app/clients/rest.rules.js';
import type { RestLength } from '@app/clients/client.types.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { dayWords } from '@app/design/words/when.js';
import type { RestChoice, RestEndProps } from './pace-props.js';

const LENGTHS: readonly RestLength[] = ['three-days', 'week', 'next-call', 'open'];

/** Where a rest stands, its day on the client's clock. */
export function restEndOf({ rest, client }: Pick<ClientPage, 'rest' | 'client'>): RestEndProps | null {
  if (!rest) return null;
  const isForCall = rest.length === 'next-call';
  if (!rest.until) return { kind: isForCall ? 'noCall' : 'open', day: null };
  // It ends as the day after the call begins.
  return isForCall
    ? { kind: 'afterCall', day: dayWords(rest.until.subtract({ milliseconds: 1 }), client) }
    : { kind: 'until', day: dayWords(rest.until, client) };
}

export function restEndSentence(rest: RestEndProps, say: Say): string {
  switch (rest.kind) {
    case 'until':
    case 'afterCall':
      return say(`resting.${rest.kind}`, { day: rest.day });
    case 'noCall':
    case 'open':
      return say(`resting.${rest.kind}`);
  }
}

/** Every rest that can be begun now, but the one that is running. "Until my next call" needs a call. */
export function restChoices(page: ClientPage): RestChoice[] {
  const { client, nextCallAt, now, rest } = page;
  const say = wordsIn(client.locale);
  return LENGTHS.filter((length) => length !== rest?.length || length === 'three-days' || length === 'week')
    .filter((length) => length !== 'next-call' || nextCallAt !== null)
    .map((length) => {
      if (length === 'next-call' && nextCallAt) {
        return { length, note: say('pace.backAfter', { day: dayWords(nextCallAt, client) }) };
      }
      const until = restEnd(length, { timeZone: client.timeZone, nextCallAt }, now);
      const note = until ? say('pace.backOn', { day: dayWords(until, client) }) : say('pace.backAsked');
      return { length, note };
    });
}
