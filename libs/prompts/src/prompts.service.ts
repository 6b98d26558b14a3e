import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { wordReason } from '@app/design/words/coded.js';
import { nearLocalWords } from '@app/design/words/when.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import { Invalid, NotFound } from '@app/platform/errors/errors.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { type PromptContents, promptContents } from '@app/plans/prompt-contents.js';
import { isPromptOf, type ListedPrompt, listPrompts } from './prompt-list.queries.js';
import type { PromptView } from './prompt.view.js';

export interface Page {
  after?: string | undefined;
  /** 1 to 200 */
  limit: number;
}

/** Reads prompts for staff. */
@Injectable()
export class PromptsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
  ) {}

  /** A client's prompts in the order the client meets them. Throws NotFound for a client out of reach. */
  async list(
    actor: StaffActor,
    clientId: string,
    page: Page,
  ): Promise<{ items: PromptView[]; next: string | null }> {
    return this.db.inClinic(actor, async (tx) => {
      const [client] = await tx.query('select 1 from clients where clinic_id = $1 and id = $2', [
        actor.clinicId,
        clientId,
      ]);
      if (!client) throw new NotFound('client');
      if (page.after && !(await isPromptOf(tx, clientId, page.after))) {
        throw new Invalid('after', 'unknownReference');
      }
      const rows = await listPrompts(tx, { clientId, ...page });
      const views = await this.views(tx, clientId, rows.slice(0, page.limit));
      await this.audit.record(tx, {
        action: 'prompt.listed',
        subjectType: 'client',
        subjectIds: [clientId],
        clientIds: [clientId],
      });
      return { items: views, next: rows.length > page.limit ? views.at(-1)!.id : null };
    });
  }

  /** One prompt, inside the caller's transaction. */
  async one(tx: Tx, promptId: string): Promise<PromptView> {
    const [row] = await listPrompts(tx, { promptId, limit: 1 });
    if (!row) throw new NotFound('prompt');
    const [view] = await this.views(tx, row.client_id, [row]);
    return view!;
  }

  private async views(tx: Tx, clientId: string, rows: readonly ListedPrompt[]): Promise<PromptView[]> {
    const keys = await this.keyring.clients(tx, [clientId]);
    const key = keys.get(clientId);
    const contents = await contentsOf(tx, rows);
    return rows.map((row) => {
      const template = contents.of(row.template_code, row.template_version);
      const asked =
        key && row.question_sealed
          ? (JSON.parse(
              unseal(
                key,
                { clinicId: tx.actor.clinicId, label: 'prompt.question', rowId: row.id },
                row.question_sealed,
              ),
            ) as AskedQuestion)
          : null;
      return promptView(row, template.title, key ? (asked ?? template).question : null);
    });
  }
}

function contentsOf(tx: Tx, rows: readonly ListedPrompt[]): Promise<PromptContents> {
  return promptContents(
    tx,
    rows.map((row) => ({ code: row.template_code, version: row.template_version })),
  );
}

function promptView(row: ListedPrompt, title: string, question: string | null): PromptView {
  return {
    id: row.id,
    version: row.version,
    clientId: row.client_id,
    status: row.status,
    held: row.held,
    title,
    question,
    sendAt: row.send_at.toISOString(),
    localText: nearLocalWords(row.local_time, 'en-US'),
    timeZone: row.time_zone,
    reasons: row.reasons.map((reason) => ({ ...reason, text: wordReason(reason) })),
    delivery:
      row.delivery_status && row.delivery_status !== 'withdrawn'
        ? { status: row.delivery_status, at: row.delivery_at?.toISOString() ?? null }
        : null,
    sentAt: row.sent_at?.toISOString() ?? null,
    answeredAt: row.status === 'answered' ? (row.closed_at?.toISOString() ?? null) : null,
  };
}
