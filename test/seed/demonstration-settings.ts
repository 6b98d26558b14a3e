import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { InvitationsService } from '@app/clinics/invitations/invitations.service.js';
import { CrisisContactsService } from '@app/clinics/settings/crisis-contacts.service.js';
import { giveSlug } from '@app/clinics/settings/free-slug.js';
import { RosterCourseService } from '@app/course/roster-course.service.js';
import { Database } from '@app/platform/database/database.js';
import type { MadeClinic } from '../factories/clinic.factory.js';
import type { MadeStaffMember } from '../factories/staff-member.factory.js';

export interface SettledClinic {
  clinic: MadeClinic;
  timeZone: string;
  /** Whose clients the stories tell of. */
  therapist: MadeStaffMember;
  admin: MadeStaffMember;
  /** Stands in for the therapist; null where there is nobody. */
  colleague: MadeStaffMember | null;
  nightDesk: string;
}

const HOURS = { openFrom: '08:00', openTo: '18:00', openDays: [1, 2, 3, 4, 5], holidays: [] };

/** A clinic as it stands after its first weeks: contacts, rosters, somebody invited, somebody soon away. */
export async function settle(app: INestApplicationContext, settled: SettledClinic): Promise<void> {
  const { clinic, timeZone, therapist, admin, colleague, nightDesk } = settled;
  const today = Temporal.Now.plainDateISO(timeZone);
  const get = <T>(service: abstract new (...args: never[]) => T): T =>
    app.get<T>(service as never, { strict: false });
  await get(CrisisContactsService).put(admin.actor, 'outside-care-team', {
    // The clinic was made with one.
    version: 1,
    label: 'The clinic’s night desk',
    phone: nightDesk,
    note: 'Every evening from six until eight in the morning.',
    verifiedOn: today.subtract({ days: 3 }).toString(),
  });
  await get(Database).inClinic(admin.actor, giveSlug);
  for (const kind of ['psychological', 'medical']) {
    await get(RosterCourseService).putRoster(admin.actor, kind, {
      locationId: clinic.locationId,
      responderId: therapist.staffMemberId,
      backupId: colleague?.staffMemberId ?? null,
      outsideBackupEmail: colleague ? null : 'duty@nightdesk.example',
      leadId: admin.staffMemberId,
      ...HOURS,
    });
  }
  if (!colleague) return;
  await get(InvitationsService).invite(admin.actor, {
    email: 'sol.ferrin@fernhollow.example',
    name: 'Sol Ferrin',
    roles: ['practitioner'],
    locationId: clinic.locationId,
  });
  await get(AbsencesService).add(therapist.actor, {
    staffMemberId: therapist.staffMemberId,
    coverId: colleague.staffMemberId,
    fromOn: today.add({ days: 10 }).toString(),
    untilOn: today.add({ days: 14 }).toString(),
  });
}
