import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import { DraftsService } from '@app/reflections/drafts.service.js';
import { SentReflectionsService } from '@app/reflections/sent-reflections.service.js';
import { type BrowserHash, clientActor, type PromptEntry } from './reply-door.service.js';
import { lockPrompt } from './reply-prompt.queries.js';

/** Spends fresh links: they open, in this browser, what the client wrote in another. */
@Injectable()
export class FreshLinksService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly links: ReplyLinks,
    private readonly drafts: DraftsService,
    private readonly sent: SentReflectionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Spends the link and lets this browser see and go on with what was written. Gives the reply token that
   * stands for the link from now on, until the prompt closes; null when somebody was quicker. What was written
   * before the client's address changed stays where it was: another mailbox proves nothing about it.
   */
  async open(entry: PromptEntry, token: string, browser: BrowserHash): Promise<string | null> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const since = await addressSince(tx, entry.clientId);
      // What is being changed in the other browser comes first, and is what is handed over.
      await lockPrompt(tx, entry.promptId);
      if (!(await this.links.spend(tx, token))) return null;
      const key = await this.keyring.client(tx, entry.clientId);
      await this.drafts.rebind(tx, entry.promptId, browser, since);
      const sent = await this.sent.ofPrompt(tx, key, entry.promptId);
      const isOfThisAddress = sent && (!since || Temporal.Instant.compare(sent.sentAt, since) > 0);
      if (isOfThisAddress) await this.sent.rebind(tx, key, sent, browser.toString('base64'));
      await this.audit.record(tx, {
        action: 'fresh-link.opened',
        subjectType: 'prompt',
        subjectIds: [entry.promptId],
        clientIds: [entry.clientId],
      });
      return this.links.register(tx, entry.mailingId, 'reply');
    });
  }
}

/** Locks the client against a change of the address: one that came first has ended the link, one that comes later ends its successor. */
async function addressSince(tx: Tx, clientId: string): Promise<Temporal.Instant | null> {
  const [row] = await tx.query<{ at: Date | null }>(
    'select email_changed_at as at from clients where clinic_id = $1 and id = $2 for share',
    [tx.actor.clinicId, clientId],
  );
  return row?.at ? toInstant(row.at) : null;
}
