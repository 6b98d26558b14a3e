import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isClaimable } from './claim.rules.js';
import { nudgeFor, type PlannedNudge } from './nudges.rules.js';
import { promptsFor } from './prompt-schedule.rules.js';
import type { ClientClock, PastPrompt, PlannedPrompt, Rest } from './prompt-schedule.types.js';
import { type ExistingPrompt, reconcile, type Reconciliation } from './reconcile.rules.js';
import { ALL_ZONES, quietHours, type Scene } from './schedule-arbitraries.js';
import { applied, isQuiet, isUnstaffed, looksBackOver, wallOf } from './schedule-model.js';

/** Test support: a client's weeks in memory, with a worker that is up or down. */

type Event = 'none' | 'complete' | 'no-show' | 'move-session' | 'rest' | 'end-rest' | 'cancel' | 'move' | 'zone' | 'quiet' | 'dispatch' | 'answer'; // prettier-ignore

/** Something that happens, and the hours the worker is up or down after it. */
export interface Turn {
  event: Event;
  pick: number;
  hours: number;
  isUp: boolean;
  zone: string;
  quiet: Pick<ClientClock, 'quietFrom' | 'quietTo'>;
}

/** One mailing that left, and how it stood when it did. */
export interface Letter {
  kind: 'first' | 'nudge' | 'dispatch';
  key: string;
  on: string;
  planned: string;
  isEarly: boolean;
  isLate: boolean;
  isQuiet: boolean;
  isResting: boolean;
  isGrounded: boolean;
  /** Asks about safety, and nobody is there; would look back over a session. */
  isUnstaffed: boolean;
  looksBack: boolean;
  wasCancelled: boolean;
}

const events: Event[] = ['complete', 'complete', 'complete', 'no-show', 'move-session', 'rest', 'end-rest', 'cancel', 'move', 'zone', 'quiet', 'dispatch', 'answer']; // prettier-ignore

export const turns: fc.Arbitrary<Turn[]> = fc.array(
  fc.record({
    event: fc.oneof(fc.constant<Event>('none'), fc.constantFrom(...events)),
    pick: fc.nat(99),
    hours: fc.integer({ min: 1, max: 72 }),
    isUp: fc.integer({ min: 0, max: 3 }).map((roll) => roll > 0),
    zone: fc.constantFrom(...ALL_ZONES),
    quiet: quietHours,
  }),
  { minLength: 8, maxLength: 20 },
);

const HOUR_MS = 3_600_000;

export class Life {
  readonly letters: Letter[] = [];
  readonly cancelled = new Set<string>();
  rows: ExistingPrompt[] = [];
  private readonly sent = new Map<string, PastPrompt & { at: Temporal.Instant }>();
  private readonly moves = new Map<string, Temporal.Instant>();
  private nudges: PlannedNudge[] = [];
  /** The rows that can fall due within a turn: most hours have none. */
  private soon: ExistingPrompt[] = [];
  private wantsNudges = true;
  private now: Temporal.Instant;

  private scene: Scene;

  constructor(scene: Scene) {
    this.scene = { ...scene, sessions: scene.sessions.map((session) => ({ ...session })) };
    this.now = scene.now;
    this.recompute();
  }

  withoutNudges(): void {
    this.wantsNudges = false;
    this.nudges = [];
  }

  live(turn: Turn): void {
    this.happen(turn);
    this.recompute();
    for (let hour = 0; hour < turn.hours; hour += 1) {
      if (turn.isUp) this.sweep();
      this.now = Temporal.Instant.fromEpochMilliseconds(this.now.epochMilliseconds + HOUR_MS);
    }
  }

  /** A worker that is never down: it is there at every minute something is due. */
  liveUntil(end: Temporal.Instant): void {
    for (;;) {
      this.recompute();
      this.sweep();
      const ahead = this.rows.filter((row) => row.status === 'scheduled' && isBefore(this.now, row.sendAt));
      const next = ahead.map(({ sendAt }) => sendAt).sort(Temporal.Instant.compare)[0];
      if (!next || !isBefore(next, end)) return;
      this.now = next;
    }
  }

  recompute(): Reconciliation {
    const { plan, sessions, appointments } = this.scene;
    const clock = this.clock();
    const wanted = promptsFor(plan, sessions, appointments, clock, this.now);
    const change = reconcile(this.rows, wanted, this.now);
    this.rows = applied(this.rows, change);
    const turnEnd = this.now.add({ hours: 73 });
    this.soon = this.rows.filter(({ status, sendAt }) => status === 'scheduled' && isBefore(sendAt, turnEnd));
    this.nudges = this.wantsNudges ? this.nudgesAround(wanted, clock) : [];
    return change;
  }

  private nudgesAround(wanted: PlannedPrompt[], clock: ClientClock): PlannedNudge[] {
    const given: PlannedNudge[] = [];
    for (const { key, at } of this.sent.values()) {
      const step = this.scene.plan.steps.find(({ stepId }) => key.startsWith(`${stepId}/`));
      if (!step) continue;
      const candidate = { key, step, closesAt: at.add({ hours: 24 * 7 }) };
      const nudge = nudgeFor(candidate, wanted, clock, this.now, given);
      if (nudge) given.push(nudge);
    }
    return given;
  }

  private sweep(): void {
    const due = this.soon.filter((row) => this.mayGo(row));
    for (const row of due) this.send(row, 'first');
    const nudges = this.nudges.filter(
      ({ sendAt, sendUntil }) => this.isWithin(sendAt, sendUntil) && !this.isResting(),
    );
    for (const { key, localTime } of nudges) {
      this.sent.set(key, { ...this.sent.get(key)!, nudgedOn: this.today() });
      this.note(
        'nudge',
        this.rows.find((row) => row.key === key)!,
        localTime,
      );
    }
    if (due.length + nudges.length > 0) this.recompute();
  }

  private mayGo(row: ExistingPrompt): boolean {
    const session = this.scene.sessions.find(({ id }) => id === row.needsSessionId);
    const facts = {
      held: false,
      hasConsent: true,
      isSuppressed: false,
      isClientActive: true,
      isResting: this.isResting(),
      neededSession: session?.status ?? null,
    };
    return isClaimable({ ...row, ...facts }, this.now);
  }

  private send(row: ExistingPrompt, kind: 'first' | 'dispatch'): void {
    this.note(kind, row, row.localTime);
    const countsForDay = kind === 'first';
    const { key, priority } = row;
    this.sent.set(key, { key, status: 'sent', sentOn: this.today(), countsForDay, priority, movedTo: null, nudgedOn: null, at: this.now }); // prettier-ignore
    this.rows = this.rows.map((one) => (one === row ? { ...one, status: 'sent' } : one));
  }

  private note(kind: Letter['kind'], row: ExistingPrompt, planned: string): void {
    const session = this.scene.sessions.find(({ id }) => id === row.needsSessionId);
    const step = this.scene.plan.steps.find(({ stepId }) => row.key.startsWith(`${stepId}/`))!;
    this.letters.push({
      kind,
      key: row.key,
      planned,
      on: this.today(),
      isEarly: isBefore(this.now, row.nominalAt),
      isLate: !isBefore(this.now, row.limitAt),
      isQuiet: isQuiet(this.now, this.scene.clock),
      isResting: this.isResting(),
      isGrounded: row.needsSessionId === null || session?.status === 'completed',
      isUnstaffed: isUnstaffed(this.now, step, this.scene.clock),
      looksBack: looksBackOver(this.now, step, this.scene),
      wasCancelled: this.cancelled.has(row.key),
    });
  }

  private happen({ event, pick, zone, quiet }: Turn): void {
    const { sessions, clock } = this.scene;
    const scheduled = this.rows.filter(({ status }) => status === 'scheduled');
    const row = scheduled[pick % Math.max(1, scheduled.length)];
    const session = sessions[pick % Math.max(1, sessions.length)];
    if (event === 'complete' && session) session.status = 'completed';
    if (event === 'no-show' && session) session.status = 'no_show';
    if (event === 'move-session' && session) session.heldAt = session.heldAt.add({ hours: pick - 40 });
    if (event === 'rest')
      this.rest({ from: this.now, until: pick > 90 ? null : this.now.add({ hours: pick + 1 }) });
    if (event === 'end-rest') this.rest(null);
    if (event === 'zone') this.scene = { ...this.scene, clock: { ...clock, timeZone: zone } };
    if (event === 'quiet') this.scene = { ...this.scene, clock: { ...clock, ...quiet } };
    if (event === 'answer') this.answer(pick);
    if (!row) return;
    if (event === 'move') this.moves.set(row.key, this.now.add({ minutes: pick * 37 }));
    if (event === 'dispatch') this.send(row, 'dispatch');
    if (event !== 'cancel') return;
    this.cancelled.add(row.key);
    this.rows = this.rows.map((one) => (one === row ? { ...one, status: 'cancelled' } : one));
  }

  private answer(pick: number): void {
    const open = this.rows.filter(({ status }) => status === 'sent');
    const row = open[pick % Math.max(1, open.length)];
    if (!row) return;
    this.sent.set(row.key, { ...this.sent.get(row.key)!, status: 'answered' });
    this.rows = this.rows.map((one) => (one === row ? { ...one, status: 'answered' } : one));
  }

  private rest(rest: Rest | null): void {
    this.scene = { ...this.scene, clock: { ...this.scene.clock, rest } };
  }

  private clock(): ClientClock {
    const { clock } = this.scene;
    const rows = this.rows.map(({ key, status, priority }): PastPrompt => {
      const movedTo = this.moves.get(key) ?? null;
      const sent = this.sent.get(key);
      return sent ?? { key, status, sentOn: null, countsForDay: true, priority, movedTo, nudgedOn: null };
    });
    return { ...clock, past: [...clock.past, ...rows] };
  }

  private isResting(): boolean {
    const { rest } = this.scene.clock;
    return (
      rest !== null &&
      !isBefore(this.now, rest.from) &&
      (rest.until === null || isBefore(this.now, rest.until))
    );
  }

  private isWithin(from: Temporal.Instant, until: Temporal.Instant): boolean {
    return !isBefore(this.now, from) && isBefore(this.now, until);
  }

  private today(): string {
    return wallOf(this.now, this.scene.clock).slice(0, 10);
  }
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
