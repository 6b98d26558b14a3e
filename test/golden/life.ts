import { Temporal } from 'temporal-polyfill';
import { MyWordsCourseService } from '@app/course/my-words-course.service.js';
import type { PromptEntry, ReplyEntry } from '@app/course/reply-door.service.js';
import { bodyOf, ReplyCourseService } from '@app/course/reply-course.service.js';
import { ReplyShiftService } from '@app/course/reply-shift.service.js';
import { ReplySafetyService } from '@app/course/reply-safety.service.js';
import { ReplySetAsideService } from '@app/course/reply-set-aside.service.js';
import { RestCourseService } from '@app/course/rest-course.service.js';
import { newId } from '@app/platform/ids/ids.js';
import type { AgreedSign } from '@app/prompts/asked-extras.js';
import { ClosingService } from '@app/prompts/closing.service.js';
import type { PromptHouse } from '@app/prompts/prompts.test-support.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { SentReflectionsService } from '@app/reflections/sent-reflections.service.js';
import { SafetyPlansService } from '@app/safety/safety-plans.service.js';
import { ThreadStagesService } from '@app/threads/thread-stages.service.js';
import { ThreadsService } from '@app/threads/threads.service.js';
import { aKetamineSession } from '../factories/ketamine-session.factory.js';
import { GOLDEN_ZONE, instantOn, OPEN_DAYS, SENT_AT } from './golden-clock.js';
import type { GoldenAnswer, GoldenEvent } from './golden.types.js';
import {
  answerOf,
  askedFor,
  aSentPrompt,
  bounce,
  type GoldenPlan,
  type SentPrompt,
} from './lived-prompts.js';

const BROWSER = Buffer.alloc(32, 7);

/** One thing to do at an instant. */
export interface Moment {
  at: Temporal.Instant;
  act: () => Promise<unknown>;
}

/** What happens to one client, as acts of the services that clients and staff use. */
export class Life {
  readonly ids = new Map<string, string>();
  readonly threadIds = new Map<string, string>();
  private readonly words = new Map<string, string>();
  private readonly clientId: string;

  constructor(
    private readonly at: PromptHouse,
    private readonly plan: GoldenPlan,
    private readonly signs: readonly AgreedSign[],
  ) {
    this.clientId = plan.clientId;
  }

  momentsOf(event: GoldenEvent): Moment[] {
    const { at, clientId } = this;
    const when = instantOn(event.day, event.at);
    const once = (act: () => Promise<unknown>): Moment[] => [{ at: when, act }];
    switch (event.kind) {
      case 'session':
        return once(() =>
          aKetamineSession(at.house, { by: at.maren, clientId, heldAt: when, status: 'completed' }),
        );
      case 'prompt':
        return this.promptMoments(event, when);
      case 'unasked':
        return once(() => this.leave(event.id, event.answer));
      case 'rest':
        return once(() => at.get(RestCourseService).begin(at.maren, clientId, restLength(event)));
      case 'withdrawal':
        return once(() => at.get(MyWordsCourseService).withdraw(this.myWords(), this.idOf(event.id)));
      case 'call':
        return [];
      case 'reading':
        return once(() => at.get(ReadingsService).markRead(at.maren, this.idOf(event.id)));
      case 'safety-plan':
        return once(() => at.get(SafetyPlansService).make(at.maren, clientId));
      case 'flags-closed':
        return once(() => this.closeFlags());
      case 'thread':
        return once(() => this.nameThread(event.name, event.from));
      case 'stage':
        return once(() => this.setStage(event));
      case 'star':
        return once(() => this.wish(event.id, { act: 'star', quote: event.quote }));
      case 'dont-raise':
        return once(() => this.wish(event.id, { act: 'dont-raise' }));
    }
  }

  private promptMoments(event: Extract<GoldenEvent, { kind: 'prompt' }>, when: Temporal.Instant): Moment[] {
    const { at } = this;
    let sent: SentPrompt | undefined;
    const sentAt = instantOn(event.sentOn, SENT_AT);
    const closesAt = sentAt.toZonedDateTimeISO(GOLDEN_ZONE).add({ days: OPEN_DAYS }).toInstant();
    const send: Moment = {
      at: sentAt,
      act: async () => (sent = await aSentPrompt(at, this.plan, event.sentOn)),
    };
    const close: Moment = {
      at: closesAt,
      act: () => at.get(ClosingService).expire(at.worker, sent!.promptId),
    };
    const then = (act: () => Promise<unknown>): Moment => ({ at: when, act });
    switch (event.end) {
      case 'answered':
        return [send, then(() => this.answer(event, sent!))];
      case 'skipped': {
        const skip = () => at.get(ReplySetAsideService).skip(this.entry(sent!), BROWSER, answerOf({}, []));
        return [send, then(skip)];
      }
      case 'unanswered':
        return [send, close];
      case 'bounced':
        return [send, then(() => bounce(at, this.clientId, sent!)), close];
    }
  }

  /** As the pages do: what needs a person is told by its own POST, then it is sent. */
  private async answer(
    { id, answer }: Extract<GoldenEvent, { kind: 'prompt' }>,
    sent: SentPrompt,
  ): Promise<void> {
    const { at, signs } = this;
    const entry = this.entry(sent);
    const value = answer.measure?.items['9'] ?? 0;
    const itemNine = value > 0 ? { value, feelsSafe: answer.feelsSafe ?? null } : null;
    await at
      .get(ReplySafetyService)
      .heed(entry, BROWSER, { itemNine, signs: [...(answer.safetySigns ?? [])] }, null);
    const submission = { asked: askedFor(answer, signs), answer: answerOf(answer, signs), nothing: false };
    const outcome = await at.get(ReplyCourseService).submit(entry, BROWSER, submission);
    if (outcome.kind !== 'sent') throw new Error(`${id}: ${outcome.kind}`);
    const [row] = await at.rows<{ id: string }>('select id from reflections where prompt_id = $1', [
      sent.promptId,
    ]);
    this.ids.set(id, row!.id);
    this.words.set(id, answer.words ?? '');
  }

  /** Three taps go the way of the shift log; what is written goes in as the page for something unasked keeps it. */
  private async leave(id: string, answer: GoldenAnswer): Promise<void> {
    const { at, clientId, signs } = this;
    const { clinicId } = at.clinic;
    if (answer.shift) {
      await at.get(ReplyShiftService).log(this.myWords(), BROWSER, answer.shift, newId());
    } else {
      const asked = { title: 'Unasked', question: null, hint: '', checkIns: [], chips: [] };
      await at.house.db.inClinic({ kind: 'client', clinicId, clientId }, async (tx) => {
        const key = await at.house.keyring.client(tx, clientId);
        const body = bodyOf({ asked, answer: answerOf(answer, signs), nothing: false }, BROWSER);
        const wish = { wait: 'can-wait' as const, promisedBy: null };
        await at.get(SentReflectionsService).submit(tx, key, { clientId, promptId: null, body, ...wish });
      });
    }
    const [row] = await at.rows<{ id: string }>(
      'select id from reflections where client_id = $1 order by sent_at desc limit 1',
      [clientId],
    );
    this.ids.set(id, row!.id);
  }

  private async nameThread(name: string, from: string): Promise<void> {
    const added = { name, originReflectionId: this.idOf(from) };
    this.threadIds.set(name, (await this.at.get(ThreadsService).add(this.at.maren, this.clientId, added)).id);
  }

  private async setStage(event: Extract<GoldenEvent, { kind: 'stage' }>): Promise<void> {
    const { at } = this;
    const reflectionId = this.idOf(event.from);
    const threadId = this.threadIds.get(event.thread)!;
    const [row] = await at.rows<{ version: number }>('select version from threads where id = $1', [threadId]);
    const evidence = [{ reflectionId, quote: event.quote, ...this.lineOf(event.from, event.quote) }];
    await at
      .get(ThreadStagesService)
      .set(at.maren, threadId, { version: row!.version, stage: event.stage, evidence });
  }

  /** Only closed: how a person does that is a matter of other specs. */
  private async closeFlags(): Promise<void> {
    await this.at.rows(
      `update safety_flags set acknowledged_at = app_now(), acknowledged_by = $2, call_by = app_now(), closed_at = app_now(),
         closed_by = $2, done_by = $2, done_at = app_now(), disposition_sealed = '\\x00', escalate_at = null
       where client_id = $1`,
      [this.clientId, this.at.maren.staffMemberId],
    );
  }

  private async wish(
    id: string,
    { act, quote }: { act: 'star' | 'dont-raise'; quote?: string },
  ): Promise<void> {
    const wish = act === 'star' ? { act, line: this.lineOf(id, quote!) } : { act };
    const outcome = await this.at.get(MyWordsCourseService).wish(this.myWords(), this.idOf(id), wish);
    if (outcome !== 'kept') throw new Error(`${id}: ${outcome}`);
  }

  private lineOf(id: string, quote: string): { from: number; to: number } {
    const from = this.words.get(id)!.indexOf(quote);
    if (from < 0) throw new Error(`${id} does not say "${quote}"`);
    return { from, to: from + quote.length };
  }

  private entry({ promptId, mailingId }: SentPrompt): PromptEntry {
    const { clinicId } = this.at.clinic;
    return { clinicId, clientId: this.clientId, promptId, mailingId, kind: 'first', purpose: 'reply' };
  }

  private myWords(): ReplyEntry {
    const { clinicId } = this.at.clinic;
    const mailingId = newId();
    return {
      clinicId,
      clientId: this.clientId,
      promptId: null,
      mailingId,
      kind: 'my_words',
      purpose: 'my-words',
    };
  }

  private idOf(id: string): string {
    const found = this.ids.get(id);
    if (!found) throw new Error(`Nothing was sent as ${id}`);
    return found;
  }
}

function restLength({
  day,
  untilDay,
}: {
  day: number;
  untilDay: number | null;
}): 'open' | 'three-days' | 'week' {
  if (untilDay === null) return 'open';
  return untilDay - day <= 3 ? 'three-days' : 'week';
}
