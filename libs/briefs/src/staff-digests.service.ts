import { Injectable } from '@nestjs/common';
import { AccountMailsService } from '@app/clinics/account-mails/account-mails.service.js';
import type { DigestFigures } from '@app/design/emails/digest-email.js';
import type { StaffActor, SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { unreadPromised } from '@app/reflections/reading-tasks.queries.js';
import { toReadUntil } from '@app/reflections/reading-tasks.rules.js';
import { digestReceiver, takeDigestTurn, waitingToday } from './staff-digests.queries.js';
import { deliveryTasks } from './today.queries.js';

export interface DueDigest {
  clinicId: string;
  staffMemberId: string;
}

/** The morning mail: how much waits, for who wants to be told. At most one on an open day. */
@Injectable()
export class StaffDigests {
  constructor(
    private readonly db: Database,
    private readonly mails: AccountMailsService,
  ) {}

  /** Whose location has opened today, and who has not been looked after yet. */
  due(): Promise<DueDigest[]> {
    return this.db.acrossClinics(
      'select clinic_id as "clinicId", staff_member_id as "staffMemberId" from find_due_digests_across_clinics()',
    );
  }

  /** Nothing when nothing waits, or the person is away: then the day passes without a mail. */
  async write({ clinicId, staffMemberId }: DueDigest): Promise<void> {
    const system: SystemActor = { kind: 'system', clinicId, job: 'write-staff-digests' };
    const receiver = await this.db.inClinic(system, (tx) => digestReceiver(tx, staffMemberId));
    if (!receiver) return;
    const { accountId, roles, timeZone, isAway } = receiver;
    // Counted as the person: the product itself reads nobody's reflections, and a count gives no reach.
    const person: StaffActor = { kind: 'staff', clinicId, accountId, staffMemberId, roles };
    const figures = await this.figures(person, timeZone);
    await this.db.inClinic(system, async (tx) => {
      if (!(await takeDigestTurn(tx, staffMemberId))) return;
      if (isAway || Object.values(figures).every((n) => n === 0)) return;
      await this.mails.add({ kind: 'digest', clinicId, to: { accountId }, figures }, tx);
    });
  }

  private figures(person: StaffActor, timeZone: string): Promise<DigestFigures> {
    return this.db.inClinic(person, async (tx) => {
      const date = tx.now.toZonedDateTimeISO(timeZone).toPlainDate();
      const startOf = (days: number) => date.add({ days }).toZonedDateTime(timeZone).toInstant();
      const untilTomorrow = startOf(2);
      const unread = await unreadPromised(tx, untilTomorrow);
      return {
        ...(await waitingToday(tx, person.staffMemberId, { starts: startOf(0), ends: startOf(1) })),
        toRead: toReadUntil(unread, person.staffMemberId, tx.now, untilTomorrow),
        delivery: (await deliveryTasks(tx)).length,
      };
    });
  }
}
