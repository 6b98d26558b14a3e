import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { OpenClient } from '@app/clients/client-contact.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import type { Tx } from '@app/platform/database/database.js';
import { toDate, toInstant } from '@app/platform/database/instant.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { ReflectionsService } from '@app/reflections/reflections.service.js';
import type { ReflectionView } from '@app/reflections/reflection.view.js';
import { sessionDayNumber } from '@app/reflections/session-day.rules.js';
import { chartView } from './chart.view.js';
import { checkInChart } from './check-in-chart.rules.js';
import { PatternNotes } from './pattern-notes.service.js';
import { excerptOf, readingSeconds } from './reading-time.rules.js';
import { callsBetween, type CallRow } from './today.queries.js';
import type { NextCallView, TodayCallView } from './today.view.js';

interface CallsOfDay {
  calls: TodayCallView[];
  nextCall: NextCallView | null;
}

/** The day's calls, each with what its client sent since the last one. */
@Injectable()
export class TodayCalls {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly clients: ClientsService,
    private readonly reflections: ReflectionsService,
    private readonly patterns: PatternNotes,
  ) {}

  async of(tx: Tx, actor: StaffActor, date: Temporal.PlainDate, timeZone: string): Promise<CallsOfDay> {
    const from = date.toZonedDateTime(timeZone).toInstant();
    const to = date.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
    const rows = await callsBetween(tx, toDate(from), toDate(to));
    const clients = await this.clients.openMany(tx, [...new Set(rows.map((row) => row.client_id))]);
    const names = await this.clinics.staffNames(tx);
    const notes = await this.patterns.ofClients(tx, [...clients.keys()]);
    const calls: TodayCallView[] = [];
    let nextCall: NextCallView | null = null;
    for (const row of rows) {
      const client = clients.get(row.client_id)!;
      const sent = await this.sentBy(tx, row.client_id);
      const call = callView(row, client, sent, {
        practitionerName: names.get(row.practitioner_id) ?? '',
        mine: row.practitioner_id === actor.staffMemberId,
        now: tx.now,
        notes: notes.get(row.client_id) ?? [],
      });
      calls.push(call);
      const isOver =
        Temporal.Instant.compare(toInstant(row.starts_at).add({ minutes: row.minutes }), tx.now) <= 0;
      if (!nextCall && call.mine && !isOver) nextCall = nextCallView(call, row, client, sent, tx.now);
    }
    return { calls, nextCall };
  }

  /** What the client sent; empty for who does not read this client's words. */
  private async sentBy(tx: Tx, clientId: string): Promise<ReflectionView[]> {
    try {
      return await this.reflections.viewsIn(tx, clientId, { after: tx.now.subtract({ hours: 35 * 24 }) });
    } catch (error) {
      if (error instanceof NotFound) return [];
      throw error;
    }
  }
}

function callView(
  row: CallRow,
  client: OpenClient,
  sent: readonly ReflectionView[],
  {
    practitionerName,
    mine,
    now,
    notes,
  }: Pick<TodayCallView, 'practitionerName' | 'mine' | 'notes'> & {
    now: Temporal.Instant;
  },
): TodayCallView {
  const { timeZone } = client.row;
  const since = sinceLastCall(row, sent);
  return {
    appointmentId: row.id,
    client: { id: row.client_id, name: client.name ?? '', pronouns: client.pronouns, timeZone },
    startsAt: row.starts_at.toISOString(),
    minutes: row.minutes,
    practitionerName,
    mine,
    session: row.session_held_at
      ? {
          dayNumber: sessionDayNumber([toInstant(row.session_held_at)], timeZone, now) ?? 0,
          numberInSeries: row.number_in_series ?? 1,
          plannedInSeries: row.planned_in_series ?? 1,
        }
      : null,
    newReflections: since.filter((one) => one.reading === null).length,
    readReflections: since.filter((one) => one.reading !== null).length,
    lastCallAt: row.last_call_at?.toISOString() ?? null,
    excerpt: null,
    easeLast7Days: easeLast7Days(sent, timeZone, now),
    resting: row.resting,
    callRequested: row.call_requested,
    notes,
  };
}

function nextCallView(
  call: TodayCallView,
  row: CallRow,
  client: OpenClient,
  sent: readonly ReflectionView[],
  now: Temporal.Instant,
): NextCallView {
  const { timeZone } = client.row;
  const since = sinceLastCall(row, sent);
  const dateOf = (at: string) => Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const points = [...sent]
    .reverse()
    .map((one) => ({ ...one.checkIns, on: dateOf(one.sentAt), reflectionId: one.id }));
  const sessions = row.session_held_at ? [dateOf(row.session_held_at.toISOString())] : [];
  const told = since.find((one) => !one.wishes.dontRaise && excerptOf(one.words) !== null);
  return {
    ...call,
    excerpt: told
      ? { reflectionId: told.id, text: excerptOf(told.words)!, sentAt: told.sentAt, title: told.title }
      : null,
    checkIns: chartView(checkInChart(points, sessions, now.toZonedDateTimeISO(timeZone).toPlainDate())),
    readingMinutes: Math.ceil(readingSeconds(since.map((one) => one.words)) / 60),
  };
}

/** Since the last call, and whatever nobody has read; without what was taken back. */
function sinceLastCall(row: CallRow, all: readonly ReflectionView[]): ReflectionView[] {
  const sent = all.filter((one) => one.withdrawn === null);
  if (!row.last_call_at) return sent;
  const from = toInstant(row.last_call_at);
  return sent.filter(
    (one) => one.reading === null || Temporal.Instant.compare(Temporal.Instant.from(one.sentAt), from) > 0,
  );
}

/** The last ease given on each of the last 7 days; null where none was. */
function easeLast7Days(
  sent: readonly ReflectionView[],
  timeZone: string,
  now: Temporal.Instant,
): TodayCallView['easeLast7Days'] {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
  return Array.from({ length: 7 }, (_, index) => {
    const on = today.subtract({ days: 6 - index }).toString();
    const that = sent.find(
      (one) =>
        one.checkIns.ease !== null &&
        Temporal.Instant.from(one.sentAt).toZonedDateTimeISO(timeZone).toPlainDate().toString() === on,
    );
    return { on, ease: that?.checkIns.ease ?? null };
  });
}
