import { Temporal } from 'temporal-polyfill';
import { Database } from '@app/platform/database/database.js';
import { newId } from '@app/platform/ids/ids.js';
import { MarksService } from '@app/reflections/marks.service.js';
import { ProcessNotesService } from '@app/reflections/process-notes.service.js';
import { FlagsService } from '@app/safety/flags.service.js';
import { SafetyService } from '@app/safety/safety.service.js';
import { BringListsService } from '@app/sessions/bring-lists.service.js';
import { EarlySignsService } from '@app/threads/early-signs.service.js';
import { ThreadStagesService } from '@app/threads/thread-stages.service.js';
import { ThreadsService } from '@app/threads/threads.service.js';
import type { LivedClient } from './lived-client.js';
import type { StaffDeed } from './story.types.js';

type Deed<Does extends StaffDeed['does']> = Extract<StaffDeed, { does: Does }>;

/** What a therapist does with what came back: always of something they have read. */
export class StaffDeeds {
  constructor(private readonly client: LivedClient) {}

  async does(deed: StaffDeed): Promise<void> {
    await this.client.readAll();
    switch (deed.does) {
      case 'agrees-sign':
        return this.agree(deed);
      case 'keeps-thread':
        return this.keepThread(deed);
      case 'sets-stage':
        return this.setStage(deed);
      case 'shares-thread':
        return this.share(deed);
      case 'checks-thread':
        return this.check(deed);
      case 'highlights':
        return this.highlight(deed);
      case 'notes':
        return this.note(deed);
      case 'brings':
        return this.bring(deed);
      case 'answers-flag':
        return this.answerFlag(deed);
      case 'closes-flag':
        return this.closeFlag(deed);
    }
  }

  private async agree({ words }: Deed<'agrees-sign'>): Promise<void> {
    const { client } = this;
    const { reflectionId } = await client.line(words);
    await client.get(EarlySignsService).agree(client.actor, client.id, { words, reflectionId });
  }

  private async keepThread({ name, from, scale }: Deed<'keeps-thread'>): Promise<void> {
    const { client } = this;
    const { reflectionId: originReflectionId } = await client.line(from);
    const thread = { name, originReflectionId, ...(scale && { scale }) };
    await client.get(ThreadsService).add(client.actor, client.id, thread);
  }

  private async setStage({ thread, stage, rests }: Deed<'sets-stage'>): Promise<void> {
    const { client } = this;
    const { id, version } = await this.thread(thread);
    const evidence = [];
    for (const quote of rests) evidence.push(await client.line(quote));
    await client.get(ThreadStagesService).set(client.actor, id, { version, stage, evidence });
  }

  private async share({ thread }: Deed<'shares-thread'>): Promise<void> {
    const { client } = this;
    const { id, version } = await this.thread(thread);
    await client.get(ThreadsService).change(client.actor, id, { version, shared: true });
  }

  private async check({ thread, fit, words, rating }: Deed<'checks-thread'>): Promise<void> {
    const { client } = this;
    const { id } = await this.thread(thread);
    const said = { fit, words, ...(rating !== undefined && { rating }) };
    await client.get(ThreadStagesService).check(client.actor, id, said);
  }

  private async highlight({ quotes, tags = [] }: Deed<'highlights'>): Promise<void> {
    const { client } = this;
    const lines = [];
    for (const quote of quotes) lines.push(await client.line(quote));
    const highlights = lines.map(({ from, to }) => ({ from, to }));
    await client
      .get(MarksService)
      .put(client.actor, lines[0]!.reflectionId, { version: 0, highlights, tags });
  }

  private async note({ about, text }: Deed<'notes'>): Promise<void> {
    const { client } = this;
    const { reflectionId } = await client.line(about);
    await client.get(ProcessNotesService).add(client.actor, client.id, { text, reflectionId });
  }

  /** To the call that comes next. */
  private async bring({ items }: Deed<'brings'>): Promise<void> {
    const { client } = this;
    const [call] = await client.rows<{ id: string }>(
      `select id from appointments where clinic_id = $1 and client_id = $2 and status = 'booked'
         and starts_at > app_now() order by starts_at limit 1`,
    );
    const listed = items.map(({ text, done = false }) => ({ id: newId(), text, done }));
    await client.get(BringListsService).put(client.actor, call!.id, { version: 0, items: listed });
  }

  private async answerFlag({ callWithinMinutes }: Deed<'answers-flag'>): Promise<void> {
    const { client } = this;
    const { id, version } = await client.get(FlagsService).open(client.actor, await this.openFlag());
    const callBy = (await client.get(Database).now()).add({ minutes: callWithinMinutes });
    await client.get(SafetyService).acknowledge(client.actor, id, { version, callBy: toTheMinute(callBy) });
  }

  private async closeFlag({ disposition }: Deed<'closes-flag'>): Promise<void> {
    const { client } = this;
    const { id, version } = await client.get(FlagsService).open(client.actor, await this.openFlag());
    await client.get(SafetyService).close(client.actor, id, { version, disposition });
  }

  private async openFlag(): Promise<string> {
    const [flag] = await this.client.rows<{ id: string }>(
      'select id from safety_flags where clinic_id = $1 and client_id = $2 and closed_at is null',
    );
    return flag!.id;
  }

  /** By the name it was given here or the client gave it. */
  private async thread(name: string): Promise<{ id: string; version: number }> {
    const { client } = this;
    const { items } = await client.get(ThreadsService).list(client.actor, client.id, { limit: 200 });
    const found = items.find((one) => one.name === name);
    if (!found) throw new Error('An invented course speaks of a thread that is not there.');
    return found;
  }
}

function toTheMinute(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: 'minute', roundingMode: 'ceil' });
}
