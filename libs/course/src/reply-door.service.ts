import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { ClientActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { PromptRows } from '@app/prompts/prompt-rows.js';
import { type LinkPurpose, ReplyLinks } from '@app/prompts/reply-links.js';
import { DraftsService } from '@app/reflections/drafts.service.js';
import { SentReflectionsService } from '@app/reflections/sent-reflections.service.js';
import { addFreshLink } from './fresh-link.queries.js';

/** Somebody with a live link, and where it leads. Ids only. */
export interface ReplyEntry {
  clinicId: string;
  mailingId: string;
  clientId: string;
  promptId: string;
  purpose: LinkPurpose;
}

/** A browser on the reply pages, known by the hash of its own 256-bit cookie. */
export type BrowserHash = Buffer;

/** Lets a client in by a link, and hands out fresh links. */
@Injectable()
export class ReplyDoorService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly links: ReplyLinks,
    private readonly rows: PromptRows,
    private readonly written: WrittenInBrowser,
    private readonly audit: AuditService,
  ) {}

  /** Whom a token lets in; null for an unknown, spent or expired one. Reads only. */
  async entry(token: string): Promise<ReplyEntry | null> {
    const target = await this.links.find(token);
    if (!target) return null;
    const { clinicId, mailingId, purpose } = target;
    return this.db.inClinic({ kind: 'system', clinicId, job: 'open-reply-link' }, async (tx) => {
      const [row] = await tx.query<{ client_id: string; prompt_id: string }>(
        'select client_id, prompt_id from mailings where clinic_id = $1 and id = $2',
        [clinicId, mailingId],
      );
      return row ? { clinicId, mailingId, clientId: row.client_id, promptId: row.prompt_id, purpose } : null;
    });
  }

  /**
   * Spends a fresh link: this browser may see and go on with what the client wrote. Gives the reply token
   * that stands for the link from now on, or null when somebody was quicker.
   */
  async openFreshLink(entry: ReplyEntry, token: string, browser: BrowserHash): Promise<string | null> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      if (!(await this.links.spend(tx, token))) return null;
      const key = await this.keyring.client(tx, entry.clientId);
      await this.written.moveTo(browser, tx, key, entry.promptId);
      await this.audit.record(tx, {
        action: 'fresh-link.opened',
        subjectType: 'prompt',
        subjectIds: [entry.promptId],
        clientIds: [entry.clientId],
      });
      return this.links.register(tx, entry.mailingId, 'reply');
    });
  }

  /**
   * Sends a fresh link to the client's address, if the mailing is one of ours, its prompt is open, the client
   * may be mailed, and none was asked for in the last 5 minutes. Says nothing about which it was.
   */
  async requestFreshLink(mailingId: string): Promise<void> {
    const [known] = await this.db.acrossClinics<{ clinic_id: string }>(
      'select clinic_id from link_directory where mailing_id = $1 limit 1',
      [mailingId],
    );
    if (!known) return;
    const actor = { kind: 'system' as const, clinicId: known.clinic_id, job: 'send-fresh-link' };
    await this.db.inClinic(actor, async (tx) => {
      const asked = await addFreshLink(tx, this.rows, mailingId);
      if (!asked) return;
      await this.audit.record(tx, {
        action: 'fresh-link.requested',
        subjectType: 'prompt',
        subjectIds: [asked.promptId],
        clientIds: [asked.clientId],
      });
    });
  }
}

/** The client behind an entry, acting. */
export function clientActor(entry: ReplyEntry): ClientActor {
  const { clinicId, clientId, promptId } = entry;
  return { kind: 'client', clinicId, clientId, promptId };
}
