import { Injectable } from '@nestjs/common';
import { ExpiredAccountRows } from '@app/clinics/accounts/expired-account-rows.service.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';

/** Deletes what has ended long ago and is of no more use: sign-ins, tries, tokens with their mails, links. */
@Injectable()
export class PurgeExpiredJob {
  constructor(
    private readonly accountRows: ExpiredAccountRows,
    private readonly links: ReplyLinks,
  ) {}

  async run(): Promise<void> {
    await this.accountRows.purge();
    await this.links.purge();
  }
}
