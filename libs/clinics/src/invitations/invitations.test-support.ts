import type { ClinicsHouse, MadePerson } from '../clinics.test-support.js';
import type { MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { InvitationsService, type NewInvitation } from './invitations.service.js';

export const IP = '192.0.2.7';
export const CHOSEN = 'slow rivers carry leaves';
export const ended = { status: 404, code: 'link-ended' };
export const slow = { status: 429, code: 'too-many-tries' };

let count = 0;

/** A clinic whose admin invites; nobody has been written to. */
export async function whoInvites(at: ClinicsHouse): Promise<{ clinic: MadeClinic; admin: MadePerson }> {
  await at.shift('0');
  at.farEnd.forget();
  await at.rows('delete from account_mails');
  await at.rows('delete from sign_in_throttles');
  const clinic = await at.aClinic();
  return { clinic, admin: await at.aPerson({ at: clinic, roles: ['admin'] }) };
}

/** What an admin does about invitations and what is seen of it, in the clinic that `of` names then. */
export function invitationsOf(of: () => { at: ClinicsHouse; clinic: MadeClinic; admin: MadePerson }) {
  const wanted = (more: Partial<NewInvitation> = {}): NewInvitation => ({
    email: `imani-${(count += 1)}@osei.example`,
    name: 'Imani Osei',
    roles: ['practitioner'],
    locationId: of().clinic.locationId,
    ...more,
  });
  return {
    wanted,
    invited: async (more: Partial<NewInvitation> = {}) => {
      const { at, admin } = of();
      const view = await at.get(InvitationsService).invite(admin.actor, wanted(more));
      await at.sendDue();
      return { ...view, token: at.newestToken() };
    },
    isSomebodyWaiting: async () =>
      (
        await of().at.rows(
          "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
      ).length > 0,
    staffOf: ({ clinicId }: MadeClinic) =>
      of().at.rows<{ account_id: string; roles: string[] }>(
        'select account_id, roles from staff_members where clinic_id = $1 order by created_at',
        [clinicId],
      ),
    actions: () =>
      of().at.rows<{ action: string; subject_type: string; actor_kind: string }>(
        `select action, subject_type, actor_kind from audit_events where clinic_id = $1
         and action <> 'staff-member.joined' or clinic_id = $1 and job = 'accept-invitation' order by id`,
        [of().clinic.clinicId],
      ),
  };
}
