import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Conflict, NotFound } from '@app/platform/errors/errors.js';
import { ClinicsService } from '../clinics.service.js';
import { PasswordResetsService } from '../password-resets/password-resets.service.js';
import { SignInThrottle } from '../sign-ins/sign-in-throttle.service.js';

/** An admin has a colleague sent the link to a new password, and neither sees the link nor chooses anything. */
@Injectable()
export class StaffPasswordResetsService {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly clinics: ClinicsService,
    private readonly resets: PasswordResetsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /** Throws NotFound, Conflict for who is suspended, TooManyTries. */
  start(actor: StaffActor, id: string): Promise<void> {
    return this.db.inClinic(actor, async (tx) => {
      const member = (await this.clinics.staff(tx)).find((one) => one.id === id);
      if (!member) throw new NotFound('staff member');
      if (member.status !== 'active') throw new Conflict('conflict');
      const attempt = { kind: 'link' as const, subject: `reset for ${member.accountId}`, ip: actor.ip ?? '' };
      await this.throttle.count({ ...attempt, familiar: false }, tx);
      await this.resets.startFor(member.accountId, tx);
      await this.audit.record(tx, {
        action: 'staff-member.reset-started',
        subjectType: 'staff-member',
        subjectIds: [id],
        clientIds: [],
      });
    });
  }
}
