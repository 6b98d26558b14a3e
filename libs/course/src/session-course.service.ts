import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import { localDateAt } from '@app/clients/client-clock.rules.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { Tx } from '@app/platform/database/database.js';
import { Conflict, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { hasPassed, mayBeCompleted } from '@app/sessions/held-at.rules.js';
import { KetamineSession } from '@app/sessions/ketamine-session.entity.js';
import type { KetamineSessionView } from '@app/sessions/ketamine-session.view.js';
import { SeriesService } from '@app/sessions/series.service.js';
import type { KetamineRoute, SessionSetting } from '@app/sessions/session.types.js';
import { SessionsService } from '@app/sessions/sessions.service.js';
import { CourseCommands } from './course-commands.service.js';
import { heldAtIn, type HeldTime } from './held-time.js';

export interface NewKetamineSession {
  held: HeldTime;
  route: KetamineRoute;
  /** `clinic` when absent. */
  setting?: SessionSetting;
  /** `planned` when absent. */
  status?: 'planned' | 'completed';
  /** The open series when absent; where there is none, one opens. */
  seriesId?: string;
  /** The client's location when absent. */
  locationId?: string;
}

interface KetamineSessionChange {
  version: number;
  held?: HeldTime;
  route?: KetamineRoute;
}

/** Records, moves, completes and cancels ketamine sessions; the unsent prompts follow at once. */
@Injectable()
export class SessionCourseService {
  constructor(
    private readonly commands: CourseCommands,
    private readonly sessions: SessionsService,
    private readonly series: SeriesService,
    private readonly clinics: ClinicsService,
  ) {}

  /** Throws NotFound (client, series, location), Invalid (date), Unprocessable (completed ahead of time). */
  async recordSession(
    actor: StaffActor,
    clientId: string,
    session: NewKetamineSession,
    idempotencyKey?: string,
  ): Promise<KetamineSessionView> {
    return this.commands.add(actor, {
      clientId,
      idempotencyKey,
      route: 'ketamine-sessions',
      body: session,
      subjectType: 'ketamine-session',
      action: 'ketamine-session.recorded',
      add: (tx, client) => this.insert(tx, clientId, session, session.locationId ?? client.locationId),
      view: async (tx, id) => this.sessions.view(tx, await this.sessions.one(tx, id)),
    });
  }

  /** Throws Conflict (stale, or cancelled already), Invalid (date), Unprocessable (completed, moved ahead). */
  async moveSession(
    actor: StaffActor,
    sessionId: string,
    change: KetamineSessionChange,
  ): Promise<KetamineSessionView> {
    return this.alter(actor, sessionId, 'ketamine-session.moved', async (tx, row) => {
      if (row.version !== change.version) throw staleVersion();
      refuseCancelled(row);
      const { timeZone } = await this.clinics.location(tx, row.locationId);
      const heldAt = change.held ? heldAtIn(change.held, timeZone, tx.now) : row.heldAt;
      if (row.status === 'completed' && !hasPassed(heldAt, tx.now)) throw notYetHeld();
      await this.update(tx, row, { heldAt, route: change.route ?? row.route });
    });
  }

  /** Completing twice is once. Throws Conflict (cancelled, stale), Unprocessable (over 12 hours ahead). */
  async completeSession(
    actor: StaffActor,
    sessionId: string,
    version?: number,
  ): Promise<KetamineSessionView> {
    return this.alter(actor, sessionId, 'ketamine-session.completed', async (tx, row) => {
      refuseCancelled(row);
      if (row.status === 'completed') return;
      if (version !== undefined && row.version !== version) throw staleVersion();
      if (!mayBeCompleted(row.heldAt, tx.now)) throw notYetHeld();
      await this.update(tx, row, { status: 'completed', completedAt: tx.now });
    });
  }

  /** Cancelling the same way twice is once. Throws Conflict (cancelled otherwise, stale). */
  async cancelSession(
    actor: StaffActor,
    sessionId: string,
    { version, noShow = false }: { version?: number; noShow?: boolean },
  ): Promise<KetamineSessionView> {
    const status = noShow ? 'no_show' : 'cancelled';
    return this.alter(actor, sessionId, `ketamine-session.${status}`, async (tx, row) => {
      if (row.status === status) return;
      refuseCancelled(row);
      if (version !== undefined && row.version !== version) throw staleVersion();
      await this.update(tx, row, { status, completedAt: null });
    });
  }

  private async alter(
    actor: StaffActor,
    id: string,
    action: string,
    alter: (tx: Tx, row: KetamineSession) => Promise<void>,
  ): Promise<KetamineSessionView> {
    return this.commands.alter(actor, {
      subjectType: 'ketamine-session',
      action,
      find: (tx) => this.sessions.one(tx, id),
      alter,
      view: (tx, row) => this.sessions.view(tx, row),
    });
  }

  private async insert(
    tx: Tx,
    clientId: string,
    session: NewKetamineSession,
    locationId: string,
  ): Promise<string> {
    const { timeZone } = await this.clinics.location(tx, locationId);
    const heldAt = heldAtIn(session.held, timeZone, tx.now);
    const status = session.status ?? 'planned';
    if (status === 'completed' && !hasPassed(heldAt, tx.now)) throw notYetHeld();
    const id = newId();
    await tx.manager.insert(KetamineSession, {
      clinicId: tx.actor.clinicId,
      id,
      clientId,
      seriesId: await this.seriesFor(tx, clientId, session.seriesId, earlierDate(heldAt, tx.now, timeZone)),
      locationId,
      route: session.route,
      setting: session.setting ?? 'clinic',
      status,
      heldAt,
      completedAt: status === 'completed' ? tx.now : null,
      createdAt: tx.now,
      version: 1,
    });
    return id;
  }

  private async seriesFor(
    tx: Tx,
    clientId: string,
    named: string | undefined,
    openedOn: string,
  ): Promise<string> {
    if (named) return (await this.series.one(tx, clientId, named)).id;
    const open = await this.series.openOf(tx, clientId);
    return open?.id ?? this.series.open(tx, { clientId, name: null, openedOn });
  }

  private async update(tx: Tx, row: KetamineSession, columns: Partial<KetamineSession>): Promise<void> {
    const where = { clinicId: row.clinicId, id: row.id, version: row.version };
    const { affected } = await tx.manager.update(KetamineSession, where, {
      ...columns,
      version: row.version + 1,
    });
    if (affected !== 1) throw staleVersion();
  }
}

function refuseCancelled({ status }: KetamineSession): void {
  if (status === 'cancelled' || status === 'no_show') throw new Conflict('already-cancelled');
}

function notYetHeld(): Unprocessable {
  return new Unprocessable('not-yet-held', [{ field: 'heldAt', code: 'inTheFuture', params: {} }]);
}

/** A series that begins with a session recorded late opened on that day, not today. */
function earlierDate(heldAt: Temporal.Instant, now: Temporal.Instant, timeZone: string): string {
  return localDateAt(Temporal.Instant.compare(heldAt, now) < 0 ? heldAt : now, timeZone);
}
