import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan } from 'typeorm';
import { AuditService } from '@app/audit/audit.service.js';
import { AccountMailsService } from '@app/clinics/account-mails/account-mails.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, keyedHash, seal, unseal } from '@app/platform/encryption/sealing.js';
import { Conflict, Invalid, NotFound, TooManyTries } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { openName } from '../client-contact.js';
import { Client } from '../client.entity.js';
import { BreakGlassAccess } from './break-glass-access.entity.js';
import {
  accountsToTell,
  clientsOutOfReach,
  reachOf,
  type SealedName,
  sealedNames,
  takeSearch,
} from './break-glass.queries.js';
import { breakGlassView, type BreakGlassView, type FoundClientView } from './break-glass.view.js';
import { foldedName, foundByName, SEARCH_MIN } from './name-search.rules.js';

/** Accesses are listed so long, in hours: 90 days. */
const LISTED = 90 * 24;

/** Why, and for how many minutes (5 to 60). */
export interface WantedAccess {
  reason: string;
  minutes: number;
}

const byName = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

/**
 * A practitioner opens the record of a client they do not read for: with a reason, for at most an hour, told to
 * the care team and the admins. The database lets them in from the row itself, and shuts on the minute.
 */
@Injectable()
export class BreakGlassService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly mails: AccountMailsService,
  ) {}

  /**
   * At most 10 clients by name, of those whose words are out of reach. Throws Invalid when less than 3
   * characters are left of the name to search by, TooManyTries with the 21st search of an hour.
   */
  search(actor: StaffActor, name: string): Promise<FoundClientView[]> {
    if (foldedName(name).length < SEARCH_MIN) throw new Invalid('name', 'minLength', { min: SEARCH_MIN });
    return this.db.inClinic(actor, async (tx) => {
      const hashKey = await this.keyring.service('account-email', tx);
      const wait = await takeSearch(tx, keyedHash(hashKey, 'break-glass-search', actor.staffMemberId));
      if (wait > 0) throw new TooManyTries(wait);
      const key = await this.keyring.clinic(tx);
      const all = (await clientsOutOfReach(tx)).map((row) => openedName(key, tx, row));
      const found = foundByName(all.sort(inOrder), name);
      const clientIds = found.map(({ clientId }) => clientId);
      await this.audit.record(tx, {
        action: 'break-glass.searched',
        subjectType: 'client',
        subjectIds: clientIds,
        clientIds,
      });
      return found;
    });
  }

  /** Opens it at once. Throws NotFound, Conflict when the caller reads this client's words already. */
  open(actor: StaffActor, clientId: string, { reason, minutes }: WantedAccess): Promise<BreakGlassView> {
    return this.db.inClinic(actor, async (tx) => {
      const { exists, isInReach } = await reachOf(tx, clientId);
      if (!exists) throw new NotFound('client');
      if (isInReach) throw new Conflict('already-in-reach');
      const { clinicId, staffMemberId } = actor;
      const id = newId();
      const access: BreakGlassAccess = {
        clinicId,
        id,
        clientId,
        staffMemberId,
        reasonSealed: seal(await this.keyring.clinic(tx), binding(clinicId, id), reason),
        openedAt: tx.now,
        endsAt: tx.now.add({ minutes }),
        endedAt: null,
      };
      await tx.manager.insert(BreakGlassAccess, access);
      for (const accountId of await accountsToTell(tx, clientId, staffMemberId)) {
        await this.mails.add({ kind: 'break-glass', to: { accountId }, clinicId }, tx);
      }
      await this.record(tx, 'break-glass.opened', [access]);
      return (await this.views(tx, [access]))[0]!;
    });
  }

  /** Of the last 90 days, newest first: for an admin all, else one's own and those about clients in reach. */
  list(actor: StaffActor): Promise<BreakGlassView[]> {
    return this.db.inClinic(actor, async (tx) => {
      const rows = await tx.manager.find(BreakGlassAccess, {
        where: { clinicId: actor.clinicId, openedAt: MoreThan(tx.now.subtract({ hours: LISTED })) },
        order: { openedAt: 'DESC', id: 'DESC' },
      });
      await this.record(tx, 'break-glass.listed', rows);
      return this.views(tx, rows);
    });
  }

  /** Ends one's own before its time; one that is over stays as it was. Throws NotFound. */
  end(actor: StaffActor, accessId: string): Promise<BreakGlassView> {
    return this.db.inClinic(actor, async (tx) => {
      const { clinicId, staffMemberId } = actor;
      const own = { clinicId, id: accessId, staffMemberId };
      const running = { ...own, endedAt: IsNull(), endsAt: MoreThan(tx.now) };
      const { affected } = await tx.manager.update(BreakGlassAccess, running, { endedAt: tx.now });
      const access = await tx.manager.findOneBy(BreakGlassAccess, own);
      if (!access) throw new NotFound('break-glass access');
      await this.record(tx, affected === 1 ? 'break-glass.ended' : 'break-glass.read', [access]);
      return (await this.views(tx, [access]))[0]!;
    });
  }

  private async views(tx: Tx, accesses: readonly BreakGlassAccess[]): Promise<BreakGlassView[]> {
    const key = await this.keyring.clinic(tx);
    const names = await this.clinics.staffNames(tx);
    const clients = await this.clientNames(tx, key, accesses);
    return accesses.map((access) =>
      breakGlassView(access, {
        reason: unseal(key, binding(access.clinicId, access.id), access.reasonSealed),
        clientName: clients.get(access.clientId) ?? '',
        name: names.get(access.staffMemberId) ?? '',
      }),
    );
  }

  /** Whose record it was is told after it has closed as well, when the client is out of reach again. */
  private async clientNames(
    tx: Tx,
    key: Key,
    accesses: readonly BreakGlassAccess[],
  ): Promise<Map<string, string>> {
    const ids = [...new Set(accesses.map(({ clientId }) => clientId))];
    if (ids.length === 0) return new Map();
    const visible = await tx.manager.findBy(Client, { clinicId: tx.actor.clinicId, id: In(ids) });
    const opened = (await sealedNames(tx, ids)).map((row) => openedName(key, tx, row));
    return new Map([
      ...opened.map(({ clientId, name }) => [clientId, name] as const),
      ...visible.map((row) => [row.id, openName(key, row)] as const),
    ]);
  }

  private record(tx: Tx, action: string, accesses: readonly BreakGlassAccess[]): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'break-glass-access',
      subjectIds: accesses.map(({ id }) => id),
      clientIds: [...new Set(accesses.map(({ clientId }) => clientId))],
    });
  }
}

function openedName(key: Key, tx: Tx, { client_id: clientId, name_sealed: sealed }: SealedName) {
  const name = unseal(key, { clinicId: tx.actor.clinicId, label: 'client.name', rowId: clientId }, sealed);
  return { clientId, name };
}

function inOrder(one: FoundClientView, other: FoundClientView): number {
  return byName.compare(one.name, other.name) || (one.clientId < other.clientId ? -1 : 1);
}

function binding(clinicId: string, accessId: string) {
  return { clinicId, label: 'break-glass.reason', rowId: accessId };
}
