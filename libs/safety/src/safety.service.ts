import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { type Key, seal } from '@app/platform/encryption/sealing.js';
import { Conflict, NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { CareKeys } from './care-keys.service.js';
import { firstEscalation } from './escalation.rules.js';
import { recordFlagAct } from './flag-audit.js';
import { type FlagReach } from './flag-facts.queries.js';
import { type FoundFlags, FlagViews } from './flag-views.service.js';
import type { FlagView } from './flag.view.js';
import { lockFlag, mustSeeFlag } from './flags.service.js';
import { recordSafetyEvent } from './safety-events.js';
import { SafetyFlag } from './safety-flag.entity.js';

/** Longest time a call may be promised ahead, in hours. */
const CALL_WITHIN_HOURS = 7 * 24;

/** What was done about a flag: in words for the care team, by whom and when. */
export interface Disposition {
  version: number;
  disposition: string;
  /** Who closes it, where not named. */
  doneById?: string;
  /** Now, where not given. */
  doneAt?: Temporal.Instant;
}

/** Claims and closes flags. Row-level security decides who sees one at all. */
@Injectable()
export class SafetyService {
  constructor(
    private readonly db: Database,
    private readonly careKeys: CareKeys,
    private readonly views: FlagViews,
    private readonly clinics: ClinicsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * "I will call by …". @throws Conflict `not-opened` unless this person has opened it as it is; Conflict when
   * somebody else's promise still runs, it is closed, or it changed; Unprocessable unless `callBy` lies ahead and
   * within 7 days
   */
  async acknowledge(
    actor: StaffActor,
    flagId: string,
    { version, callBy }: { version: number; callBy: Temporal.Instant },
  ): Promise<FlagView> {
    const found = await this.db.inClinic(actor, async (tx) => {
      const flag = await lockFlag(tx, flagId);
      const { facts } = await this.views.found(tx, [flag]);
      const { reach, openedByMe } = facts.get(flagId)!;
      if (!mayAnswer(actor, reach)) throw new NotFound('safety flag');
      if (flag.closedAt || isPromised(flag, tx.now)) throw new Conflict('conflict');
      if (flag.version !== version) throw staleVersion();
      if (!openedByMe) throw new Conflict('not-opened');
      mustLieAhead(callBy, tx.now);
      const clock = { ...flag, callBy, redSince: null };
      await tx.query(
        `update safety_flags set acknowledged_at = app_now(), acknowledged_by = $3, call_by = $4, escalate_at = $5,
           version = version + 1 where clinic_id = $1 and id = $2`,
        [
          actor.clinicId,
          flagId,
          actor.staffMemberId,
          toDate(callBy),
          dateOf(firstEscalation(clock, NO_HOURS)),
        ],
      );
      await recordSafetyEvent(tx, flag, 'acknowledged', actor.staffMemberId);
      await recordFlagAct(this.audit, tx, flag, 'acknowledged');
      return this.views.found(tx, [await mustSeeFlag(tx, flagId)]);
    });
    return this.one(actor, found);
  }

  /**
   * What was done, in words for the care team. @throws NotFound for who neither reads this client's words, nor is on
   * duty, nor acknowledged; Conflict before it is acknowledged, when closed already, or changed since it was opened;
   * Unprocessable for somebody or a time that cannot be
   */
  async close(actor: StaffActor, flagId: string, done: Disposition): Promise<FlagView> {
    // First of all: who may not close it learns nothing about the state of the flag.
    const key = await this.keyToClose(actor, flagId);
    const found = await this.db.inClinic(actor, async (tx) => {
      const flag = await lockFlag(tx, flagId);
      const doneBy = await this.doneBy(tx, actor, done.doneById);
      if (!flag.acknowledgedAt || flag.closedAt) throw new Conflict('conflict');
      if (flag.version !== done.version) throw staleVersion();
      const doneAt = whenDone(done.doneAt ?? tx.now, flag, tx.now);
      // Before: whoever was on duty for it sees it no longer afterwards, and still gets their answer.
      const before = await this.views.found(tx, [flag]);
      const binding = { clinicId: actor.clinicId, label: 'flag.disposition', rowId: flagId };
      const dispositionSealed = seal(key, binding, done.disposition);
      await tx.query(
        `update safety_flags set closed_at = app_now(), closed_by = $3, disposition_sealed = $4, done_by = $5,
           done_at = $6, escalate_at = null, settles_at = null, version = version + 1
         where clinic_id = $1 and id = $2`,
        [actor.clinicId, flagId, actor.staffMemberId, dispositionSealed, doneBy, toDate(doneAt)],
      );
      await recordSafetyEvent(tx, flag, 'closed', actor.staffMemberId);
      await recordFlagAct(this.audit, tx, flag, 'closed');
      const closed = { closedAt: tx.now, closedBy: actor.staffMemberId, doneBy, doneAt, dispositionSealed };
      return { ...before, flags: [Object.assign(flag, closed, { version: flag.version + 1 })] };
    });
    return this.one(actor, found);
  }

  /**
   * For who reads the client's words, is on duty, or said "I will call by …": the product opens it, to write what was
   * done. Before the closing transaction: one that is open never waits for another.
   */
  private async keyToClose(actor: StaffActor, flagId: string): Promise<Key> {
    const clientId = await this.db.inClinic(actor, async (tx) => {
      const flag = await mustSeeFlag(tx, flagId);
      const { facts } = await this.views.found(tx, [flag]);
      const { reach } = facts.get(flagId)!;
      const may = reach === 'words' || reach === 'duty' || flag.acknowledgedBy === actor.staffMemberId;
      if (!may) throw new NotFound('safety flag');
      return flag.clientId;
    });
    const key = (await this.careKeys.open(actor, [clientId])).get(clientId);
    if (!key) throw new NotFound('client');
    return key;
  }

  /** @throws Unprocessable for somebody who never worked here */
  private async doneBy(tx: Tx, actor: StaffActor, doneById?: string): Promise<string> {
    if (!doneById) return actor.staffMemberId;
    if ((await this.clinics.staffNames(tx)).has(doneById)) return doneById;
    throw new Unprocessable('invalid', [{ field: 'doneById', code: 'notOnStaff', params: {} }]);
  }

  private async one(actor: StaffActor, found: FoundFlags): Promise<FlagView> {
    const [view] = await this.views.opened(actor, found);
    if (!view) throw new NotFound('safety flag');
    return view;
  }
}

/** A promise needs no hours: it is due when it was given for. */
const NO_HOURS = { timeZone: 'UTC', openFrom: '00:00', openTo: '00:00', openDays: [] };

/** An admin sees that somebody asked for a call, and answers where they are on duty. */
function mayAnswer({ roles }: StaffActor, reach: FlagReach): boolean {
  return reach !== 'contact' || roles.includes('coordinator') || roles.includes('practitioner');
}

/** What somebody said holds until it is broken; then whoever comes first may say it anew. */
function isPromised({ callBy }: SafetyFlag, now: Temporal.Instant): boolean {
  return callBy !== null && Temporal.Instant.compare(callBy, now) > 0;
}

function mustLieAhead(callBy: Temporal.Instant, now: Temporal.Instant): void {
  const latest = now.add({ hours: CALL_WITHIN_HOURS });
  if (Temporal.Instant.compare(callBy, now) <= 0) {
    throw new Unprocessable('invalid', [{ field: 'callBy', code: 'isFuture', params: {} }]);
  }
  if (Temporal.Instant.compare(callBy, latest) > 0) throw outOfRange('callBy', now, latest);
}

/** Not before the flag was raised, and not ahead. */
function whenDone(
  doneAt: Temporal.Instant,
  { raisedAt }: SafetyFlag,
  now: Temporal.Instant,
): Temporal.Instant {
  if (Temporal.Instant.compare(doneAt, now) > 0) {
    throw new Unprocessable('invalid', [{ field: 'doneAt', code: 'inTheFuture', params: {} }]);
  }
  if (Temporal.Instant.compare(doneAt, raisedAt) < 0) throw outOfRange('doneAt', raisedAt, now);
  return doneAt;
}

function outOfRange(field: string, from: Temporal.Instant, to: Temporal.Instant): Unprocessable {
  const params = { from: from.toString().slice(0, 10), to: to.toString().slice(0, 10) };
  return new Unprocessable('invalid', [{ field, code: 'dateOutOfRange', params }]);
}

function dateOf(instant: Temporal.Instant | null): Date | null {
  return instant && toDate(instant);
}
