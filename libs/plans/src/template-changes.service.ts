import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, NotFound, staleVersion } from '@app/platform/errors/errors.js';
import { Idempotency } from '@app/platform/idempotency/idempotency.js';
import { newId } from '@app/platform/ids/ids.js';
import { addTemplate, bumpTemplate, lockTemplate, publishVersion } from './prompt-templates.queries.js';

type Kind = 'prompt' | 'plan';

interface NewTemplate<View> {
  idempotencyKey: string | undefined;
  body: unknown;
  startedFrom: string | null;
  content: (tx: Tx) => Promise<unknown>;
  view: (tx: Tx, id: string) => Promise<View>;
}

interface TemplateChange<View> {
  id: string;
  version: number;
  view: (tx: Tx, id: string) => Promise<View>;
}

/** What adding, publishing, archiving and restoring have in common for prompt and plan templates. */
@Injectable()
export class TemplateChanges {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly idempotency: Idempotency,
  ) {}

  async add<View>(actor: StaffActor, kind: Kind, added: NewTemplate<View>): Promise<View> {
    const { idempotencyKey: key, body, startedFrom } = added;
    return this.db.inClinic(actor, async (tx) => {
      const route = `POST /${kind}-templates`;
      const id = await this.idempotency.once(tx, { key, route, body }, async () => {
        const made = newId();
        const content = await added.content(tx);
        await addTemplate(tx, kind, made, startedFrom);
        await publishVersion(tx, kind, made, content);
        await this.note(tx, kind, made, 'added');
        return made;
      });
      return added.view(tx, id);
    });
  }

  /** Throws NotFound, Conflict (stale version, archived), and what `content` throws. */
  async publish<View>(
    actor: StaffActor,
    kind: Kind,
    change: TemplateChange<View> & { content: (tx: Tx) => Promise<unknown> },
  ): Promise<View> {
    return this.db.inClinic(actor, async (tx) => {
      const { archived_at: archivedAt } = await this.lock(tx, kind, change);
      if (archivedAt) throw new Conflict('template-archived');
      await publishVersion(tx, kind, change.id, await change.content(tx));
      await bumpTemplate(tx, kind, change.id, false);
      await this.note(tx, kind, change.id, 'published');
      return change.view(tx, change.id);
    });
  }

  /** What uses it goes on using it; nothing new may. Throws NotFound, Conflict (stale version). */
  async setArchived<View>(
    actor: StaffActor,
    kind: Kind,
    change: TemplateChange<View>,
    archived: boolean,
  ): Promise<View> {
    return this.db.inClinic(actor, async (tx) => {
      await this.lock(tx, kind, change);
      await bumpTemplate(tx, kind, change.id, archived);
      await this.note(tx, kind, change.id, archived ? 'archived' : 'restored');
      return change.view(tx, change.id);
    });
  }

  private async lock(tx: Tx, kind: Kind, { id, version }: { id: string; version: number }) {
    const row = await lockTemplate(tx, kind, id);
    if (!row) throw new NotFound(`${kind}-template`);
    if (row.version !== version) throw staleVersion();
    return row;
  }

  private note(tx: Tx, kind: Kind, id: string, what: string): Promise<void> {
    return this.audit.record(tx, {
      action: `${kind}-template.${what}`,
      subjectType: `${kind}-template`,
      subjectIds: [id],
      clientIds: [],
    });
  }
}
