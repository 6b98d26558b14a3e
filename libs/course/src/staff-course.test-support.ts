import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { type OpenCourse, rowsOf } from '../../../test/support/course/open-course.js';
import type { StaffAccountView } from './staff-account.view.js';
import { StaffAccountsService } from './staff-accounts.service.js';
import { StaffCourseService } from './staff-course.service.js';

/** A change that cannot be made as things stand. */
export const refused = (code: string) => ({ status: 409, code });

/** What an admin does about the staff and what is seen of it, in the course that `of` names then. */
export function staffOf(of: () => OpenCourse) {
  const get = <T>(service: abstract new (...args: never[]) => T): T =>
    of().app.get(service as never, { strict: false });
  return {
    account: async ({ staffMemberId }: StaffActor): Promise<StaffAccountView> =>
      (await get(StaffAccountsService).list(of().admin)).find(({ id }) => id === staffMemberId)!,
    mails: async (to: StaffActor) =>
      (
        await rowsOf<{ kind: string; clinic_id: string }>(
          of(),
          'select kind, clinic_id from account_mails order by created_at, id',
        )
      ).map(({ kind, clinic_id: clinicId }) => (clinicId === to.clinicId ? kind : 'of another clinic')),
    audits: (action: string) =>
      rowsOf<{ subject_ids: string[]; client_ids: string[] }>(
        of(),
        'select subject_ids, client_ids from audit_events where action = $1 order by at, id',
        [action],
      ),
    aSignIn: async ({ accountId, clinicId, staffMemberId }: StaffActor) => {
      await rowsOf(
        of(),
        `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
           expires_at, second_factor_at, second_factor)
         values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, $3, now(), now(),
           now() + interval '12 hours', now(), 'totp')`,
        [accountId, clinicId, staffMemberId],
      );
    },
    openSignIns: async ({ staffMemberId }: StaffActor) =>
      (
        await rowsOf(of(), 'select 1 from sign_ins where staff_member_id = $1 and revoked_at is null', [
          staffMemberId,
        ])
      ).length,
    suspend: (who: StaffActor, clients: 'stay' | 'to-lead' = 'stay', version = 1) =>
      get(StaffCourseService).suspend(of().admin, who.staffMemberId, { version, clients }),
    reading: (clientId: string) => ({
      read: (by: StaffActor) => get(ClientsService).read(by, clientId),
    }),
    awayToday: async (who: StaffActor, cover: StaffActor) => {
      const today = (await of().house.db.now()).toZonedDateTimeISO('America/Boise').toPlainDate().toString();
      await get(AbsencesService).add(of().admin, {
        staffMemberId: who.staffMemberId,
        coverId: cover.staffMemberId,
        fromOn: today,
        untilOn: today,
      });
    },
  };
}
