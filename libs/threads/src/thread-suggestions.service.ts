import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { plainWordsOf } from './plain-words.data.js';
import { repeatedWords } from './repeated-words.rules.js';
import { quotable, sourcesOf } from './thread-rows.js';
import { ThreadViews } from './thread-views.service.js';
import type { ThreadSuggestionListView } from './thread.view.js';

/** Words a client wrote again and again. Nothing here is generated, and nothing comes from what nobody has read. */
@Injectable()
export class ThreadSuggestionsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly threads: ThreadViews,
    private readonly audit: AuditService,
  ) {}

  /**
   * Out of what this person has read, without what is the name of a thread already. NotFound for who does not read
   * this client's words.
   */
  list(actor: StaffActor, clientId: string): Promise<ThreadSuggestionListView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      const rows = (await sourcesOf(tx, clientId, null)).filter(({ read, withdrawn }) => read && !withdrawn);
      const sentAt = new Map(rows.map((row) => [row.id, row.sent_at.toISOString()]));
      const read = rows.map((row) => ({
        reflectionId: row.id,
        words: quotable(key, actor.clinicId, row).words,
      }));
      const named = new Set(
        (await this.threads.ofClient(tx, key, clientId)).map(({ name }) => name?.toLowerCase()),
      );
      // Without a list of a language's plain words nothing is suggested.
      const plain = plainWordsOf(await languageOf(tx, clientId));
      const items = (plain ? repeatedWords(read, plain) : [])
        .filter(({ phrase }) => !named.has(phrase.toLowerCase()))
        .map(({ phrase, uses }) => ({
          phrase,
          uses: uses.map((use) => ({ ...use, sentAt: sentAt.get(use.reflectionId)! })),
        }));
      await this.audit.record(tx, {
        action: 'thread.suggestions-listed',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return { items, next: null };
    });
  }
}

async function languageOf(tx: Tx, clientId: string): Promise<string> {
  const [row] = await tx.query<{ language: string }>(
    'select language from clients where clinic_id = $1 and id = $2',
    [tx.actor.clinicId, clientId],
  );
  return row!.language;
}
