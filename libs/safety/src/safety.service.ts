import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, seal } from '@app/platform/encryption/sealing.js';
import { Conflict, NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { CallRequestViews } from './call-request-views.service.js';
import type { CallRequestView } from './call-request.view.js';
import { SafetyFlag } from './safety-flag.entity.js';

/** Longest time a call may be promised ahead, in hours. */
const CALL_WITHIN_HOURS = 7 * 24;

/**
 * Requests for a call, as staff open, acknowledge and close them. Row-level security shows a flag to the care
 * team and to the roles that keep the calendar: a wordless request reaches the coordinator too.
 */
@Injectable()
export class SafetyService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly views: CallRequestViews,
    private readonly audit: AuditService,
  ) {}

  /** Opening the flag. @throws NotFound */
  open(actor: StaffActor, flagId: string): Promise<CallRequestView> {
    return this.db.inClinic(actor, async (tx) => {
      const view = await this.views.one(tx, flagId);
      await this.record(tx, { id: flagId, clientId: view.client.id }, 'call-request.opened');
      return view;
    });
  }

  /**
   * "I will call by …". @throws Unprocessable unless `callBy` lies ahead and within 7 days; Conflict when it
   * is acknowledged or closed already, or changed since it was opened
   */
  acknowledge(
    actor: StaffActor,
    flagId: string,
    { version, callBy }: { version: number; callBy: Temporal.Instant },
  ): Promise<CallRequestView> {
    return this.db.inClinic(actor, async (tx) => {
      const flag = await lockFlag(tx, flagId);
      if (flag.acknowledgedAt || flag.closedAt) throw new Conflict('conflict');
      if (flag.version !== version) throw staleVersion();
      mustLieAhead(callBy, tx.now);
      await tx.query(
        `update safety_flags set acknowledged_at = app_now(), acknowledged_by = $3, call_by = $4, version = version + 1
         where clinic_id = $1 and id = $2`,
        [actor.clinicId, flagId, actor.staffMemberId, toDate(callBy)],
      );
      return this.told(tx, flag, 'call-request.acknowledged');
    });
  }

  /**
   * What was done, in words for the care team. @throws NotFound for who neither reads this client's words nor
   * acknowledged; Conflict before it is acknowledged, when closed already, or changed since it was opened
   */
  async close(
    actor: StaffActor,
    flagId: string,
    { version, disposition }: { version: number; disposition: string },
  ): Promise<CallRequestView> {
    // First of all: who may not close it learns nothing about the state of the flag.
    const key = await this.keyToClose(actor, flagId);
    return this.db.inClinic(actor, async (tx) => {
      const flag = await lockFlag(tx, flagId);
      if (!flag.acknowledgedAt || flag.closedAt) throw new Conflict('conflict');
      if (flag.version !== version) throw staleVersion();
      const binding = { clinicId: actor.clinicId, label: 'flag.disposition', rowId: flagId };
      await tx.query(
        `update safety_flags set closed_at = app_now(), closed_by = $3, disposition_sealed = $4, version = version + 1
         where clinic_id = $1 and id = $2`,
        [actor.clinicId, flagId, actor.staffMemberId, seal(key, binding, disposition)],
      );
      return this.told(tx, flag, 'call-request.closed');
    });
  }

  /**
   * Who reads the client's words opens the key; for who said "I will call by …" the product does, to write what
   * was done and not to read. Before the closing transaction: one that is open never waits for another.
   */
  private async keyToClose(actor: StaffActor, flagId: string): Promise<Key> {
    const { clinicId, staffMemberId } = actor;
    const { clientId, own } = await this.db.inClinic(actor, async (tx) => {
      const flag = await tx.manager.findOneBy(SafetyFlag, { clinicId, id: flagId });
      const key = flag && (await this.keyring.clients(tx, [flag.clientId])).get(flag.clientId);
      if (!flag || (!key && flag.acknowledgedBy !== staffMemberId)) throw new NotFound('safety flag');
      return { clientId: flag.clientId, own: key };
    });
    if (own) return own;
    const system = { kind: 'system' as const, clinicId, job: 'seal-disposition' };
    return this.db.inClinic(system, (tx) => this.keyring.client(tx, clientId));
  }

  private async told(tx: Tx, flag: SafetyFlag, action: string): Promise<CallRequestView> {
    await this.record(tx, flag, action);
    return this.views.one(tx, flag.id);
  }

  private record(tx: Tx, flag: Pick<SafetyFlag, 'id' | 'clientId'>, action: string): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'safety-flag',
      subjectIds: [flag.id],
      clientIds: [flag.clientId],
    });
  }
}

/** Locked: two people who acknowledge at once do so one after the other. */
async function lockFlag(tx: Tx, flagId: string): Promise<SafetyFlag> {
  const flag = await tx.manager.findOne(SafetyFlag, {
    where: { clinicId: tx.actor.clinicId, id: flagId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!flag) throw new NotFound('safety flag');
  return flag;
}

function mustLieAhead(callBy: Temporal.Instant, now: Temporal.Instant): void {
  const latest = now.add({ hours: CALL_WITHIN_HOURS });
  if (Temporal.Instant.compare(callBy, now) <= 0) {
    throw new Unprocessable('invalid', [{ field: 'callBy', code: 'isFuture', params: {} }]);
  }
  if (Temporal.Instant.compare(callBy, latest) > 0) {
    const params = { from: now.toString().slice(0, 10), to: latest.toString().slice(0, 10) };
    throw new Unprocessable('invalid', [{ field: 'callBy', code: 'dateOutOfRange', params }]);
  }
}
