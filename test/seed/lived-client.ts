import { createHash } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import type { PromptEntry } from '@app/course/reply-door.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import type { TextRange } from '@app/reflections/ranges.rules.js';
import { ReadingsService } from '@app/reflections/readings.service.js';

/** Some words of the client, and where they stand. */
export interface Line extends TextRange {
  reflectionId: string;
  quote: string;
}

interface Written {
  words: string;
  /** Null for something unasked, which has its reflection's id at once. */
  promptId: string | null;
  reflectionId: string | null;
}

/** A client of a story while it is lived: who they are, the page they hold, what they have written so far. */
export class LivedClient {
  id = '';
  /** The last page they came in by. */
  door: PromptEntry | null = null;
  private readonly written: Written[] = [];

  constructor(
    readonly app: INestApplicationContext,
    /** Their therapist. */
    readonly actor: StaffActor,
    readonly email: string,
  ) {}

  get browser(): Buffer {
    return createHash('sha256').update(`browser of ${this.id}`).digest();
  }

  /** @throws when no page has come yet */
  openDoor(): PromptEntry {
    if (!this.door) throw new Error('This client has no page to do that on yet.');
    return this.door;
  }

  wrote(words: string, where: { promptId: string } | { reflectionId: string }): void {
    this.written.push({ words, promptId: null, reflectionId: null, ...where });
  }

  /** Where the client wrote it, word for word. @throws when they have not */
  async line(quote: string): Promise<Line> {
    const found = this.written.find(({ words }) => words.includes(quote));
    if (!found) throw new Error('Nothing of what this client has sent so far holds that line.');
    found.reflectionId ??= (
      await this.rows<{ id: string }>(
        'select id from reflections where clinic_id = $1 and client_id = $2 and prompt_id = $3',
        found.promptId,
      )
    )[0]!.id;
    const from = found.words.indexOf(quote);
    return { reflectionId: found.reflectionId, from, to: from + quote.length, quote };
  }

  /** Reads what their therapist has not read yet. */
  async readAll(): Promise<void> {
    const unread = await this.rows<{ id: string }>(
      `select r.id from reflections r where r.clinic_id = $1 and r.client_id = $2 and r.withdrawn_at is null
         and not exists (select 1 from readings g where g.clinic_id = $1 and g.reflection_id = r.id)
       order by r.sent_at`,
    );
    for (const { id } of unread) await this.get(ReadingsService).markRead(this.actor, id);
  }

  /** As their therapist sees the rows; `$1` is the clinic, `$2` the client. */
  rows<Row>(sql: string, ...params: unknown[]): Promise<Row[]> {
    return this.get(Database).inClinic(this.actor, (tx) =>
      tx.query<Row>(sql, [this.actor.clinicId, this.id, ...params]),
    );
  }

  get<T>(service: abstract new (...args: never[]) => T): T {
    return this.app.get<T>(service as never, { strict: false });
  }
}
