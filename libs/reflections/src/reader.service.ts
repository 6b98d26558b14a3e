import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { Invalid } from '@app/platform/errors/errors.js';
import { readerSlice, type ReaderViewName, reflectionExists } from './reader.queries.js';
import type { ReaderListView } from './reader.view.js';
import type { ThreadsOfReflections } from './reflection-threads.types.js';
import { ReflectionsService } from './reflections.service.js';

/** Which reflections are to be read. */
export interface ToRead {
  view: ReaderViewName;
  clientId?: string;
  after?: string;
  limit: number;
}

/** Reflections over all clients whose words a person reads, newest first. */
@Injectable()
export class ReaderService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly clients: ClientsService,
    private readonly reflections: ReflectionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * One slice. Throws Invalid for the view of one client without a client, and for a cursor that names nothing;
   * NotFound for a client whose words this person does not read.
   */
  list(actor: StaffActor, chosen: ToRead, threads?: ThreadsOfReflections): Promise<ReaderListView> {
    const { view, clientId = null, after = null, limit } = chosen;
    return this.db.inClinic(actor, async (tx) => {
      if (view === 'client' && clientId === null) throw new Invalid('clientId', 'isDefined');
      if (clientId !== null) await this.keyring.client(tx, clientId);
      if (after !== null && !(await reflectionExists(tx, after)))
        throw new Invalid('after', 'unknownReference');
      const ids = await readerSlice(tx, { view, clientId, after, limit: limit + 1 });
      const views = await this.reflections.viewsById(tx, ids.slice(0, limit), { threads });
      const names = await namesOf(tx, this.clients, views);
      await this.audit.record(tx, {
        action: 'reflection.listed',
        subjectType: 'reflection',
        subjectIds: views.map(({ id }) => id),
        clientIds: clientId === null ? [...names.keys()] : [clientId],
      });
      const items = views.map((one) => ({ ...one, client: named(names, one.clientId) }));
      return { items, next: ids.length > limit ? (items.at(-1)?.id ?? null) : null };
    });
  }
}

/** Names of the clients of some reflections. */
export async function namesOf(
  tx: Tx,
  clients: ClientsService,
  of: readonly { clientId: string }[],
): Promise<Map<string, string>> {
  const opened = await clients.openMany(tx, [...new Set(of.map(({ clientId }) => clientId))]);
  return new Map([...opened].map(([id, { name }]) => [id, name ?? '']));
}

export function named(names: ReadonlyMap<string, string>, id: string): { id: string; name: string } {
  return { id, name: names.get(id) ?? '' };
}
