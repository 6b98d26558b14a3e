import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { NotFound, staleVersion } from '@app/platform/errors/errors.js';
import { Appointment } from './appointment.entity.js';
import { BringList } from './bring-list.entity.js';
import {
  type BringItemView,
  type BringListView,
  NOTHING_TO_BRING,
  openBringList,
  sealBringList,
} from './bring-list.view.js';

/** Most entries, and the longest one in characters. */
export const BRING_LIST = { items: 50, text: 300 };

/** What a practitioner means to bring to one call: typed, never generated; row-level security keeps it theirs. */
@Injectable()
export class BringListsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly audit: AuditService,
  ) {}

  /** One's own for an appointment, with the key of its client. */
  async of(tx: Tx, actor: StaffActor, key: Key, appointmentId: string): Promise<BringListView> {
    const owner = { clinicId: actor.clinicId, appointmentId, staffMemberId: actor.staffMemberId };
    const row = await tx.manager.findOneBy(BringList, owner);
    if (!row) return NOTHING_TO_BRING;
    return { version: row.version, items: openBringList(key, owner, row.bodySealed) };
  }

  /**
   * Puts these entries in place of those of `version`, 0 when there were none. Throws NotFound for who does not read
   * this client's words; Conflict (stale version).
   */
  put(
    actor: StaffActor,
    appointmentId: string,
    { version, items }: { version: number; items: readonly BringItemView[] },
  ): Promise<BringListView> {
    return this.db.inClinic(actor, async (tx) => {
      const { clinicId, staffMemberId } = actor;
      const appointment = await tx.manager.findOneBy(Appointment, { clinicId, id: appointmentId });
      if (!appointment) throw new NotFound('appointment');
      const { clientId } = appointment;
      const key = await this.keyring.client(tx, clientId);
      const owner = { clinicId, appointmentId, staffMemberId };
      const sealed = sealBringList(key, owner, items);
      const of = [clinicId, appointmentId, staffMemberId, sealed];
      const written =
        version === 0
          ? await tx.query(
              `insert into bring_lists
                 (clinic_id, appointment_id, staff_member_id, body_sealed, client_id, updated_at, version)
               values ($1, $2, $3, $4, $5, app_now(), 1) on conflict do nothing returning version`,
              [...of, clientId],
            )
          : await tx.query(
              `with changed as (
                 update bring_lists set body_sealed = $4, updated_at = app_now(), version = version + 1
                 where clinic_id = $1 and appointment_id = $2 and staff_member_id = $3 and version = $5
                 returning version)
               select version from changed`,
              [...of, version],
            );
      if (written.length !== 1) throw staleVersion();
      await this.audit.record(tx, {
        action: 'bring-list.written',
        subjectType: 'appointment',
        subjectIds: [appointmentId],
        clientIds: [clientId],
      });
      return this.of(tx, actor, key, appointmentId);
    });
  }
}
