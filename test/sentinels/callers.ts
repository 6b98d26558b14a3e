import type { Client } from 'pg';
import type { Role } from '@app/platform/actor.js';
import { newToken, tokenHash } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { MadeClinic } from '../factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../factories/staff-member.factory.js';
import type { RunningApi } from '../support/api/running-api.js';

/** Somebody of the staff with a sign-in. */
export interface Person extends MadeStaffMember {
  clinic: MadeClinic;
  /** The `Cookie` header of a sign-in that is complete and stepped up. */
  cookie: string;
}

export type Seat = 'words' | 'body' | 'supervisor';

/** How far a sign-in has come: after the password alone, complete long ago, or complete just now. */
export type SignInState = 'half' | 'not stepped up' | 'stepped up';

/** Makes people who sign in without a word: their sign-ins are rows, as signing in would have left them. */
export class People {
  constructor(
    private readonly api: RunningApi,
    private readonly admin: Client,
  ) {}

  async person(clinic: MadeClinic, name: string, ...roles: Role[]): Promise<Person> {
    const made = await aStaffMember(this.api.house, { clinic, name, roles });
    return { ...made, clinic, cookie: await this.signIn(made, 'stepped up') };
  }

  async signIn({ accountId, actor }: MadeStaffMember, state: SignInState): Promise<string> {
    const token = newToken();
    await this.admin.query(
      `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
         expires_at, second_factor_at, second_factor, stepped_up_at)
       values ($1, $2, $3, $4, $5, app_now(), app_now(), app_now() + interval '12 hours',
         case when $6 then app_now() end, case when $6 then 'totp' end, case when $7 then app_now() end)`,
      [
        newId(),
        tokenHash(token),
        accountId,
        actor.clinicId,
        actor.staffMemberId,
        state !== 'half',
        state === 'stepped up',
      ],
    );
    return `signin=${token}`;
  }

  async seat({ actor }: MadeStaffMember, clientId: string, seat: Seat): Promise<void> {
    await this.admin.query(
      `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
       values ($1, $2, $3, $4, app_now())`,
      [actor.clinicId, clientId, actor.staffMemberId, seat],
    );
  }

  /** From yesterday until tomorrow. */
  async cover({ actor }: MadeStaffMember, away: MadeStaffMember): Promise<void> {
    await this.admin.query(
      `insert into absences (clinic_id, id, staff_member_id, cover_id, from_on, until_on, starts_at, ends_at,
         created_by, created_at, version)
       values ($1, $2, $3, $4, current_date, current_date, app_now() - interval '1 day',
         app_now() + interval '1 day', $3, app_now(), 1)`,
      [actor.clinicId, newId(), away.staffMemberId, actor.staffMemberId],
    );
  }

  /** For an hour, through the front door: the others are told. */
  async breakGlass({ cookie }: Person, clientId: string): Promise<void> {
    const body = { reason: 'Their therapist is away and nobody covers.', minutes: 60 };
    const answer = await this.api.call('post', `/api/clients/${clientId}/break-glass`, cookie).send(body);
    if (answer.status !== 201) throw new Error(`break-glass: ${answer.status} ${answer.text}`);
  }
}
