import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { AccountMailsService } from '@app/clinics/account-mails/account-mails.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { treatsNow } from '@app/clinics/staff/staff-changes.rules.js';
import { lockStaffing, mustStillWorkHere } from '@app/clinics/staff/staffing-lock.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, NotFound, Unprocessable } from '@app/platform/errors/errors.js';
import { CareTeamMember } from './care-team-member.entity.js';
import { careTeamAfter, isRead, mayChangeCareTeam, readersToTell } from './care-team.rules.js';
import type { OpenClient } from './client-contact.js';
import type { Seat } from './client.types.js';
import { clientView, type ClientView } from './client.view.js';
import { type StandingConsent, standingConsent } from './consents.queries.js';
import { ClientsService } from './clients.service.js';

/** What a change of a care team starts from: under both locks, so that it stays so. */
interface StandingTeam {
  client: OpenClient;
  team: CareTeamMember[];
  staff: Awaited<ReturnType<ClinicsService['staff']>>;
  consent: StandingConsent | null;
}

/** Who sits on the care team of a client. The client is told who reads: their page lists the team as it is. */
@Injectable()
export class CareTeamsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly clients: ClientsService,
    private readonly mails: AccountMailsService,
  ) {}

  /**
   * Gives somebody a seat, or another one. Throws NotFound (client, colleague, or not the caller's to change),
   * Unprocessable (they do not treat), Conflict (nobody would read).
   */
  seat(actor: StaffActor, clientId: string, staffMemberId: string, seat: Seat): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      const { client, team, staff, consent } = await this.standing(tx, actor, clientId);
      const colleague = staff.find(({ id }) => id === staffMemberId);
      if (!colleague) throw new NotFound('staff member');
      if (!treatsNow(colleague)) {
        throw new Unprocessable('invalid', [{ field: 'staffMemberId', code: 'notTreating', params: {} }]);
      }
      const before = team.find((one) => one.staffMemberId === staffMemberId);
      const { clinicId } = actor;
      const joins = { clinicId, clientId, staffMemberId, joinedAt: before?.joinedAt ?? tx.now, seat };
      const after = careTeamAfter(team, { joins });
      if (!isRead(after, staff)) throw new Conflict('sole-reader');
      await this.take(tx, staffMemberId, [clientId], seat);
      for (const accountId of readersToTell({ team, after }, staff, actor.staffMemberId)) {
        await this.mails.add({ kind: 'care-team-changed', to: { accountId }, clinicId }, tx);
      }
      await this.record(tx, actionOf(before?.seat, seat), staffMemberId, clientId);
      return viewOf(tx, { client, staff, consent }, after);
    });
  }

  /** Takes somebody off. Throws NotFound (also when they are not on it), Conflict (nobody would read). */
  leave(actor: StaffActor, clientId: string, staffMemberId: string): Promise<ClientView> {
    return this.db.inClinic(actor, async (tx) => {
      const { client, team, staff, consent } = await this.standing(tx, actor, clientId);
      const after = careTeamAfter(team, { leavesId: staffMemberId });
      if (after.length === team.length) throw new NotFound('staff member');
      if (!isRead(after, staff)) throw new Conflict('sole-reader');
      await this.record(tx, 'care-team.left', staffMemberId, clientId);
      await tx.manager.delete(CareTeamMember, { clinicId: actor.clinicId, clientId, staffMemberId });
      // Put together from what was read: whoever took themself off sees the client no more.
      return viewOf(tx, { client, staff, consent }, after);
    });
  }

  /** Gives one staff member this seat for several clients, whatever seat they had. */
  async take(tx: Tx, staffMemberId: string, clientIds: readonly string[], seat: Seat): Promise<void> {
    await tx.query(
      `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
       select $1, client_id, $2, $3, app_now() from unnest($4::uuid[]) as client_id
       on conflict (clinic_id, client_id, staff_member_id) do update set seat = excluded.seat`,
      [tx.actor.clinicId, staffMemberId, seat, clientIds],
    );
  }

  /** Takes one staff member off every care team. Gives the clients. */
  async leaveAll(tx: Tx, staffMemberId: string): Promise<string[]> {
    const rows = await tx.query<{ client_id: string }>(
      `select client_id from care_team_members
       where clinic_id = $1 and staff_member_id = $2 order by client_id`,
      [tx.actor.clinicId, staffMemberId],
    );
    await tx.manager.delete(CareTeamMember, { clinicId: tx.actor.clinicId, staffMemberId });
    return rows.map((row) => row.client_id);
  }

  private async standing(tx: Tx, actor: StaffActor, clientId: string): Promise<StandingTeam> {
    await lockStaffing(tx);
    await this.clients.lock(tx, clientId);
    const team = await this.clients.careTeam(tx, clientId);
    if (!mayChangeCareTeam(actor, team)) throw new NotFound('client');
    const staff = await this.clinics.staff(tx);
    mustStillWorkHere(actor, staff);
    const client = await this.clients.open(tx, clientId);
    return { client, team, staff, consent: await standingConsent(tx, clientId) };
  }

  private record(tx: Tx, action: string, staffMemberId: string, clientId: string): Promise<void> {
    const subjectIds = [staffMemberId];
    return this.audit.record(tx, { action, subjectType: 'staff-member', subjectIds, clientIds: [clientId] });
  }
}

function actionOf(before: Seat | undefined, after: Seat): string {
  if (before === undefined) return 'care-team.joined';
  return before === after ? 'care-team.read' : 'care-team.seat-changed';
}

function viewOf(
  { now }: Tx,
  { client, staff, consent }: Omit<StandingTeam, 'team'>,
  careTeam: readonly CareTeamMember[],
): ClientView {
  const staffNames = new Map(staff.map(({ id, name }) => [id, name]));
  return clientView(client, { careTeam, staffNames, consent, now });
}
