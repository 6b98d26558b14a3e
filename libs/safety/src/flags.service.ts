import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import type { SafetyLane } from '@app/plans/safety-signs.js';
import { IsNull, Not } from 'typeorm';
import { recordFlagAct } from './flag-audit.js';
import { FlagViews } from './flag-views.service.js';
import type { FlagListView, FlagView } from './flag.view.js';
import { recordSafetyEvent } from './safety-events.js';
import { SafetyFlag } from './safety-flag.entity.js';

export interface FlagFilter {
  state: 'open' | 'closed';
  lane?: SafetyLane | undefined;
}

/** So many at once; a clinic with more open ones has another problem. */
const MOST = 200;

/**
 * Safety flags, as staff list and open them. Row-level security decides: the care team, whoever is on duty while a
 * flag is open, and for requests for a call the roles that keep the calendar.
 */
@Injectable()
export class FlagsService {
  constructor(
    private readonly db: Database,
    private readonly views: FlagViews,
    private readonly audit: AuditService,
  ) {}

  /** Open ones oldest first, closed ones newest first. */
  async list(actor: StaffActor, { state, lane }: FlagFilter): Promise<FlagListView> {
    const found = await this.db.inClinic(actor, async (tx) => {
      const isOpen = state === 'open';
      const flags = await tx.manager.find(SafetyFlag, {
        where: {
          clinicId: actor.clinicId,
          closedAt: isOpen ? IsNull() : Not(IsNull()),
          ...(lane && { lane }),
        },
        order: isOpen ? { raisedAt: 'ASC', id: 'ASC' } : { closedAt: 'DESC', id: 'ASC' },
        take: MOST,
      });
      await this.audit.record(tx, {
        action: 'safety-flags.listed',
        subjectType: 'safety-flag',
        subjectIds: flags.map(({ id }) => id),
        clientIds: [...new Set(flags.map(({ clientId }) => clientId))],
      });
      return this.views.found(tx, flags);
    });
    return { items: await this.views.opened(actor, found), next: null };
  }

  /** Opening a flag: from here on this person may say when they call. @throws NotFound */
  async open(actor: StaffActor, flagId: string): Promise<FlagView> {
    const found = await this.db.inClinic(actor, async (tx) => {
      const flag = await mustSeeFlag(tx, flagId);
      const facts = await this.views.found(tx, [flag]);
      if (!flag.closedAt && !facts.facts.get(flagId)!.openedByMe) {
        await recordSafetyEvent(tx, flag, 'opened', actor.staffMemberId);
      }
      await recordFlagAct(this.audit, tx, flag, 'opened');
      return this.views.found(tx, [flag]);
    });
    const [view] = await this.views.opened(actor, found);
    if (!view) throw new NotFound('safety flag');
    return view;
  }
}

/** @throws NotFound */
export async function mustSeeFlag(tx: Tx, flagId: string): Promise<SafetyFlag> {
  const flag = await tx.manager.findOneBy(SafetyFlag, { clinicId: tx.actor.clinicId, id: flagId });
  if (!flag) throw new NotFound('safety flag');
  return flag;
}

/** Locked: two people who act on one flag do so one after the other. @throws NotFound */
export async function lockFlag(tx: Tx, flagId: string): Promise<SafetyFlag> {
  const flag = await tx.manager.findOne(SafetyFlag, {
    where: { clinicId: tx.actor.clinicId, id: flagId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!flag) throw new NotFound('safety flag');
  return flag;
}
