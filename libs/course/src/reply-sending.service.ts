import { Injectable } from '@nestjs/common';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { type Key, unseal } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { promisedBy } from '@app/reflections/reading-contract.rules.js';
import { openDraft, sealReflection } from '@app/reflections/reflection-body.js';
import { PHRASE_LISTS } from '@app/safety/phrases.data.js';
import { foundPhrases, phraseListOf } from '@app/safety/phrases.rules.js';
import type { AnswerFacts } from './reply-arrival.js';
import { bodyOf, isBlank, keepsDraft, type Submission } from './reply-course.service.js';
import { type BrowserHash, clientActor, type PromptEntry } from './reply-door.service.js';
import { sendingStatement } from './reply-sending.queries.js';
import { threadsOf } from './reply-threads.js';

/** A question that waits for its answer, opened. */
export interface OpenQuestion {
  asked: AskedQuestion;
  /** Of this browser. */
  draft: Answer | null;
  facts: AnswerFacts;
  key: Key;
}

/**
 * Takes in the answer that most clients send, words and taps, with what was read when its browser came: one round trip
 * more. Whatever is more than that is not sent here, and not refused: it goes the way of every act.
 */
@Injectable()
export class ReplySendingService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Null for a question that is not open, or asks about safety or a measure. */
  async open({ clinicId, clientId, promptId, answers: facts }: PromptEntry): Promise<OpenQuestion | null> {
    if (facts?.state !== 'open') return null;
    const key = await this.keyring.openClientKey(clinicId, clientId, facts.key);
    const binding = { clinicId, label: 'prompt.question', rowId: promptId };
    const asked = JSON.parse(unseal(key, binding, facts.question)) as AskedQuestion;
    if (asked.measure || asked.safetyCheck) return null;
    const draft = facts.draft && openDraft(key, { clinicId, rowId: promptId }, facts.draft);
    return { asked, draft, facts, key };
  }

  /** False: nothing was written. Sending twice, or from two browsers at once, sends the first. */
  async send(
    entry: PromptEntry,
    browser: BrowserHash,
    { key, facts }: OpenQuestion,
    submission: Submission,
  ): Promise<boolean> {
    const { clinicId, clientId, promptId } = entry;
    const body = bodyOf(submission, browser);
    if (isBlank(body) || keepsDraft(submission)) return false;
    const { thread, checks } = threadsOf(clientId, body);
    if (thread || checks.length > 0 || hasPhrase(body.words, facts)) return false;
    const { wait = 'can-wait' } = submission;
    const id = newId();
    const { rows } = await this.db.atOnce(
      clientActor(entry),
      sendingStatement(clientActor(entry), {
        ...{ id, promptId, wait, browser },
        bodySealed: sealReflection(key, { clinicId, rowId: id }, body),
        promisedBy: promisedBy(facts.reading, wait, facts.now),
      }),
    );
    return rows.length === 1;
  }
}

/** Somebody should look after it: raising that is more than one statement. */
function hasPhrase(words: string, { language, looksForPhrases }: AnswerFacts): boolean {
  const list = looksForPhrases ? phraseListOf(language, PHRASE_LISTS) : null;
  return list !== null && foundPhrases(words, list).length > 0;
}
