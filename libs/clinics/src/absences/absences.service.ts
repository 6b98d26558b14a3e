import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { IsNull, MoreThan } from 'typeorm';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { ClinicsService, type OpenStaffMember } from '../clinics.service.js';
import { lockStaffing, mustStillWorkHere } from '../staff/staffing-lock.js';
import { Absence } from './absence.entity.js';
import { clientsOf } from './absence.queries.js';
import {
  absenceConflict,
  absenceState,
  absenceTrouble,
  timeAway,
  type WantedAbsence,
} from './absence.rules.js';
import { absenceView, type AbsenceView } from './absence.view.js';

/** Absences that are over stay in the list so long, in hours: 30 days. */
const SHOWN_AFTER = 30 * 24;

/**
 * Who is away, and who reads for their clients meanwhile. The database itself lets the cover in, exactly from
 * the start of an absence to its end.
 */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly mails: AccountMailsService,
  ) {}

  /** Those of now, ahead and over within 30 days, in the order of their beginning. */
  list(actor: StaffActor): Promise<AbsenceView[]> {
    return this.db.inClinic(actor, async (tx) => {
      const rows = await tx.manager.findBy(Absence, {
        clinicId: tx.actor.clinicId,
        endsAt: MoreThan(tx.now.subtract({ hours: SHOWN_AFTER })),
      });
      const names = await this.clinics.staffNames(tx);
      const shown = rows.filter(({ endedAt }) => !endedAt || isRecent(endedAt, tx.now));
      return shown.sort(byBeginning).map((absence) => absenceView(absence, names, tx.now));
    });
  }

  /**
   * An admin for anybody, a practitioner for themself. Throws NotFound (for somebody else), Unprocessable
   * (people or days), Conflict (away already, or covering for somebody then).
   */
  add(actor: StaffActor, wanted: WantedAbsence): Promise<AbsenceView> {
    return this.db.inClinic(actor, async (tx) => {
      mustDecideFor(actor, wanted.staffMemberId);
      await lockStaffing(tx);
      const staff = await this.clinics.staff(tx);
      mustStillWorkHere(actor, staff);
      const away = await this.checked(tx, staff, wanted);
      const { staffMemberId, coverId, fromOn, untilOn } = wanted;
      const absence: Absence = {
        clinicId: actor.clinicId,
        id: newId(),
        staffMemberId,
        coverId,
        fromOn,
        untilOn,
        ...away,
        createdBy: actor.staffMemberId,
        createdAt: tx.now,
        endedAt: null,
        version: 1,
      };
      await tx.manager.insert(Absence, absence);
      await this.tell(
        tx,
        'cover',
        staff.find(({ id }) => id === coverId)!,
      );
      // Others reach their clients: whose they are hears of it, whoever wrote it down.
      if (staffMemberId !== actor.staffMemberId) {
        await this.tell(
          tx,
          'away-planned',
          staff.find(({ id }) => id === staffMemberId)!,
        );
      }
      await this.record(tx, 'absence.added', absence);
      return absenceView(absence, namesOf(staff), tx.now);
    });
  }

  /** Back early, or not away after all. Throws NotFound, Conflict (stale version, over already). */
  end(actor: StaffActor, absenceId: string, version: number): Promise<AbsenceView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await tx.manager.findOneBy(Absence, { clinicId: actor.clinicId, id: absenceId });
      if (!row) throw new NotFound('absence');
      mustDecideFor(actor, row.staffMemberId);
      if (row.version !== version) throw staleVersion();
      if (absenceState(row, tx.now) === 'over') throw new Conflict('conflict');
      return absenceView(await this.endNow(tx, row), await this.clinics.staffNames(tx), tx.now);
    });
  }

  /** Those of now and ahead. */
  standing(tx: Tx): Promise<Absence[]> {
    return tx.manager.findBy(Absence, {
      clinicId: tx.actor.clinicId,
      endedAt: IsNull(),
      endsAt: MoreThan(tx.now),
    });
  }

  /** The staff members who are away now. */
  async awayNow(tx: Tx): Promise<string[]> {
    const now = (await this.standing(tx)).filter((one) => absenceState(one, tx.now) === 'now');
    return now.map(({ staffMemberId }) => staffMemberId);
  }

  /** Ends those, now and ahead, of who goes: nobody reads on in place of somebody gone. Under the staffing lock. */
  async endOf(tx: Tx, staffMemberId: string): Promise<void> {
    for (const row of await this.standing(tx)) {
      if (row.staffMemberId === staffMemberId) await this.endNow(tx, row);
    }
  }

  /**
   * Gives the cover of one staff member, now and ahead, to another; where that would be who is away, it ends.
   * Under the staffing lock.
   */
  async handOver(tx: Tx, fromId: string, to: OpenStaffMember): Promise<void> {
    const covered = (await this.standing(tx)).filter(({ coverId }) => coverId === fromId);
    for (const row of covered) {
      const { clinicId, id, staffMemberId, version } = row;
      if (staffMemberId === to.id) {
        await this.endNow(tx, row);
      } else {
        await tx.manager.update(Absence, { clinicId, id }, { coverId: to.id, version: version + 1 });
        await this.record(tx, 'absence.cover-changed', row);
      }
    }
    if (covered.some(({ staffMemberId }) => staffMemberId !== to.id)) await this.tell(tx, 'cover', to);
  }

  private async endNow(tx: Tx, row: Absence): Promise<Absence> {
    const { clinicId, id, version } = row;
    const ended = { endedAt: tx.now, version: version + 1 };
    const { affected } = await tx.manager.update(Absence, { clinicId, id, version }, ended);
    if (affected !== 1) throw staleVersion();
    await this.record(tx, 'absence.ended', row);
    return { ...row, ...ended };
  }

  private tell(tx: Tx, kind: 'cover' | 'away-planned', { accountId }: OpenStaffMember): Promise<void> {
    return this.mails.add({ kind, to: { accountId }, clinicId: tx.actor.clinicId }, tx);
  }

  /** Names the clients who come into the reach of the cover, or leave it. */
  private async record(tx: Tx, action: string, { id, staffMemberId }: Absence): Promise<void> {
    const clientIds = await clientsOf(tx, staffMemberId);
    await this.audit.record(tx, { action, subjectType: 'absence', subjectIds: [id], clientIds });
  }

  private async checked(tx: Tx, staff: readonly OpenStaffMember[], wanted: WantedAbsence) {
    const member = staff.find(({ id }) => id === wanted.staffMemberId);
    if (!member) {
      throw new Unprocessable('invalid', [{ field: 'staffMemberId', code: 'notOnStaff', params: {} }]);
    }
    const { timeZone } = await this.clinics.location(tx, member.locationId);
    const known = await this.standing(tx);
    const trouble = absenceTrouble(wanted, staff, known, { timeZone, now: tx.now });
    if (trouble) throw new Unprocessable('invalid', [trouble]);
    const away = timeAway(wanted, timeZone);
    const conflict = absenceConflict(member.id, away, known);
    if (conflict) throw new Conflict(conflict);
    return away;
  }
}

/** Somebody else's absence is not there for who may not decide it. */
function mustDecideFor(actor: StaffActor, staffMemberId: string): void {
  if (actor.roles.includes('admin') || actor.staffMemberId === staffMemberId) return;
  throw new NotFound('staff member');
}

function isRecent(endedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(endedAt, now.subtract({ hours: SHOWN_AFTER })) > 0;
}

function byBeginning(one: Absence, other: Absence): number {
  return Temporal.Instant.compare(one.startsAt, other.startsAt) || (one.id < other.id ? -1 : 1);
}

function namesOf(staff: readonly OpenStaffMember[]): Map<string, string> {
  return new Map(staff.map(({ id, name }) => [id, name]));
}
