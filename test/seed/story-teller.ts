import type { INestApplicationContext } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { ClientCourseService } from '@app/course/client-course.service.js';
import { ClosingNoteCourseService } from '@app/course/closing-note-course.service.js';
import type { PromptEntry } from '@app/course/reply-door.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { DispatchService } from '@app/prompts/dispatch.service.js';
import { PromptsService } from '@app/prompts/prompts.service.js';
import { courseHouseOf } from '../factories/course-house.js';
import { ClientDeeds, type Post } from './client-deeds.js';
import type { Life } from './life.js';
import { LivedClient } from './lived-client.js';
import { StaffDeeds } from './staff-deeds.js';
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

export interface Place {
  timeZone: string;
  readingDays: readonly number[];
  now: Temporal.Instant;
  post: Post;
}

/** A prompt may leave so many days from where a story expects it: a morning nobody staffs, a week that is full. */
const NEAR_DAYS = 3;

/** One story being lived: staff act, prompts arrive, the client answers or does not. */
export class StoryTeller {
  private readonly client: LivedClient;
  private readonly clientDeeds: ClientDeeds;
  private readonly staffDeeds: StaffDeeds;
  private readonly replies: Reply[];
  /** Afternoons on which something is read. */
  private readonly readings = new Set<string>();

  constructor(
    app: INestApplicationContext,
    private readonly life: Life,
    private readonly story: Story,
    private readonly actor: StaffActor,
    private readonly place: Place,
  ) {
    this.client = new LivedClient(app, actor, story.email);
    this.clientDeeds = new ClientDeeds(this.client, place.post);
    this.staffDeeds = new StaffDeeds(this.client);
    this.replies = [...story.replies];
  }

  /** Plans the story's moments. Calls ahead of now are booked a day and a half before it. */
  tell(): void {
    const { story, life, place } = this;
    const bookedAt = place.now.subtract({ hours: 36 });
    life.plan(this.at(story.addedOn), () => this.begin());
    for (const session of story.sessions) {
      if (session.outcome === 'completed')
        life.plan(this.at(session).add({ minutes: 50 }), () => this.complete(session));
    }
    for (const { closingNote, readBefore, ...moment } of story.calls) {
      const startsAt = this.at(moment);
      const isPast = Temporal.Instant.compare(startsAt, place.now) < 0;
      life.plan(isPast ? startsAt.subtract({ hours: 30 }) : bookedAt, () => this.book(startsAt, closingNote));
      if (readBefore) life.plan(startsAt, () => this.client.readAll());
    }
    const { callInMinutes } = story;
    if (callInMinutes !== undefined) life.plan(bookedAt, () => this.book(this.soon(callInMinutes)));
    for (const deed of story.clientDeeds ?? []) {
      life.plan(this.within(deed), () => this.clientDeeds.does(deed));
      if (deed.does === 'leaves' || deed.does === 'logs-shift') this.planReading(this.within(deed));
    }
    for (const deed of story.staffDeeds ?? []) life.plan(this.within(deed), () => this.staffDeeds.does(deed));
    if (story.sendNextNow) life.plan(place.now, () => this.sendNextNow());
  }

  /** A prompt reached the client: what the story has for it follows in its time. */
  receive({ sentAt, ...mailing }: SentMailing): void {
    if (mailing.clientId !== this.client.id) return;
    const { clinicId, clientId, mailingId, promptId } = mailing;
    const door: PromptEntry = { clinicId, clientId, mailingId, promptId, kind: 'first', purpose: 'reply' };
    this.client.door = door;
    const reply = this.replyTo(mailing.templateCode, sentAt);
    if (!reply) return;
    const template = promptTemplate(mailing.templateCode, mailing.templateVersion);
    const { afterMinutes } = reply;
    const answersAt =
      typeof afterMinutes === 'number'
        ? sentAt.add({ minutes: afterMinutes })
        : this.place.now.subtract({ minutes: afterMinutes.beforeNow });
    this.life.plan(answersAt, () => this.clientDeeds.answer(door, template, reply));
    this.planReading(answersAt);
  }

  private replyTo(code: string, sentAt: Temporal.Instant): Reply | undefined {
    const day = this.dayOf(sentAt);
    const index = this.replies.findIndex(
      ({ to, on }) => to === code && (on === undefined || Math.abs(on - day) <= NEAR_DAYS),
    );
    return index === -1 ? undefined : this.replies.splice(index, 1)[0];
  }

  private async begin(): Promise<void> {
    const { name, pronouns, email, phone, timeZone, sessions, undecidedMinutesAgo } = this.story;
    const { addedOn, plan, emergencyContact } = this.story;
    const { intake, plans, sessions: course } = courseHouseOf(this.client.app);
    const givenOn = this.at(addedOn).toZonedDateTimeISO(timeZone).toPlainDate().toString();
    const { id, version } = await intake.add(this.actor, {
      name,
      email,
      phone,
      timeZone,
      ...(pronouns && { pronouns }),
      emailConsent: { givenOn, how: 'on paper, at the first visit' },
    });
    this.client.id = id;
    if (emergencyContact) {
      const { about, ...contact } = emergencyContact;
      const agreement = { mayCall: true, about, agreedOn: givenOn };
      const change = { version, emergencyContact: { ...contact, agreement } };
      await this.client.get(ClientCourseService).changeClient(this.actor, id, change);
    }
    for (const session of sessions) {
      const held = { heldAt: this.at(session) };
      await course.recordSession(this.actor, id, { held, route: session.route });
    }
    if (undecidedMinutesAgo !== undefined) {
      const held = { heldAt: this.soon(-undecidedMinutesAgo) };
      await course.recordSession(this.actor, id, { held, route: sessions[0]!.route });
    }
    await plans.startPlan(this.actor, id, plan);
  }

  private async complete(moment: Moment): Promise<void> {
    const heldAt = this.at(moment);
    const [row] = await this.client.rows<{ id: string }>(
      'select id from ketamine_sessions where clinic_id = $1 and client_id = $2 and held_at = $3',
      heldAt.toString(),
    );
    await courseHouseOf(this.client.app).sessions.completeSession(this.actor, row!.id);
  }

  private async book(startsAt: Temporal.Instant, closingNote?: string): Promise<void> {
    const { appointments } = courseHouseOf(this.client.app);
    const call = await appointments.bookAppointment(this.actor, this.client.id, { startsAt, minutes: 50 });
    if (closingNote === undefined) return;
    this.life.plan(startsAt.add({ minutes: 52 }), async () => {
      await this.client.get(ClosingNoteCourseService).writeClosingNote(this.actor, call.id, {
        version: call.version,
        text: closingNote,
      });
    });
  }

  /** As the page promises: what came before the afternoon of a reading day is read then. */
  private planReading(sentAt: Temporal.Instant): void {
    const { readingDays, timeZone } = this.place;
    if (this.story.leftUnread || readingDays.length === 0) return;
    const days = Array.from({ length: 8 }, (_, index) =>
      this.at({ day: this.dayOf(sentAt) + index, at: '16:00' }),
    );
    const readAt = days.find(
      (at) =>
        Temporal.Instant.compare(at, sentAt) > 0 &&
        readingDays.includes(at.toZonedDateTimeISO(timeZone).dayOfWeek),
    )!;
    if (this.readings.has(readAt.toString())) return;
    this.readings.add(readAt.toString());
    this.life.plan(readAt, () => this.client.readAll());
  }

  private async sendNextNow(): Promise<void> {
    const { items } = await this.client.get(PromptsService).list(this.actor, this.client.id, { limit: 200 });
    const next = items.find((prompt) => prompt.status === 'scheduled' && prompt.question !== null);
    if (next) await this.client.get(DispatchService).dispatch(this.actor, next.id);
  }

  /** A half hour on the clock, or the last quarter of the clinic's day: a call of today is there however late it is. */
  private soon(minutes: number): Temporal.Instant {
    const rounded = this.place.now
      .add({ minutes: minutes - 30 })
      .round({ smallestUnit: 'minute', roundingIncrement: 30, roundingMode: 'ceil' });
    const latest = this.at({ day: 0, at: '23:45' });
    return Temporal.Instant.compare(rounded, latest) > 0 ? latest : rounded;
  }

  /** Within the minute: what is kept of it is cut off, never rounded. */
  private within(moment: Moment): Temporal.Instant {
    return this.at(moment).add({ seconds: 20 });
  }

  private at({ day, at, onWorkday }: Moment): Temporal.Instant {
    const { timeZone } = this.place;
    const on = this.today().add({ days: day });
    const days = onWorkday ? Math.max(0, on.dayOfWeek - 5) : 0;
    const moved = on.add({ days: days > 0 ? 3 - days : 0 });
    return moved.toZonedDateTime({ timeZone, plainTime: at }).toInstant();
  }

  private dayOf(instant: Temporal.Instant): number {
    const on = instant.toZonedDateTimeISO(this.place.timeZone).toPlainDate();
    return this.today().until(on, { largestUnit: 'days' }).days;
  }

  private today(): Temporal.PlainDate {
    return this.place.now.toZonedDateTimeISO(this.place.timeZone).toPlainDate();
  }
}
