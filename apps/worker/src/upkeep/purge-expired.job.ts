import { Injectable } from '@nestjs/common';
import { LapsedUnlocks } from '@app/clients/lapsed-unlocks.service.js';
import { ExpiredAccountRows } from '@app/clinics/accounts/expired-account-rows.service.js';
import { ProviderTurns } from '@app/platform/mail/provider-turns.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';

/** Deletes what has ended long ago and is of no more use: sign-ins, tries, tokens with their mails, links, turns, unlocked browsers. */
@Injectable()
export class PurgeExpiredJob {
  constructor(
    private readonly accountRows: ExpiredAccountRows,
    private readonly links: ReplyLinks,
    private readonly turns: ProviderTurns,
    private readonly unlocks: LapsedUnlocks,
  ) {}

  async run(): Promise<void> {
    await this.accountRows.purge();
    await this.links.purge();
    await this.turns.purge();
    await this.unlocks.purge();
  }
}
