import { Injectable } from '@nestjs/common';
import {
  type ClientNoticeProps,
  optInEmail,
  restBegunEmail,
  type RestEndWords,
  restOverEmail,
  stoppedEmail,
  unaskedEmail,
} from '@app/design/emails/client-notice-emails.js';
import type { Mail } from '@app/design/emails/email-frame.js';
import { myWordsEmail } from '@app/design/emails/my-words-email.js';
import type { RestLength } from '@app/clients/client.types.js';
import { dayWords } from '@app/design/words/when.js';
import { Config } from '@app/platform/config/config.js';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { FRESH_LINK_MINUTES } from './link-lifetimes.js';
import type { ClientClaim } from './mailing-claim.queries.js';
import { type LinkPurpose, ReplyLinks } from './reply-links.js';

const PURPOSES = {
  rest_begun: 'start-again',
  rest_over: 'start-again',
  stopped: 'start-again',
  opt_in: 'opt-in',
  unasked: 'unasked',
  my_words: 'my-words',
} as const satisfies Record<ClientClaim['kind'], LinkPurpose>;

/** Words the mailings that belong to no prompt. Their links lead to pages of their own, and to no question. */
@Injectable()
export class ClientMails {
  constructor(
    private readonly config: Config,
    private readonly links: ReplyLinks,
  ) {}

  async content(tx: Tx, claim: ClientClaim, common: Omit<ClientNoticeProps, 'url'>): Promise<Mail> {
    const props = { ...common, url: await this.url(tx, claim) };
    switch (claim.kind) {
      case 'rest_begun':
        return restBegunEmail({ ...props, end: await restEndOf(tx, claim) });
      case 'rest_over':
        return restOverEmail(props);
      case 'stopped':
        return stoppedEmail(props);
      case 'opt_in':
        return optInEmail(props);
      case 'unasked':
        return unaskedEmail({ ...props, minutes: FRESH_LINK_MINUTES });
      case 'my_words':
        return myWordsEmail({ ...props, minutes: FRESH_LINK_MINUTES });
    }
  }

  private async url(tx: Tx, { kind, mailingId }: ClientClaim): Promise<string> {
    const minutes = kind === 'unasked' || kind === 'my_words' ? FRESH_LINK_MINUTES : null;
    const token = await this.links.register(tx, mailingId, PURPOSES[kind], minutes);
    return new URL(`/r/${token}`, this.config.BASE_URL).href;
  }
}

/** As the rest stands when the mail leaves. */
async function restEndOf(tx: Tx, { clientId, clientTimeZone, language }: ClientClaim): Promise<RestEndWords> {
  const [row] = await tx.query<{ rest_until: Date | null; rest_length: RestLength | null }>(
    'select rest_until, rest_length from clients where clinic_id = $1 and id = $2',
    [tx.actor.clinicId, clientId],
  );
  const place = { timeZone: clientTimeZone, locale: language };
  const isForCall = row?.rest_length === 'next-call';
  if (!row?.rest_until) return { kind: isForCall ? 'no-call' : 'open', day: null };
  const until = toInstant(row.rest_until);
  return isForCall
    ? { kind: 'after-call', day: dayWords(until.subtract({ milliseconds: 1 }), place) }
    : { kind: 'until', day: dayWords(until, place) };
}
