import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { MembershipsService } from '../sign-ins/memberships.service.js';
import { FactorResets } from './factor-resets.service.js';

/** The operator of the service does what no admin may: for somebody who works in several clinics. */
@Injectable()
export class OperatorFactorResets {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly accounts: AccountsService,
    private readonly memberships: MembershipsService,
    private readonly resets: FactorResets,
  ) {}

  /** A row in the audit log of each clinic where they work; gives how many. @throws NotFound when in none */
  async reset(email: string): Promise<number> {
    const account = await this.accounts.findByEmail(email);
    const memberships = account ? await this.memberships.of(account.id) : [];
    if (memberships.length === 0) throw new NotFound('account');
    for (const [index, { accountId, clinicId, staffMemberId }] of memberships.entries()) {
      const actor: SystemActor = { kind: 'system', clinicId, job: 'factors-reset' };
      await this.db.inClinic(actor, async (tx) => {
        if (index === 0) await this.resets.reset(tx, accountId);
        await this.audit.record(tx, {
          action: 'staff-member.second-factor-reset',
          subjectType: 'staff-member',
          subjectIds: [staffMemberId],
          clientIds: [],
        });
      });
    }
    return memberships.length;
  }
}
