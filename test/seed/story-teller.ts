import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { ClosingNoteCourseService } from '@app/course/closing-note-course.service.js';
import { ReplyCourseService } from '@app/course/reply-course.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { DispatchService } from '@app/prompts/dispatch.service.js';
import { PromptsService } from '@app/prompts/prompts.service.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { ReflectionsService } from '@app/reflections/reflections.service.js';
import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { courseHouseOf } from '../factories/course-house.js';
import type { Life } from './life.js';
import type { Moment, Reply, Story } from './story.types.js';

/** A prompt's first mailing that has just gone out. */
export interface SentMailing {
  clinicId: string;
  clientId: string;
  mailingId: string;
  promptId: string;
  templateCode: string;
  templateVersion: number;
  sentAt: Temporal.Instant;
}

/** One story being lived: staff act, prompts arrive, the client answers or does not. */
export class StoryTeller {
  private clientId = '';
  private promptId: string | null = null;
  private readonly replies: Reply[];

  constructor(
    private readonly app: INestApplicationContext,
    private readonly life: Life,
    private readonly story: Story,
    private readonly actor: StaffActor,
    private readonly place: { timeZone: string; readingDays: readonly number[]; now: Temporal.Instant },
  ) {
    this.replies = [...story.replies];
  }

  /** Plans the story's moments. Calls ahead of now are booked a day and a bit before it. */
  tell(): void {
    const { story, life, place } = this;
    const yesterday = place.now.subtract({ hours: 30 });
    life.plan(this.at(story.addedOn), () => this.begin());
    for (const session of story.sessions) {
      if (session.outcome === 'completed')
        life.plan(this.at(session).add({ minutes: 50 }), () => this.complete(session));
    }
    for (const { closingNote, readBefore, ...moment } of story.calls) {
      const startsAt = this.at(moment);
      const isPast = Temporal.Instant.compare(startsAt, place.now) < 0;
      life.plan(isPast ? startsAt.subtract({ hours: 30 }) : yesterday, () =>
        this.book(startsAt, closingNote),
      );
      if (readBefore) life.plan(startsAt, () => this.readAll());
    }
    if (!story.leftUnread) this.readOnReadingDays();
    if (story.callInMinutes !== undefined) {
      const startsAt = halfHourAfter(place.now.add({ minutes: story.callInMinutes - 30 }));
      life.plan(yesterday, () => this.book(startsAt));
    }
    if (story.asksForCallMinutesAgo !== undefined) {
      life.plan(place.now.subtract({ minutes: story.asksForCallMinutesAgo }), () => this.askForCall());
    }
    if (story.sendNextNow) life.plan(place.now, () => this.sendNextNow());
  }

  /** A prompt reached the client: the next reply of the story follows in its time. */
  receive(mailing: SentMailing): void {
    if (mailing.clientId !== this.clientId) return;
    this.promptId = mailing.promptId;
    const asked = promptTemplate(mailing.templateCode, mailing.templateVersion);
    if (asked.question === null) return;
    const reply = this.replies.shift();
    if (!reply) return;
    this.life.plan(mailing.sentAt.add({ minutes: reply.afterMinutes }), async () => {
      const { clinicId, clientId, mailingId, promptId } = mailing;
      await this.get(ReplyCourseService).submit(
        { clinicId, clientId, mailingId, promptId, kind: 'first', purpose: 'reply' },
        createHash('sha256').update(`browser of ${clientId}`).digest(),
        {
          asked,
          answer: { words: reply.words, checkIns: reply.checkIns ?? {}, chips: reply.chips ?? [] },
          nothing: false,
        },
      );
    });
  }

  private async begin(): Promise<void> {
    const { name, pronouns, email, phone, timeZone, sessions, addedOn } = this.story;
    const { intake, plans, sessions: course } = courseHouseOf(this.app);
    const givenOn = this.at(addedOn).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    const client = await intake.add(this.actor, {
      name,
      email,
      phone,
      timeZone,
      ...(pronouns && { pronouns }),
      emailConsent: { givenOn, how: 'on paper, at the first visit' },
    });
    this.clientId = client.id;
    for (const session of sessions) {
      await course.recordSession(this.actor, client.id, {
        held: { heldAt: this.at(session) },
        route: session.route,
      });
    }
    await plans.startPlan(this.actor, client.id, { template: 'steady', number: 2 });
  }

  private async complete(moment: Moment): Promise<void> {
    const heldAt = this.at(moment);
    const [row] = await this.rows<{ id: string }>(
      'select id from ketamine_sessions where clinic_id = $1 and client_id = $2 and held_at = $3',
      heldAt.toString(),
    );
    await courseHouseOf(this.app).sessions.completeSession(this.actor, row!.id);
  }

  private async book(startsAt: Temporal.Instant, closingNote?: string): Promise<void> {
    const { appointments } = courseHouseOf(this.app);
    const call = await appointments.bookAppointment(this.actor, this.clientId, { startsAt, minutes: 50 });
    if (closingNote === undefined) return;
    this.life.plan(startsAt.add({ minutes: 52 }), async () => {
      await this.get(ClosingNoteCourseService).writeClosingNote(this.actor, call.id, {
        version: call.version,
        text: closingNote,
      });
    });
  }

  /** As the page promises: what came before the afternoon of a reading day is read then. */
  private readOnReadingDays(): void {
    const { readingDays, timeZone } = this.place;
    for (let day = this.story.addedOn.day + 1; day <= 0; day += 1) {
      const readAt = this.at({ day, at: '16:00' });
      const weekday = readAt.toZonedDateTimeISO(timeZone).dayOfWeek;
      if (readingDays.includes(weekday)) this.life.plan(readAt, () => this.readAll());
    }
  }

  private async readAll(): Promise<void> {
    const readings = this.get(ReadingsService);
    const { items } = await this.get(ReflectionsService).listFor(this.actor, this.clientId, { limit: 200 });
    for (const { id, reading } of items) {
      if (!reading) await readings.markRead(this.actor, id);
    }
  }

  private async askForCall(): Promise<void> {
    const { clientId, promptId } = this;
    const client = { kind: 'client' as const, clinicId: this.actor.clinicId, clientId };
    await this.get(Database).inClinic(client, (tx) =>
      this.get(CallRequestsService).raise(tx, { clientId, promptId }),
    );
  }

  private async sendNextNow(): Promise<void> {
    const { items } = await this.get(PromptsService).list(this.actor, this.clientId, { limit: 200 });
    const next = items.find((prompt) => prompt.status === 'scheduled' && prompt.question !== null);
    if (next) await this.get(DispatchService).dispatch(this.actor, next.id);
  }

  private rows<Row>(sql: string, ...params: unknown[]): Promise<Row[]> {
    return this.get(Database).inClinic(this.actor, (tx) =>
      tx.query<Row>(sql, [this.actor.clinicId, this.clientId, ...params]),
    );
  }

  private at({ day, at }: Moment): Temporal.Instant {
    const { timeZone, now } = this.place;
    return now
      .toZonedDateTimeISO(timeZone)
      .toPlainDate()
      .add({ days: day })
      .toZonedDateTime({ timeZone, plainTime: at })
      .toInstant();
  }

  private get<T>(service: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(service as never, { strict: false });
  }
}

function halfHourAfter(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' });
}
