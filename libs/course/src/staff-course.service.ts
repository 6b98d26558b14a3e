import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import type { OpenStaffMember } from '@app/clinics/clinics.service.js';
import {
  type Dependants,
  leadFor,
  roleChangeTrouble,
  sameRoles,
  type StaffTrouble,
  suspensionTrouble,
} from '@app/clinics/staff/staff-changes.rules.js';
import { StaffMembersService } from '@app/clinics/staff/staff-members.service.js';
import { endAccessesOf } from '@app/clients/break-glass/break-glass.queries.js';
import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { clientsReadAlone } from '@app/clients/sole-readers.queries.js';
import type { Role, StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, staleVersion } from '@app/platform/errors/errors.js';
import type { StaffAccountView } from './staff-account.view.js';
import { StaffAccountsService } from './staff-accounts.service.js';

/** What is given is changed. `version` is the one the caller read. */
export interface StaffAccountChange {
  version: number;
  name?: string;
  roles?: readonly Role[];
  locationId?: string;
}

/** `clients`: those left without a reader stay as they are (then it is refused), or go to the lead. */
export interface Suspension {
  version: number;
  clients: 'stay' | 'to-lead';
}

/**
 * Changes who works here and as what. One transaction each: the row, the clients they leave behind, their
 * sign-ins, the mail that tells them, the audit rows.
 */
@Injectable()
export class StaffCourseService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly members: StaffMembersService,
    private readonly careTeams: CareTeamsService,
    private readonly absences: AbsencesService,
    private readonly accounts: StaffAccountsService,
  ) {}

  /**
   * Throws NotFound (member, location), Conflict (stale version, `last-admin`, `on-roster`, `sole-reader`,
   * `covers-somebody`).
   */
  change(actor: StaffActor, id: string, change: StaffAccountChange): Promise<StaffAccountView> {
    return this.db.inClinic(actor, async (tx) => {
      const { staff, member } = await this.members.locked(tx, actor, id);
      if (member.version !== change.version) throw staleVersion();
      const { name, locationId } = change;
      const roles = change.roles && !sameRoles(change.roles, member.roles) ? change.roles : undefined;
      if (roles) {
        const dependants = await this.dependants(tx, id);
        refuse(roleChangeTrouble(staff, id, roles, dependants.counts), dependants.counts, 'roles');
      }
      await this.members.change(tx, member, {
        ...(name !== undefined && { name }),
        ...(locationId && { locationId }),
        ...(roles && { roles }),
      });
      if (roles) {
        if (!roles.includes('practitioner')) {
          await this.absences.endOf(tx, id);
          await this.record(tx, 'care-team.left', id, await this.careTeams.leaveAll(tx, id));
          await this.endAccesses(tx, id);
        }
        await this.members.signOutAndTell(tx, member, 'roles-changed');
        const gains = roles.some((role) => !member.roles.includes(role));
        if (id === actor.staffMemberId && gains) await this.members.tellOtherAdmins(tx, staff, id);
      }
      await this.record(tx, roles ? 'staff-member.roles-changed' : 'staff-member.changed', id);
      return this.accounts.view(tx, id);
    });
  }

  /**
   * Throws NotFound, Conflict (stale version, `not-yourself`, `last-admin`, `on-roster`, `sole-reader`,
   * `covers-somebody`, `no-lead`, suspended already).
   */
  suspend(actor: StaffActor, id: string, { version, clients }: Suspension): Promise<StaffAccountView> {
    return this.db.inClinic(actor, async (tx) => {
      const { staff, member } = await this.members.locked(tx, actor, id);
      if (id === actor.staffMemberId) throw new Conflict('not-yourself');
      if (member.version !== version) throw staleVersion();
      const { readAlone, counts } = await this.dependants(tx, id);
      const successorId =
        clients === 'to-lead'
          ? leadFor(staff, await this.members.askedFirst(tx), [id, ...(await this.absences.awayNow(tx))])
          : undefined;
      refuse(suspensionTrouble(staff, id, counts, successorId), counts, 'clients');
      const successor = staff.find((one) => one.id === successorId);
      if (successor) await this.handOver(tx, member, successor, readAlone);
      await this.absences.endOf(tx, id);
      await this.endAccesses(tx, id);
      await this.members.change(tx, member, { status: 'suspended' });
      await this.members.signOutAndTell(tx, member, 'suspended');
      await this.record(tx, 'staff-member.suspended', id);
      return this.accounts.view(tx, id);
    });
  }

  /** Back as they were: their roles, and the seats that nobody took from them. Throws NotFound, Conflict. */
  restore(actor: StaffActor, id: string, version: number): Promise<StaffAccountView> {
    return this.db.inClinic(actor, async (tx) => {
      const { member } = await this.members.locked(tx, actor, id);
      if (member.version !== version) throw staleVersion();
      if (member.status === 'active') throw new Conflict('conflict');
      await this.members.change(tx, member, { status: 'active' });
      await this.members.tell(tx, member.accountId, 'restored');
      await this.record(tx, 'staff-member.restored', id);
      return this.accounts.view(tx, id);
    });
  }

  /** Of one's own accord. Throws Conflict (`last-admin`, `on-roster`, `sole-reader`, `covers-somebody`). */
  leave(actor: StaffActor): Promise<void> {
    return this.db.inClinic(actor, async (tx) => {
      const { staff, member } = await this.members.locked(tx, actor, actor.staffMemberId);
      const { counts } = await this.dependants(tx, member.id);
      refuse(suspensionTrouble(staff, member.id, counts), counts, 'clients');
      await this.absences.endOf(tx, member.id);
      await this.endAccesses(tx, member.id);
      await this.members.change(tx, member, { status: 'suspended' });
      await this.members.signOutAndTell(tx, member, null);
      await this.record(tx, 'staff-member.left', member.id);
    });
  }

  private async dependants(tx: Tx, id: string): Promise<{ readAlone: string[]; counts: Dependants }> {
    const readAlone = (await clientsReadAlone(tx)).get(id) ?? [];
    const covered = (await this.absences.standing(tx)).filter(({ coverId }) => coverId === id);
    const rosters = await this.members.places(tx, id);
    return { readAlone, counts: { readsAloneFor: readAlone.length, coversFor: covered.length, ...rosters } };
  }

  /** A record opened for an hour does not stay open for somebody who is let in again within it. */
  private async endAccesses(tx: Tx, staffMemberId: string): Promise<void> {
    const ended = await endAccessesOf(tx, staffMemberId);
    if (ended.length === 0) return;
    await this.audit.record(tx, {
      action: 'break-glass.ended',
      subjectType: 'break-glass-access',
      subjectIds: ended.map(({ id }) => id),
      clientIds: [...new Set(ended.map(({ clientId }) => clientId))],
    });
  }

  private async handOver(
    tx: Tx,
    from: OpenStaffMember,
    to: OpenStaffMember,
    readAlone: readonly string[],
  ): Promise<void> {
    if (readAlone.length > 0) {
      await this.careTeams.take(tx, to.id, readAlone, 'words');
      await this.record(tx, 'care-team.joined', to.id, readAlone);
    }
    await this.absences.handOver(tx, from.id, to);
  }

  private record(
    tx: Tx,
    action: string,
    staffMemberId: string,
    clientIds: readonly string[] = [],
  ): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'staff-member',
      subjectIds: [staffMemberId],
      clientIds,
    });
  }
}

/** How many clients are concerned stands beside the field that could change it. */
function refuse(trouble: StaffTrouble | null, { readsAloneFor }: Dependants, field: string): void {
  if (!trouble) return;
  const isAbout = trouble === 'sole-reader' || trouble === 'no-lead';
  throw new Conflict(
    trouble,
    isAbout ? [{ field, code: 'readsAloneFor', params: { count: readsAloneFor } }] : [],
  );
}
