import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { ClinicsService } from '../clinics.service.js';
import type { Membership } from './sign-in.types.js';

export interface NamedClinic {
  id: string;
  name: string;
  shortName: string;
}

/** The clinics where an account is staff. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly db: Database,
    private readonly clinics: ClinicsService,
  ) {}

  /** Where the account may sign in: the clinic used last comes first, the others as they were joined. */
  async of(accountId: string): Promise<Membership[]> {
    const rows = await this.db.acrossClinics<Omit<Membership, 'accountId'>>(LAST_USED_FIRST, [accountId]);
    return rows.map((row) => ({ accountId, ...row }));
  }

  /** @throws NotFound where the account does not work, or does not any more */
  async at(accountId: string, clinicId: string): Promise<Membership> {
    const found = (await this.of(accountId)).find((membership) => membership.clinicId === clinicId);
    if (!found) throw new NotFound('clinic');
    return found;
  }

  /** The same clinics by name. Each is read in a transaction of its own: none sees into another. */
  async named(accountId: string): Promise<NamedClinic[]> {
    const named: NamedClinic[] = [];
    for (const { clinicId } of await this.of(accountId)) {
      const clinic = await this.db.inClinic({ kind: 'system', clinicId, job: 'memberships' }, (tx) =>
        this.clinics.clinic(tx),
      );
      named.push({ id: clinicId, name: clinic.name, shortName: clinic.shortName });
    }
    const collator = new Intl.Collator('en');
    return named.sort((a, b) => collator.compare(a.name, b.name) || a.id.localeCompare(b.id));
  }
}

const LAST_USED_FIRST = `
  select m.clinic_id as "clinicId", m.staff_member_id as "staffMemberId"
  from find_staff_memberships($1) with ordinality as m (clinic_id, staff_member_id, place)
  left join lateral (
    select max(s.last_seen_at) as at from sign_ins s
    where s.account_id = $1 and s.clinic_id = m.clinic_id and s.second_factor_at is not null) used on true
  order by used.at desc nulls last, m.place`;
