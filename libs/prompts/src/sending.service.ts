import { Injectable, Logger } from '@nestjs/common';
import type { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import type { SystemActor } from '@app/platform/actor.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import { nextAttemptAt } from './claim.rules.js';
import { suppress } from './delivery-report.queries.js';
import { speaksOfTheAddress } from './delivery.rules.js';
import {
  type Claim,
  claimMailing,
  lockClientOf,
  markDeadLease,
  markPromptRefused,
  markPromptSent,
  postponeMailing,
  releaseMailing,
  settleMailing,
} from './mailing-claim.queries.js';
import { PromptMails } from './prompt-mails.js';
import { PromptQuestions } from './prompt-questions.js';
import { PromptScheduleService } from './prompt-schedule.service.js';
import { SendingGate } from './sending-gate.js';

/** Hands due mailings to the mail server, each at most once, and tells the truth about what became of it. */
@Injectable()
export class SendingService {
  private readonly logger = new Logger('sending');

  constructor(
    private readonly db: Database,
    private readonly questions: PromptQuestions,
    private readonly mails: PromptMails,
    private readonly gate: SendingGate,
    private readonly schedule: PromptScheduleService,
    private readonly audit: AuditService,
  ) {}

  /** Claims, hands over, marks. Does nothing when the mailing is not due, not wanted, or somebody else's. */
  async send(actor: SystemActor, mailingId: string): Promise<void> {
    await this.gate.ready();
    const claimed = await this.claim(actor, mailingId);
    if (!claimed) return;
    const { claim, mail } = claimed;
    const handover = await this.gate.handOver(mail);
    await this.mark(actor, claim, handover);
    this.logger.log({ mailingId, outcome: handover.outcome });
  }

  /** A mailing whose worker died becomes `unknown`. */
  async giveUpLease(actor: SystemActor, mailingId: string): Promise<void> {
    const lost = await this.db.inClinic(actor, async (tx) => {
      await lockClientOf(tx, mailingId);
      const found = await markDeadLease(tx, mailingId);
      if (!found) return null;
      if (found.kind === 'first') await markPromptSent(tx, found.promptId);
      await this.note(tx, { mailingId, clientId: found.clientId }, 'mailing.unknown');
      return found;
    });
    if (lost?.kind === 'first') await this.planAgain(actor, mailingId);
  }

  private async claim(
    actor: SystemActor,
    mailingId: string,
  ): Promise<{ claim: Claim; mail: OutgoingMail } | null> {
    try {
      return await this.db.inClinic(actor, async (tx) => {
        const claim = await claimMailing(tx, mailingId);
        if (!claim) return null;
        const rests = this.gate.restsUntil(tx.now);
        if (rests) return postponed(tx, claim, rests);
        const mail = await this.mails.mailFor(tx, claim);
        // Last, for others of this provider wait behind its row until this ends.
        await this.questions.keep(tx, claim);
        const turn = await this.gate.nextTurn(tx, mail.to);
        return turn ? postponed(tx, claim, turn) : { claim, mail };
      });
    } catch (error) {
      if (!isDayTaken(error)) throw error;
      await this.planAgain(actor, mailingId);
      return null;
    }
  }

  private async mark(actor: SystemActor, claim: Claim, handover: Handover): Promise<void> {
    const movesOthers = await this.db.inClinic(actor, async (tx): Promise<boolean> => {
      this.gate.note(handover, tx.now);
      await lockClientOf(tx, claim.mailingId);
      switch (handover.outcome) {
        case 'refused-for-now': {
          const nextAt = toDate(nextAttemptAt(claim.attempts, tx.now));
          await releaseMailing(tx, claim, nextAt, handover.code);
          return false;
        }
        case 'refused':
          if (!(await settleMailing(tx, claim, { status: 'failed', code: handover.code }))) return false;
          if (claim.kind === 'first') await markPromptRefused(tx, claim.promptId);
          await this.note(tx, claim, 'mailing.refused');
          if (!speaksOfTheAddress(handover.code)) return false;
          await suppress(tx, claim.clientId, 'bounced');
          return true;
        case 'unknown':
        case 'accepted': {
          const status = handover.outcome === 'accepted' ? 'sent' : 'unknown';
          if (!(await settleMailing(tx, claim, { status, code: null }))) return false;
          if (claim.kind === 'first') await markPromptSent(tx, claim.promptId);
          await this.note(tx, claim, `mailing.${status}`);
          return claim.kind === 'first';
        }
      }
    });
    // On its own: what was sent stays marked as sent, whatever becomes of planning the rest.
    if (movesOthers) await this.planAgain(actor, claim.mailingId);
  }

  private note(tx: Tx, claim: Pick<Claim, 'mailingId' | 'clientId'>, action: string): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'mailing',
      subjectIds: [claim.mailingId],
      clientIds: [claim.clientId],
    });
  }

  private async planAgain(actor: SystemActor, mailingId: string): Promise<void> {
    await this.db.inClinic(actor, async (tx) => {
      const [row] = await tx.query<{ client_id: string }>(
        'select client_id from mailings where clinic_id = $1 and id = $2',
        [actor.clinicId, mailingId],
      );
      if (row) await this.schedule.reconcile(tx, row.client_id);
    });
  }
}

/** Nothing was handed over. */
async function postponed(tx: Tx, claim: Claim, until: Temporal.Instant): Promise<null> {
  await postponeMailing(tx, claim, toDate(until));
  return null;
}

/** The database's own guard of "one a day" spoke: two mailings had been planned for one date. */
function isDayTaken(error: unknown): boolean {
  const cause = error as { code?: string; constraint?: string; driverError?: { constraint?: string } };
  return (cause.driverError?.constraint ?? cause.constraint) === 'mailings_one_a_day';
}
