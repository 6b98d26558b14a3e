import type { Temporal } from 'temporal-polyfill';
import type { StaffActor } from '@app/platform/actor.js';
import { instantText as textOf } from '@app/platform/database/instant.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { sessionDayNumber } from '@app/reflections/session-day.rules.js';
import type { AppointmentView } from '@app/sessions/appointment.view.js';
import { type BringListView, NOTHING_TO_BRING, openBringList } from '@app/sessions/bring-list.view.js';
import { threadLinks } from '@app/threads/thread-links.service.js';
import type { BriefExtras } from './brief-extras.service.js';
import { briefMeasures } from './brief-measures.js';
import type { BriefReader } from './brief-reader.types.js';
import { type ArrangedReflection, briefReflections } from './brief-reflections.js';
import { type BriefRows, instantOf } from './brief-rows.js';
import { arrangeBrief } from './brief.rules.js';
import { unansweredViews } from './brief-unanswered.js';
import type { BriefView } from './brief.view.js';
import { chartView } from './chart.view.js';
import { loadedFacts } from './pattern-facts.js';
import { noteViews } from './pattern-notes.service.js';

interface Opening {
  actor: StaffActor;
  now: Temporal.Instant;
  clinicKey: Key;
  /** The client's. */
  key: Key;
  extras: BriefExtras;
}

/** The rows of a brief, opened and in its order. */
export function briefView(rows: BriefRows, opening: Opening): BriefView {
  const { actor, now, clinicKey, key, extras } = opening;
  const { client } = rows;
  const open = opener(actor.clinicId);
  const staff = new Map(
    rows.staff.map(({ id, name }) => [id, open(clinicKey, 'staff.name', id, name) ?? '']),
  );
  const measures = briefMeasures(rows, key, actor.clinicId);
  const reader = { ...actor, staff, key, measures, threads: threadLinks(extras.threads) };
  const opened = briefReflections(rows, reader);
  const { reflections, checkIns, nothingNewSince, ...arranged } = arrangeBrief(
    {
      timeZone: client.time_zone,
      lastCallAt: rows.last_call ? instantOf(rows.last_call.starts_at) : null,
      sessionsHeldAt: rows.sessions.map(({ held_at }) => instantOf(held_at)),
      reflections: opened,
    },
    now,
  );
  const seesWords = rows.client_key !== null;
  const note = (id: string, sealed: string | null) => open(key, 'closing-note.body', id, sealed);
  return {
    ...arranged,
    appointment: appointmentView(rows, staff, note),
    client: {
      id: client.id,
      name: open(clinicKey, 'client.name', client.id, client.name) ?? '',
      pronouns: open(clinicKey, 'client.pronouns', client.id, client.pronouns),
      timeZone: client.time_zone,
      status: client.status,
    },
    seesWords,
    session: sessionPlace(rows, now),
    callsToday: placeInDay(rows),
    flags: extras.flags,
    lastCall: rows.last_call
      ? {
          startsAt: instantText(rows.last_call.starts_at),
          closingNote: note(rows.last_call.id, rows.last_call.note),
        }
      : null,
    reflections: reflections.map(({ view }) => view),
    // Who sees no words cannot know that nothing came.
    nothingNewSince: seesWords ? (nothingNewSince?.toString() ?? null) : null,
    threadsMoved: extras.threads.filter(({ id }) => rows.moved_thread_ids.includes(id)),
    checkIns: chartView(checkIns),
    measures: measures.courses,
    worthAsking: worthAsking(rows, opened, opening),
    unanswered: seesWords ? unansweredViews(rows.unanswered) : [],
    bring: bringOf(rows, reader),
    noNextCall: !rows.has_next_call,
    printedBy: {
      clinicName: rows.clinic.name,
      staffName: staff.get(actor.staffMemberId) ?? '',
      at: now.toString(),
    },
  };
}

function worthAsking(
  { patterns }: BriefRows,
  opened: readonly ArrangedReflection[],
  { actor: { clinicId }, now, key }: Opening,
): BriefView['worthAsking'] {
  if (!patterns) return [];
  const bodies = new Map(opened.map(({ id, body }) => [id, body]));
  return noteViews(loadedFacts(patterns, { key, clinicId, now, opened: bodies }), now, 'en-US');
}

function appointmentView(
  { appointment, closing_note: closing }: BriefRows,
  staff: ReadonlyMap<string, string>,
  note: (id: string, sealed: string | null) => string | null,
): AppointmentView {
  return {
    id: appointment.id,
    version: appointment.version,
    clientId: appointment.client_id,
    practitionerId: appointment.practitioner_id,
    practitionerName: staff.get(appointment.practitioner_id) ?? '',
    startsAt: instantText(appointment.starts_at),
    minutes: appointment.minutes,
    status: appointment.status,
    closingNote: note(appointment.id, closing?.note ?? null),
    closingNoteAt: closing ? instantText(closing.written_at) : null,
  };
}

function bringOf(
  { appointment, bring }: BriefRows,
  { clinicId, staffMemberId, key }: BriefReader,
): BringListView {
  if (!bring) return NOTHING_TO_BRING;
  const owner = { clinicId, appointmentId: appointment.id, staffMemberId };
  return { version: bring.version, items: openBringList(key, owner, Buffer.from(bring.body, 'base64')) };
}

function sessionPlace(rows: BriefRows, now: Temporal.Instant): BriefView['session'] {
  if (!rows.session) return null;
  const heldAt = instantOf(rows.session.held_at);
  return {
    dayNumber: sessionDayNumber([heldAt], rows.client.time_zone, now) ?? 0,
    numberInSeries: rows.session.number_in_series,
    plannedInSeries: rows.session.planned_in_series,
    heldAt: textOf(heldAt),
  };
}

function placeInDay(rows: BriefRows): BriefView['callsToday'] {
  const index = rows.calls_today.findIndex(({ id }) => id === rows.appointment.id);
  return index < 0 ? null : { position: index + 1, of: rows.calls_today.length };
}

function opener(clinicId: string) {
  return (key: Key, label: string, rowId: string, sealed: string | null): string | null =>
    sealed === null ? null : unseal(key, { clinicId, label, rowId }, Buffer.from(sealed, 'base64'));
}

function instantText(value: string): string {
  return textOf(instantOf(value));
}
