import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { type Page, pageOf } from '@app/clients/list-page.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { Conflict, NotFound } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { openThread, sealThread } from './thread-body.js';
import { bumpThread, type LockedThread, lockThread, mustBe, sourcesOf } from './thread-rows.js';
import { ThreadViews } from './thread-views.service.js';
import { Thread } from './thread.entity.js';
import type { Scale } from './thread.types.js';
import type { ThreadListView, ThreadView } from './thread.view.js';

export interface NewThread {
  /** Null: unnamed. */
  name: string | null;
  scale?: Scale | null;
  originReflectionId?: string;
}

/** What is to be otherwise; what is absent stays. */
export interface ThreadChange {
  version: number;
  name?: string | null;
  shared?: boolean;
  scale?: Scale | null;
}

/** What is done to a thread that is there: the rest is the same for all of it. */
interface Deed {
  id: string;
  /** Any, when absent. */
  version?: number;
  what: string;
  act: (tx: Tx, thread: LockedThread) => Promise<void>;
}

/** The strands of a client, for who reads their words. Where one stands is another service's. */
@Injectable()
export class ThreadsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly views: ThreadViews,
    private readonly audit: AuditService,
  ) {}

  /** Oldest first, archived ones too. NotFound for who does not read this client's words. */
  list(actor: StaffActor, clientId: string, page: Page): Promise<ThreadListView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      const list = pageOf(await this.views.ofClient(tx, key, clientId), page);
      await this.note(
        tx,
        'listed',
        clientId,
        list.items.map(({ id }) => id),
      );
      return list;
    });
  }

  /** Throws NotFound, also for a reflection that is not this client's. */
  add(actor: StaffActor, clientId: string, added: NewThread): Promise<ThreadView> {
    return this.db.inClinic(actor, async (tx) => {
      const key = await this.keyring.client(tx, clientId);
      const { name, scale = null, originReflectionId = null } = added;
      if (originReflectionId) await mustBeOf(tx, clientId, originReflectionId);
      const { clinicId, staffMemberId: createdBy } = actor;
      const id = newId();
      const body = { name, scale, isNamedByClient: false };
      const bodySealed = sealThread(key, { clinicId, rowId: id }, body);
      const fresh = { sharedAt: null, archivedAt: null, createdAt: tx.now, version: 1 };
      await tx.manager.insert(Thread, {
        ...{ clinicId, id, clientId, bodySealed, createdBy, originReflectionId },
        ...fresh,
      });
      return this.told(tx, 'added', { id, client_id: clientId });
    });
  }

  /** Throws NotFound, Conflict (stale version). */
  change(actor: StaffActor, id: string, { version, ...change }: ThreadChange): Promise<ThreadView> {
    return this.alter(actor, {
      ...{ id, version, what: 'changed' },
      act: async (tx, thread) => {
        const key = await this.keyring.client(tx, thread.client_id);
        const owner = { clinicId: actor.clinicId, rowId: id };
        const body = openThread(key, owner, thread.body_sealed);
        const renamed = change.name !== undefined && { name: change.name, isNamedByClient: false };
        const rescaled = change.scale !== undefined && { scale: change.scale };
        const sealed = sealThread(key, owner, { ...body, ...renamed, ...rescaled });
        const shared = change.shared ?? thread.shared_at !== null;
        await tx.query(
          `update threads set body_sealed = $3,
             shared_at = case when $4 then coalesce(shared_at, app_now()) end
           where clinic_id = $1 and id = $2`,
          [actor.clinicId, id, sealed, shared],
        );
      },
    });
  }

  /** Puts it away, with its history; nothing asks about it. Throws NotFound, Conflict (stale version). */
  setArchived(
    actor: StaffActor,
    id: string,
    { version, archived }: { version: number; archived: boolean },
  ): Promise<ThreadView> {
    return this.alter(actor, {
      ...{ id, version, what: archived ? 'archived' : 'restored' },
      act: async (tx) => {
        await tx.query(
          `update threads set archived_at = case when $3 then coalesce(archived_at, app_now()) end
           where clinic_id = $1 and id = $2`,
          [actor.clinicId, id, archived],
        );
      },
    });
  }

  /** Does one thing to a thread, and tells of it. Throws NotFound, Conflict (stale version), and what `act` throws. */
  alter(actor: StaffActor, { id, version, what, act }: Deed): Promise<ThreadView> {
    return this.db.inClinic(actor, async (tx) => {
      const thread = await lockThread(tx, id);
      if (version !== undefined) mustBe(thread, version);
      await act(tx, thread);
      await bumpThread(tx, id);
      return this.told(tx, what, thread);
    });
  }

  private async told(
    tx: Tx,
    what: string,
    { id, client_id: clientId }: Pick<LockedThread, 'id' | 'client_id'>,
  ): Promise<ThreadView> {
    const key = await this.keyring.client(tx, clientId);
    const [view] = await this.views.ofClient(tx, key, clientId, id);
    await this.note(tx, what, clientId, [id]);
    return view!;
  }

  private note(tx: Tx, what: string, clientId: string, subjectIds: readonly string[]): Promise<void> {
    const action = `thread.${what}`;
    return this.audit.record(tx, { action, subjectType: 'thread', subjectIds, clientIds: [clientId] });
  }
}

/** Nothing is set or checked on one that was put away. @throws Conflict */
export function mustBeOpen(thread: Pick<LockedThread, 'archived_at'>): void {
  if (thread.archived_at) throw new Conflict('thread-archived');
}

async function mustBeOf(tx: Tx, clientId: string, reflectionId: string): Promise<void> {
  const [row] = await sourcesOf(tx, clientId, [reflectionId]);
  if (!row) throw new NotFound('reflection');
}
