import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import { Invalid, NotFound, Unprocessable } from '@app/platform/errors/errors.js';
import { ClinicsService } from '../clinics.service.js';
import { StaffMember } from '../staff/staff-member.entity.js';
import { lockStaffing } from '../staff/staffing-lock.js';
import { write } from './one-of-a-kind.js';
import { inOrder, type OpeningHours, openingHoursTrouble } from './opening-hours.rules.js';
import { Roster } from './roster.entity.js';
import { rosterTrouble } from './roster.rules.js';
import type { RosterView } from './roster.view.js';
import { ROSTER_KINDS, type RosterKind } from './settings.types.js';

/** The whole of one roster. `version` is the one the caller read; absent where there is none yet. */
export interface WrittenRoster extends OpeningHours {
  version?: number;
  /** Whose clock the hours are on. */
  locationId: string;
  responderId: string;
  backupId?: string | null;
  /** Gets wordless notices. Needed where nobody here can be backup. */
  outsideBackupEmail?: string | null;
  leadId: string;
  /** `YYYY-MM-DD` */
  holidays: readonly string[];
}

/** Who answers safety flags, where and when. */
@Injectable()
export class RostersService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly clinics: ClinicsService,
  ) {}

  /** The address of an outside backup is told to admins alone. */
  list(actor: StaffActor): Promise<RosterView[]> {
    return this.db.inClinic(actor, async (tx) => {
      const rows = await tx.manager.findBy(Roster, { clinicId: actor.clinicId });
      const key = await this.keyring.clinic(tx);
      return ROSTER_KINDS.flatMap((kind) => rows.filter((row) => row.kind === kind)).map((row) =>
        rosterView(row, actor.roles.includes('admin') ? key : null),
      );
    });
  }

  /**
   * In the transaction of a command that knows what follows, and records it.
   * @throws NotFound for an unknown kind or location, Unprocessable for people who cannot stand on it, Invalid
   * for hours that do not work, Conflict (stale version)
   */
  async apply(tx: Tx, kind: string, wish: WrittenRoster): Promise<RosterView> {
    const known = kindOf(kind);
    // Nobody is suspended while they are put on a roster.
    await lockStaffing(tx, 'rely');
    await this.clinics.location(tx, wish.locationId);
    await mustFit(tx, wish);
    const key = await this.keyring.clinic(tx);
    return rosterView(await write(tx, Roster, rosterOf(key, tx.actor.clinicId, known, wish)), key);
  }
}

async function mustFit(tx: Tx, wish: WrittenRoster): Promise<void> {
  const hours = openingHoursTrouble(wish);
  if (hours) throw new Invalid(hours.field, hours.code);
  const { responderId, backupId = null, leadId, outsideBackupEmail } = wish;
  const people = { responderId, backupId, leadId, hasOutsideBackup: Boolean(outsideBackupEmail) };
  const staff = await tx.manager.findBy(StaffMember, { clinicId: tx.actor.clinicId });
  const trouble = rosterTrouble(people, staff);
  if (trouble) throw new Unprocessable('invalid', [{ ...trouble, params: {} }]);
}

/** The row that is written, one version on. */
function rosterOf(key: Key, clinicId: string, kind: RosterKind, wish: WrittenRoster): Roster {
  const email = wish.outsideBackupEmail;
  return {
    clinicId,
    kind,
    locationId: wish.locationId,
    responderId: wish.responderId,
    backupId: wish.backupId ?? null,
    outsideBackupSealed: email ? seal(key, binding(clinicId, kind), email) : null,
    leadId: wish.leadId,
    openFrom: wish.openFrom,
    openTo: wish.openTo,
    openDays: inOrder(wish.openDays),
    holidays: inOrder(wish.holidays),
    version: (wish.version ?? 0) + 1,
  };
}

/** @throws NotFound */
function kindOf(kind: string): RosterKind {
  const known = ROSTER_KINDS.find((one) => one === kind);
  if (!known) throw new NotFound('roster');
  return known;
}

function binding(clinicId: string, kind: RosterKind) {
  return { clinicId, label: 'roster.outside-backup', rowId: kind };
}

/** With the key: for an admin. */
function rosterView(row: Roster, key: Key | null): RosterView {
  const sealed = row.outsideBackupSealed;
  return {
    kind: row.kind,
    version: row.version,
    locationId: row.locationId,
    responderId: row.responderId,
    backupId: row.backupId,
    outsideBackupEmail: key && sealed && unseal(key, binding(row.clinicId, row.kind), sealed),
    leadId: row.leadId,
    openFrom: row.openFrom.slice(0, 5),
    openTo: row.openTo.slice(0, 5),
    openDays: row.openDays,
    holidays: row.holidays,
  };
}
