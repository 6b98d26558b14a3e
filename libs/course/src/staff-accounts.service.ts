import { Injectable } from '@nestjs/common';
import { absenceState } from '@app/clinics/absences/absence.rules.js';
import { AbsencesService } from '@app/clinics/absences/absences.service.js';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { clientsReadAlone } from '@app/clients/sole-readers.queries.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { staffAccountView, type StaffAccountView } from './staff-account.view.js';

interface SignInFacts {
  id: string;
  last_seen_at: Date | null;
  second_factor: boolean;
}

/** The staff as an admin sees it: who they are, whether they still come, and who depends on them. */
@Injectable()
export class StaffAccountsService {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicsService,
    private readonly accounts: AccountsService,
    private readonly absences: AbsencesService,
  ) {}

  /** Everybody, the suspended included, by name. */
  list(actor: StaffActor): Promise<StaffAccountView[]> {
    return this.db.inClinic(actor, (tx) => this.views(tx));
  }

  /** Throws NotFound. */
  async view(tx: Tx, staffMemberId: string): Promise<StaffAccountView> {
    const view = (await this.views(tx)).find(({ id }) => id === staffMemberId);
    if (!view) throw new NotFound('staff member');
    return view;
  }

  private async views(tx: Tx): Promise<StaffAccountView[]> {
    const staff = await this.clinics.staff(tx);
    const names = new Map(staff.map(({ id, name }) => [id, name]));
    const locations = new Map((await this.clinics.locations(tx)).map(({ id, name }) => [id, name]));
    const accountIds = staff.map(({ accountId }) => accountId);
    const emails = await this.accounts.emails(tx, accountIds);
    const signIns = await signInFacts(tx);
    const alone = await clientsReadAlone(tx);
    const away = (await this.absences.standing(tx)).filter((one) => absenceState(one, tx.now) === 'now');
    return staff.map((member) => {
      const seen = signIns.get(member.id);
      const absence = away.find(({ staffMemberId }) => staffMemberId === member.id);
      return staffAccountView(member, {
        email: emails.get(member.accountId) ?? '',
        locationName: locations.get(member.locationId) ?? '',
        lastSeenAt: seen?.last_seen_at ? toInstant(seen.last_seen_at) : null,
        secondFactor: seen?.second_factor ?? false,
        away: absence ? { absence, coverName: names.get(absence.coverId) ?? '' } : null,
        readsAloneFor: alone.get(member.id)?.length ?? 0,
      });
    });
  }
}

/** A sign-in that stopped at the password was no visit. */
async function signInFacts(tx: Tx): Promise<Map<string, SignInFacts>> {
  const rows = await tx.query<SignInFacts>(
    `select m.id,
       (select max(s.last_seen_at) from sign_ins s where s.clinic_id = m.clinic_id
         and s.staff_member_id = m.id and s.second_factor_at is not null) as last_seen_at,
       exists (select 1 from totp_factors f where f.account_id = m.account_id and f.confirmed_at is not null)
         or exists (select 1 from passkeys p where p.account_id = m.account_id) as second_factor
     from staff_members m where m.clinic_id = $1`,
    [tx.actor.clinicId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
