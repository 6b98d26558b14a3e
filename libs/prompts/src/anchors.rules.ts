import type { PlanStepSpec } from '@app/plans/plan-step.types.js';
import { HOUR_MS } from './local-time.rules.js';
import type { AppointmentMark, SessionMark } from './prompt-schedule.types.js';

/** The eve of an appointment is of no use in the last hour before it. */
export const EVE_ENDS_HOURS_BEFORE = 1;
/** The rhythm of a series goes on for so many local dates after its last session. */
export const SERIES_ENDS_DAYS_AFTER = 6;

/** The event a step is counted from, for one row of the schedule. */
export interface Anchor {
  id: string;
  atMs: number;
  /** The prompt asks about what happened here, so it waits until this session is completed. */
  needsSessionId: string | null;
  /** A prompt that leads up to the event is of no use after this instant. */
  endsMs: number | null;
  /** A rhythm that ends: the instant of the series' last session, SERIES_ENDS_DAYS_AFTER which nothing is asked. */
  lastMs: number | null;
}

/** The events of a client that steps are counted from. */
export interface Course {
  sessions: readonly SessionMark[];
  appointments: readonly AppointmentMark[];
  openSeriesId: string | null;
}

/** Where a step is anchored; none when there is nothing to count from (see AnchorKind). */
export function anchorsOf(step: PlanStepSpec, course: Course): Anchor[] {
  switch (step.anchor) {
    case 'first-session':
      return sessionAnchors(step, [earliest(likely(ofOpenSeries(course)))]);
    case 'every-session':
      return sessionAnchors(step, likely(course.sessions));
    case 'latest-session':
      return sessionAnchors(step, [arcSession(ofOpenSeries(course))]);
    case 'rhythm':
      return sessionAnchors(step, [latest(completed(course.sessions))]);
    case 'series-rhythm':
      return seriesAnchors(course);
    case 'next-appointment':
      return course.appointments.filter(({ status }) => status === 'booked').map(appointmentAnchor);
  }
}

function sessionAnchors(step: PlanStepSpec, sessions: readonly (SessionMark | null)[]): Anchor[] {
  const leadsUp = step.anchor === 'first-session' || (step.anchor !== 'rhythm' && step.days < 0);
  return sessions
    .filter((session) => session !== null)
    .map(({ id, heldAt }) => ({
      id,
      atMs: heldAt.epochMilliseconds,
      needsSessionId: leadsUp ? null : id,
      endsMs: leadsUp ? heldAt.epochMilliseconds : null,
      lastMs: null,
    }));
}

/** Anchored on the series itself: a first session that moves, or another one before it, asks nothing a second time. */
function seriesAnchors(course: Course): Anchor[] {
  const sessions = likely(ofOpenSeries(course));
  const [first, last] = [earliest(sessions), latest(sessions)];
  if (!first || !last) return [];
  const { id: needsSessionId, seriesId, heldAt } = first;
  const [atMs, lastMs] = [heldAt.epochMilliseconds, last.heldAt.epochMilliseconds];
  return [{ id: seriesId, atMs, needsSessionId, endsMs: null, lastMs }];
}

function appointmentAnchor({ id, startsAt }: AppointmentMark): Anchor {
  const atMs = startsAt.epochMilliseconds;
  return { id, atMs, needsSessionId: null, endsMs: atMs - EVE_ENDS_HOURS_BEFORE * HOUR_MS, lastMs: null };
}

function arcSession(sessions: readonly SessionMark[]): SessionMark | null {
  return latest(completed(sessions)) ?? earliest(likely(sessions));
}

function ofOpenSeries({ sessions, openSeriesId }: Course): SessionMark[] {
  return sessions.filter((session) => session.seriesId === openSeriesId);
}

function completed(sessions: readonly SessionMark[]): SessionMark[] {
  return sessions.filter((session) => session.status === 'completed');
}

function likely(sessions: readonly SessionMark[]): SessionMark[] {
  return sessions.filter((session) => session.status === 'planned' || session.status === 'completed');
}

function earliest(sessions: readonly SessionMark[]): SessionMark | null {
  return sessions.toSorted(byTime)[0] ?? null;
}

function latest(sessions: readonly SessionMark[]): SessionMark | null {
  return sessions.toSorted(byTime).at(-1) ?? null;
}

function byTime(a: SessionMark, b: SessionMark): number {
  return a.heldAt.epochMilliseconds - b.heldAt.epochMilliseconds || (a.id < b.id ? -1 : 1);
}
