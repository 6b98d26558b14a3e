import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { ClinicsService, type OpenStaffMember } from '../clinics.service.js';
import { MembershipsService } from '../sign-ins/memberships.service.js';
import { MySignInsService } from '../sign-ins/my-sign-ins.service.js';
import { IDLE_SECONDS } from '../sign-ins/sign-in.types.js';
import type { MeView, StaffMemberView } from './staff.view.js';

/** Who the signed-in person is, and who their colleagues are. */
@Injectable()
export class StaffService {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicsService,
    private readonly accounts: AccountsService,
    private readonly memberships: MembershipsService,
    private readonly signIns: MySignInsService,
  ) {}

  async me(actor: StaffActor): Promise<MeView> {
    const [email, clinics, expiresAt] = await Promise.all([
      this.accounts.email(actor.accountId),
      this.memberships.named(actor.accountId),
      this.signIns.expiresAt(actor),
    ]);
    return this.db.inClinic(actor, async (tx) => {
      const member = (await this.clinics.staff(tx)).find(({ id }) => id === actor.staffMemberId);
      if (!member) throw new NotFound('staff member');
      const clinic = await this.clinics.clinic(tx);
      const { id, name, timeZone } = await this.clinics.location(tx, member.locationId);
      return {
        accountId: actor.accountId,
        staffMemberId: member.id,
        name: member.name,
        email,
        roles: member.roles,
        wantsDigest: member.wantsDigest,
        clinic: {
          id: clinic.clinicId,
          name: clinic.name,
          setUp: clinic.setUpAt !== null,
          location: { id, name, timeZone },
        },
        clinics,
        signIn: { idleSeconds: IDLE_SECONDS, expiresAt: expiresAt.toISOString() },
        steppedUp: actor.steppedUp ?? false,
      };
    });
  }

  /** What the person wishes for themselves in this clinic. */
  async choose(actor: StaffActor, { wantsDigest }: { wantsDigest: boolean }): Promise<MeView> {
    // By the product: nobody may change a row of the staff themselves, not even their own.
    await this.db.inClinic({ kind: 'system', clinicId: actor.clinicId, job: 'own-choices' }, (tx) =>
      tx.query('update staff_members set wants_digest = $3 where clinic_id = $1 and id = $2', [
        actor.clinicId,
        actor.staffMemberId,
        wantsDigest,
      ]),
    );
    return this.me(actor);
  }

  /** Colleagues at work now, by name. */
  colleagues(actor: StaffActor): Promise<StaffMemberView[]> {
    return this.db.inClinic(actor, async (tx) =>
      (await this.clinics.staff(tx)).filter(({ status }) => status === 'active').map(staffMemberView),
    );
  }
}

function staffMemberView({ id, name, roles }: OpenStaffMember): StaffMemberView {
  return { id, name, roles };
}
