import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Config } from '@app/platform/config/config.js';
import { Database } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { Idempotency } from '@app/platform/idempotency/idempotency.js';
import { newId } from '@app/platform/ids/ids.js';
import { ClinicsService } from '../clinics.service.js';
import { MembershipsService } from '../sign-ins/memberships.service.js';
import { ClinicFounding, type NewClinic } from './clinic-founding.service.js';

/** A further clinic of somebody who works in one already. */
@Injectable()
export class FurtherClinics {
  constructor(
    private readonly config: Config,
    private readonly db: Database,
    private readonly clinics: ClinicsService,
    private readonly founding: ClinicFounding,
    private readonly memberships: MembershipsService,
    private readonly idempotency: Idempotency,
  ) {}

  /**
   * They keep their name and their account. Gives the clinic's id: the same one for the same key.
   * @throws NotFound when nobody may start one, Unprocessable for a key that was used with other content
   */
  async start(actor: StaffActor, clinic: NewClinic, key?: string): Promise<string> {
    if (this.config.CLINIC_SIGN_UP === 'closed') throw new NotFound('route');
    const { name, clinicId } = await this.planned(actor, clinic, key);
    const { accountId } = actor;
    try {
      return await this.founding.found(clinic, name, () => Promise.resolve({ accountId }), clinicId);
    } catch (error) {
      // An earlier call, or a twin at the same time, has founded it.
      if ((await this.memberships.of(accountId)).some((each) => each.clinicId === clinicId)) return clinicId;
      throw error;
    }
  }

  /** The id is kept here, where the caller works; the new clinic is a tenant with a transaction of its own. */
  private planned(actor: StaffActor, clinic: NewClinic, key: string | undefined) {
    return this.db.inClinic(actor, async (tx) => {
      const name = (await this.clinics.staffNames(tx)).get(actor.staffMemberId);
      if (name === undefined) throw new NotFound('staff member');
      const call = { key, route: 'POST /clinics', body: clinic };
      return { name, clinicId: await this.idempotency.once(tx, call, () => Promise.resolve(newId())) };
    });
  }
}
