import { Injectable, Logger } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { SystemActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toDate, toInstant } from '@app/platform/database/instant.js';
import { type EscalationStep, nextEscalation, risenAt, stepDue } from './escalation.rules.js';
import { recordFlagAct } from './flag-audit.js';
import { FlagNotices } from './flag-notices.service.js';
import { type Answering, answering } from './flag-people.queries.js';
import { writeFlag } from './flag-rows.service.js';
import { recordSafetyEvent } from './safety-events.js';
import { SafetyFlag } from './safety-flag.entity.js';

/** Takes the step that an open flag is due for: turns it red, or tells further. */
@Injectable()
export class EscalationsService {
  private readonly logger = new Logger('escalations');

  constructor(
    private readonly db: Database,
    private readonly notices: FlagNotices,
    private readonly audit: AuditService,
  ) {}

  /** Once, whoever else is at it: does nothing when the flag is not due, or not any more. */
  async escalate(actor: SystemActor, flagId: string): Promise<void> {
    const step = await this.db.inClinic(actor, async (tx) => {
      const flag = await this.dueFlag(tx, flagId);
      if (!flag) return null;
      const answer = await answering(tx, flag);
      const clock = { ...flag, redSince: await redSince(tx, flag) };
      const due = stepDue(clock, answer.hours, tx.now);
      if (!due) return null;
      if (due === 'settles') await this.rise(tx, flag, answer);
      else await this.tellFurther(tx, flag, due, { answer, redSince: clock.redSince });
      return due;
    });
    if (step) this.logger.log({ flagId, step });
  }

  /** Locked: of two workers the second one waits, and finds the next step's time. */
  private async dueFlag(tx: Tx, flagId: string): Promise<SafetyFlag | null> {
    const where = { clinicId: tx.actor.clinicId, id: flagId };
    const flag = await tx.manager.findOne(SafetyFlag, { where, lock: { mode: 'pessimistic_write' } });
    return flag && !flag.closedAt ? flag : null;
  }

  /** The client did not say in time that they feel safe. */
  private async rise(tx: Tx, flag: SafetyFlag, { people }: Answering): Promise<void> {
    Object.assign(flag, risenAt(tx.now));
    await writeFlag(tx, flag);
    await recordSafetyEvent(tx, flag, 'risen');
    await this.notices.tell(tx, { flag, reason: 'risen', round: 1 }, { ...people, claimant: null });
    await recordFlagAct(this.audit, tx, flag, 'risen');
  }

  private async tellFurther(
    tx: Tx,
    flag: SafetyFlag,
    step: Exclude<EscalationStep, 'settles'>,
    { answer, redSince }: { answer: Answering; redSince: SafetyFlag['settlesAt'] },
  ): Promise<void> {
    const nextAt = nextEscalation(step, { redSince }, answer.hours, tx.now);
    const waits = step === 'not-accepted' && (await isAccepted(tx, flag.id));
    const escalations = flag.escalations + (waits ? 0 : 1);
    await tx.query(
      `update safety_flags set escalate_at = $3, escalations = $4
       where clinic_id = $1 and id = $2 and closed_at is null and escalate_at <= app_now()`,
      [tx.actor.clinicId, flag.id, nextAt && toDate(nextAt), escalations],
    );
    if (waits) return;
    if (step === 'not-accepted') await recordSafetyEvent(tx, flag, 'not-told');
    await recordSafetyEvent(tx, flag, step === 'overdue' ? 'late' : 'escalated');
    const people = { ...answer.people, claimant: flag.acknowledgedBy };
    await this.notices.tell(tx, { flag, reason: step, round: escalations }, people);
    await recordFlagAct(this.audit, tx, flag, 'escalated');
  }
}

/** Every first e-mail about it has been taken by a mail server. */
async function isAccepted(tx: Tx, flagId: string): Promise<boolean> {
  const [row] = await tx.query<{ is: boolean }>(
    `select bool_and(status = 'sent') as is from safety_notices
     where clinic_id = $1 and flag_id = $2 and reason in ('raised', 'risen') and channel <> 'webhook'`,
    [tx.actor.clinicId, flagId],
  );
  return row?.is ?? false;
}

/** Since it was raised, or since it rose. */
async function redSince(tx: Tx, flag: SafetyFlag): Promise<SafetyFlag['settlesAt']> {
  if (flag.colour !== 'red') return null;
  const [row] = await tx.query<{ at: Date | null }>(
    `select min(at) as at from safety_events
     where clinic_id = $1 and flag_id = $2 and colour = 'red' and kind in ('raised', 'risen')`,
    [tx.actor.clinicId, flag.id],
  );
  return row?.at ? toInstant(row.at) : flag.raisedAt;
}
