import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict } from '@app/platform/errors/errors.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { FactorResets } from '../factors/factor-resets.service.js';
import { StaffMembersService } from './staff-members.service.js';

/** An admin lets a colleague set up a new second factor who has lost every one they had. */
@Injectable()
export class StaffFactorResetsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly members: StaffMembersService,
    private readonly resets: FactorResets,
    private readonly mails: AccountMailsService,
  ) {}

  /**
   * An admin of one clinic opens no door of another: the factors of who works elsewhere too are the operator's to
   * reset. The owner alone is told that nothing happened: where somebody else works is nobody's to find out.
   * Throws NotFound, Conflict (`not-yourself`, suspended).
   */
  start(actor: StaffActor, id: string): Promise<void> {
    return this.db.inClinic(actor, async (tx) => {
      const { member } = await this.members.locked(tx, actor, id);
      if (id === actor.staffMemberId) throw new Conflict('not-yourself');
      if (member.status !== 'active') throw new Conflict('conflict');
      const { accountId } = member;
      if (await worksElsewhere(tx, accountId)) {
        await this.mails.add(
          { kind: 'factors-reset-asked', to: { accountId }, clinicId: actor.clinicId },
          tx,
        );
      } else {
        await this.resets.reset(tx, accountId);
      }
      await this.audit.record(tx, {
        action: 'staff-member.second-factor-reset',
        subjectType: 'staff-member',
        subjectIds: [id],
        clientIds: [],
      });
    });
  }
}

async function worksElsewhere(tx: Tx, accountId: string): Promise<boolean> {
  const sql = 'select 1 from find_staff_memberships($1) where clinic_id <> $2 limit 1';
  return (await tx.query(sql, [accountId, tx.actor.clinicId])).length > 0;
}
