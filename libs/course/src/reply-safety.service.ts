import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Answer } from '@app/reflections/answer.types.js';
import type { ToldAtOnce } from '@app/reflections/answer-safety.rules.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import type { FlagHelp } from '@app/safety/flag.types.js';
import { ReplyCourseService } from './reply-course.service.js';
import { type BrowserHash, clientActor, type PromptEntry } from './reply-door.service.js';
import { lockPrompt } from './reply-prompt.queries.js';

/** The clinic was told. */
export interface Heeded {
  /** What the client is shown first. */
  help: FlagHelp;
  /** By when somebody sees it, never optimistic; null: no hours are known. */
  seenBy: Temporal.Instant | null;
  /** Somebody is there now. */
  isOpenNow: boolean;
  /** What was posted is kept as this browser's draft. */
  kept: boolean;
}

const URGENCY: readonly FlagHelp[] = ['emergency', 'crisis', 'today'];

/**
 * Tells the clinic at once of what a client taps on a page about safety, before anything else becomes of it: whatever
 * button it came by, whether or not the prompt is open, whether or not the rest can be taken in.
 */
@Injectable()
export class ReplySafetyService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly flags: FlagRaising,
    private readonly course: ReplyCourseService,
  ) {}

  /**
   * Raises flags and keeps the answer as a draft, in one transaction. Null: nothing of it is told at once.
   * @param draft what this browser has given so far; null: it cannot be kept
   */
  async heed(
    entry: PromptEntry,
    browser: BrowserHash,
    told: ToldAtOnce,
    draft: { answer: Answer; ofSent: boolean } | null,
  ): Promise<Heeded | null> {
    if (told.itemNine === null && told.signs.length === 0) return null;
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const raised = await this.raise(tx, entry, told);
      return { ...raised, kept: draft !== null && (await this.keep(tx, entry, browser, draft)) };
    });
  }

  private async raise(
    tx: Tx,
    { clientId, promptId }: PromptEntry,
    { itemNine, signs }: ToldAtOnce,
  ): Promise<Omit<Heeded, 'kept'>> {
    const key = await this.keyring.client(tx, clientId);
    const of = { clientId, promptId };
    const raised = [
      ...(itemNine ? [await this.flags.itemNine(tx, key, of, itemNine)] : []),
      ...(signs.length > 0 ? [await this.flags.signs(tx, key, of, signs)] : []),
    ];
    const help = URGENCY.find((one) => raised.some((each) => each.help === one)) ?? 'crisis';
    const seen = raised.flatMap(({ seenBy }) => seenBy ?? []);
    return {
      help,
      seenBy: seen.length === raised.length ? latestOf(seen) : null,
      isOpenNow: raised.every(({ isOpenNow }) => isOpenNow),
    };
  }

  /** Nothing is kept of what comes to a question that has closed. */
  private async keep(
    tx: Tx,
    entry: PromptEntry,
    browser: BrowserHash,
    { answer, ofSent }: { answer: Answer; ofSent: boolean },
  ): Promise<boolean> {
    const state = await lockPrompt(tx, entry.promptId);
    if (state !== (ofSent ? 'answered' : 'open')) return false;
    return this.course.keep(tx, entry, browser, answer);
  }
}

function latestOf(instants: readonly Temporal.Instant[]): Temporal.Instant | null {
  return [...instants].sort((one, other) => Temporal.Instant.compare(one, other)).at(-1) ?? null;
}
