import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import type { Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import { IsNull } from 'typeorm';
import { firstEscalation, risenAt } from './escalation.rules.js';
import { type Evidence, joinedEvidence, openEvidence, sealEvidence, tellsMore } from './flag-evidence.js';
import { recordFlagAct } from './flag-audit.js';
import { FlagNotices } from './flag-notices.service.js';
import { type Answering, answering } from './flag-people.queries.js';
import { type FlagColour, type FlagKind, LANE_OF } from './flag.types.js';
import { recordSafetyEvent } from './safety-events.js';
import { SafetyFlag } from './safety-flag.entity.js';

/** What is to be raised for a client. */
export interface FlagWish {
  clientId: string;
  kind: FlagKind;
  colour: FlagColour;
  settlesAt?: Temporal.Instant | null;
  promptId: string | null;
  reflectionId?: string | null;
  /** None for a mere request to be called. */
  evidence: { key: Key; pieces: readonly Evidence[] } | null;
}

export interface RaisedFlag {
  flagId: string;
  raisedAt: Temporal.Instant;
  /** One of this kind was open: what is new was added to it. */
  already: boolean;
  hours: Answering['hours'];
}

/** One open flag a client and kind; a repeat adds to it, and its colour only rises. */
@Injectable()
export class FlagRows {
  constructor(
    private readonly notices: FlagNotices,
    private readonly audit: AuditService,
  ) {}

  /** Flag, notices, log and audit, in the caller's transaction; also in a client's own. */
  async raise(tx: Tx, wish: FlagWish): Promise<RaisedFlag> {
    const lane = LANE_OF[wish.kind];
    const answer = await answering(tx, { clientId: wish.clientId, lane });
    const isNew = await this.insert(tx, wish, answer);
    const flag = await openFlag(tx, wish);
    if (isNew) {
      await recordSafetyEvent(tx, flag, 'raised');
      const people = { ...answer.people, claimant: null };
      await this.notices.tell(tx, { flag, reason: 'raised', round: 1 }, people);
    } else {
      await this.add(tx, flag, wish, answer);
    }
    await recordFlagAct(this.audit, tx, flag, isNew ? 'raised' : 'repeated');
    return { flagId: flag.id, raisedAt: flag.raisedAt, already: !isNew, hours: answer.hours };
  }

  /** Waits for a concurrent twin to commit: whoever comes second adds to it. */
  private async insert(tx: Tx, wish: FlagWish, { hours }: Answering): Promise<boolean> {
    const { clinicId } = tx.actor;
    const { clientId, kind, colour, promptId, reflectionId = null, settlesAt = null, evidence } = wish;
    const flagId = newId();
    const clock = {
      ...{ kind, colour, raisedAt: tx.now, settlesAt, callBy: null },
      redSince: colour === 'red' ? tx.now : null,
    };
    const sealed = evidence && sealEvidence(evidence.key, { clinicId, flagId }, evidence.pieces);
    const rows = await tx.query<{ id: string }>(
      `insert into safety_flags (clinic_id, id, client_id, kind, lane, colour, prompt_id, reflection_id, evidence_sealed,
         settles_at, escalate_at, raised_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app_now(), 1)
       on conflict (clinic_id, client_id, kind) where closed_at is null do nothing returning id`,
      [
        ...[clinicId, flagId, clientId, kind, LANE_OF[kind], colour, promptId, reflectionId, sealed],
        settlesAt && toDate(settlesAt),
        dateOf(firstEscalation(clock, hours)),
      ],
    );
    return rows.length > 0;
  }

  private async add(tx: Tx, flag: SafetyFlag, wish: FlagWish, { hours, people }: Answering): Promise<void> {
    const rises = flag.colour === 'amber' && wish.colour === 'red';
    const evidenceSealed = newEvidence(flag, wish);
    const settled = rises ? null : settledAs(flag, wish, hours, tx.now);
    if (!rises && !settled && !evidenceSealed) return;
    Object.assign(flag, rises && risenAt(tx.now), settled, evidenceSealed && { evidenceSealed });
    await writeFlag(tx, flag, wish.reflectionId ?? null);
    if (!rises) return;
    await recordSafetyEvent(tx, flag, 'risen');
    await this.notices.tell(tx, { flag, reason: 'risen', round: 1 }, { ...people, claimant: null });
  }
}

/** The client has said "yes", or is asked again; saying nothing twice does not win time. Null: nothing changes. */
function settledAs(
  flag: SafetyFlag,
  { settlesAt = null }: FlagWish,
  hours: Answering['hours'],
  now: Temporal.Instant,
): Pick<SafetyFlag, 'settlesAt' | 'escalateAt'> | null {
  if (flag.colour === 'red' || (settlesAt === null) === (flag.settlesAt === null)) return null;
  const clock = { ...flag, settlesAt, redSince: null, raisedAt: now };
  return { settlesAt, escalateAt: firstEscalation(clock, hours) };
}

/** Writes what the timers and the evidence of a locked flag have become; whoever had it open reads it again. */
export async function writeFlag(tx: Tx, flag: SafetyFlag, reflectionId: string | null = null): Promise<void> {
  await tx.query(
    `update safety_flags set colour = $3, settles_at = $4, escalate_at = $5, acknowledged_at = $6, acknowledged_by = $7,
       call_by = $8, evidence_sealed = $9, reflection_id = coalesce(reflection_id, $10), version = version + 1
     where clinic_id = $1 and id = $2`,
    [
      ...[flag.clinicId, flag.id, flag.colour, dateOf(flag.settlesAt), dateOf(flag.escalateAt)],
      ...[dateOf(flag.acknowledgedAt), flag.acknowledgedBy, dateOf(flag.callBy)],
      ...[flag.evidenceSealed, reflectionId],
    ],
  );
}

/** The one that is open, locked. */
async function openFlag(tx: Tx, { clientId, kind }: FlagWish): Promise<SafetyFlag> {
  return tx.manager.findOneOrFail(SafetyFlag, {
    where: { clinicId: tx.actor.clinicId, clientId, kind, closedAt: IsNull() },
    lock: { mode: 'pessimistic_write' },
  });
}

/** Null where nothing was said that was not known. */
function newEvidence(flag: SafetyFlag, { evidence }: FlagWish): Buffer | null {
  if (!evidence) return null;
  const owner = { clinicId: flag.clinicId, flagId: flag.id };
  const known = flag.evidenceSealed ? openEvidence(evidence.key, owner, flag.evidenceSealed) : [];
  if (!tellsMore(known, evidence.pieces)) return null;
  return sealEvidence(evidence.key, owner, joinedEvidence(known, evidence.pieces));
}

function dateOf(instant: Temporal.Instant | null): Date | null {
  return instant && toDate(instant);
}
