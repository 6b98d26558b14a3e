import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { ClinicsService } from '../clinics.service.js';
import { MembershipsService } from '../sign-ins/memberships.service.js';
import { AccountsService } from './accounts.service.js';

/** What somebody who knows a person would try first: their address, their names, their clinics. */
@Injectable()
export class OwnWords {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly memberships: MembershipsService,
    private readonly clinics: ClinicsService,
  ) {}

  /** Each clinic is read in a transaction of its own: none sees into another. @throws NotFound */
  async of(accountId: string): Promise<string[]> {
    const words = [await this.accounts.email(accountId)];
    for (const { clinicId, staffMemberId } of await this.memberships.of(accountId)) {
      await this.db.inClinic({ kind: 'system', clinicId, job: 'own-words' }, async (tx) => {
        const { name, shortName } = await this.clinics.clinic(tx);
        const ownName = (await this.clinics.staffNames(tx)).get(staffMemberId);
        words.push(name, shortName, ...(ownName === undefined ? [] : [ownName]));
      });
    }
    return words;
  }
}
