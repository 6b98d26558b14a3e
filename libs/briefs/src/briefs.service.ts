import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { AuditService } from '@app/audit/audit.service.js';
import { wordsIn } from '@app/design/words/say.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { informs } from '@app/plans/prompt-content.rules.js';
import { promptContents } from '@app/plans/prompt-contents.js';
import type { PromptContent } from '@app/plans/prompt-template.types.js';
import { openReflection } from '@app/reflections/reflection-body.js';
import { type ReflectionView, reflectionView } from '@app/reflections/reflection.view.js';
import { sessionDayNumber } from '@app/reflections/session-day.rules.js';
import { CallRequestViews } from '@app/safety/call-request-views.service.js';
import { type BriefRows, loadBrief } from './brief.queries.js';
import { arrangeBrief, type BriefReflection, whyUnanswered } from './brief.rules.js';
import type { BriefView } from './brief.view.js';
import { chartView } from './chart.view.js';

/** The page before the call. A read model: nothing of it is stored. */
@Injectable()
export class BriefsService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly callRequests: CallRequestViews,
    private readonly audit: AuditService,
  ) {}

  /** The brief of an appointment. NotFound for who does not read this client's words. */
  async brief(actor: StaffActor, appointmentId: string): Promise<BriefView> {
    return this.db.inClinic(actor, async (tx) => {
      const rows = await loadBrief(tx, appointmentId, actor.staffMemberId);
      if (!rows?.client_key) throw new NotFound('appointment');
      const view = await this.view(tx, actor, rows, rows.client_key);
      await this.audit.record(tx, {
        action: 'brief.read',
        subjectType: 'appointment',
        subjectIds: [appointmentId, ...view.reflections.map(({ id }) => id)],
        clientIds: [rows.client.id],
      });
      return view;
    });
  }

  private async view(
    tx: Tx,
    actor: StaffActor,
    rows: BriefRows,
    wrapped: NonNullable<BriefRows['client_key']>,
  ): Promise<BriefView> {
    const { clinicId } = actor;
    const clinicKey = await this.keyring.clinic(tx);
    const clientKey = await this.keyring.openClientKey(clinicId, rows.client.id, {
      version: wrapped.version,
      wrapped: Buffer.from(wrapped.wrapped, 'base64'),
    });
    const open = opener(clinicId);
    const staff = new Map(
      rows.staff.map(({ id, name }) => [id, open(clinicKey, 'staff.name', id, name) ?? '']),
    );
    const { appointment, client } = rows;
    const arranged = arrangeBrief(
      {
        timeZone: client.time_zone,
        lastCallAt: rows.last_call ? Temporal.Instant.from(rows.last_call.starts_at) : null,
        sessionsHeldAt: rows.sessions.map(({ held_at }) => Temporal.Instant.from(held_at)),
        reflections: reflectionsOf(rows, clientKey, staff, actor),
      },
      tx.now,
    );
    const contents = await promptContents(
      tx,
      rows.unanswered.map((one) => ({ code: one.template_code, version: one.template_version })),
    );
    const unanswered = rows.unanswered.map((prompt) => ({
      ...prompt,
      content: contents.of(prompt.template_code, prompt.template_version),
    }));
    const say = wordsIn('en-US');
    const note = (id: string, sealed: string | null) => open(clientKey, 'closing-note.body', id, sealed);
    return {
      appointment: {
        id: appointment.id,
        version: appointment.version,
        clientId: appointment.client_id,
        practitionerId: appointment.practitioner_id,
        practitionerName: staff.get(appointment.practitioner_id) ?? '',
        startsAt: instantText(appointment.starts_at),
        minutes: appointment.minutes,
        status: appointment.status,
        closingNote: note(appointment.id, rows.closing_note?.note ?? null),
        closingNoteAt: rows.closing_note ? instantText(rows.closing_note.written_at) : null,
      },
      client: {
        id: client.id,
        name: open(clinicKey, 'client.name', client.id, client.name) ?? '',
        pronouns: open(clinicKey, 'client.pronouns', client.id, client.pronouns),
        timeZone: client.time_zone,
        status: client.status,
      },
      session: sessionPlace(rows, tx.now),
      callsToday: placeInDay(rows),
      lastCall: rows.last_call
        ? {
            startsAt: instantText(rows.last_call.starts_at),
            closingNote: note(rows.last_call.id, rows.last_call.note),
          }
        : null,
      callRequests: await this.callRequests.open(tx, client.id),
      reflections: arranged.reflections.map(({ view }) => view),
      readingSeconds: arranged.readingSeconds,
      checkIns: chartView(arranged.checkIns),
      challenges: arranged.challenges,
      unanswered: unanswered.filter(wasAskedOrFailed).map((prompt) => ({
        promptId: prompt.id,
        title: prompt.content.title,
        status: prompt.status,
        why: say(`unanswered.${whyUnanswered(prompt.status, prompt.delivery)}`),
        sendAt: instantText(prompt.send_at),
      })),
      nothingNewSince: arranged.nothingNewSince?.toString() ?? null,
      printedBy: {
        clinicName: rows.clinic.name,
        staffName: staff.get(actor.staffMemberId) ?? '',
        at: tx.now.toString(),
      },
    };
  }
}

/** A view, with what its arrangement needs beside it. */
interface ArrangedReflection extends BriefReflection {
  view: ReflectionView;
}

function reflectionsOf(
  rows: BriefRows,
  key: Key,
  staff: ReadonlyMap<string, string>,
  actor: StaffActor,
): ArrangedReflection[] {
  return rows.reflections.map((row) => {
    const sentAt = Temporal.Instant.from(row.sent_at);
    const view = reflectionView(
      {
        id: row.id,
        version: row.version,
        clientId: rows.client.id,
        promptId: row.prompt_id,
        sentAt,
        wait: row.wait,
        promisedBy: row.promised_by === null ? null : Temporal.Instant.from(row.promised_by),
        body: openReflection(
          key,
          { clinicId: actor.clinicId, rowId: row.id },
          Buffer.from(row.body, 'base64'),
        ),
        reading: row.reading && {
          readAt: Temporal.Instant.from(row.reading.read_at),
          byName: staff.get(row.reading.staff_member_id) ?? '',
          byMe: row.reading.staff_member_id === actor.staffMemberId,
        },
      },
      {
        timeZone: rows.client.time_zone,
        sessionsHeldAt: row.after_session_at ? [Temporal.Instant.from(row.after_session_at)] : [],
        locale: 'en-US',
      },
    );
    const { dayNumber, words, checkIns, chips } = view;
    return {
      id: row.id,
      sentAt,
      isSinceLastCall: row.is_since_last_call,
      view,
      dayNumber,
      words,
      checkIns,
      chips,
    };
  });
}

function sessionPlace(rows: BriefRows, now: Temporal.Instant): BriefView['session'] {
  if (!rows.session) return null;
  const heldAt = Temporal.Instant.from(rows.session.held_at);
  return {
    dayNumber: sessionDayNumber([heldAt], rows.client.time_zone, now) ?? 0,
    numberInSeries: rows.session.number_in_series,
    plannedInSeries: rows.session.planned_in_series,
    heldAt: heldAt.toString(),
  };
}

const DELIVERY_TROUBLES = ['failed', 'unknown', 'bounced'];

/** What only told something and arrived wants no answer. */
function wasAskedOrFailed({
  content,
  status,
  delivery,
}: BriefRows['unanswered'][number] & { content: PromptContent }): boolean {
  return !informs(content) || status === 'missed' || DELIVERY_TROUBLES.includes(delivery ?? '');
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
  return Temporal.Instant.from(value).toString();
}
