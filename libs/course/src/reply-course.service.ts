import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { askedQuestionOf } from '@app/plans/prompt-contents.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import { PromptRows } from '@app/prompts/prompt-rows.js';
import { DraftsService } from '@app/reflections/drafts.service.js';
import { promisedBy, type Wait } from '@app/reflections/reading-contract.rules.js';
import { readingFacts } from '@app/reflections/reading-facts.queries.js';
import { isEmpty, type ReflectionBody } from '@app/reflections/reflection-body.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { promiseAfterChange } from '@app/reflections/sent-promise.rules.js';
import { ReplyAnswers } from './reply-answers.service.js';
import { type BrowserHash, clientActor, type PromptEntry } from './reply-door.service.js';
import type { ReplyState } from './reply-page.js';
import { closePrompt, lockPrompt } from './reply-prompt.queries.js';

/** What a client sends. */
export interface Submission {
  asked: AskedQuestion;
  answer: Answer;
  /** "Nothing came up": a full answer. */
  nothing: boolean;
  /** "Can this wait?" Absent: yes. */
  wait?: Wait;
}

/**
 * - `sent`: stands in the database; with what a phrase was found in, the page asks how the client is.
 * - `already`: an answer was there; the first one stands.
 * - `empty`: nothing was written, so nothing was sent.
 * - `read`: somebody has read it, so it cannot change.
 * - `closed`: the prompt takes no answer any more.
 */
export type SubmitOutcome =
  | { kind: 'sent'; phraseFound: boolean }
  | { kind: 'already' | 'empty' | 'read' }
  | { kind: 'closed'; state: ReplyState };

/** `elsewhere`: another browser holds a draft of this prompt, which is not overwritten. */
export type SaveOutcome = { kind: 'saved' | 'elsewhere' } | { kind: 'closed'; state: ReplyState };

/** What a client does with the words of one prompt. Each command is one transaction. */
@Injectable()
export class ReplyCourseService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly rows: PromptRows,
    private readonly drafts: DraftsService,
    private readonly answers: ReplyAnswers,
    private readonly audit: AuditService,
  ) {}

  /** Sends the answer and closes the prompt. Sending twice, or from two browsers at once, sends the first. */
  submit(entry: PromptEntry, browser: BrowserHash, submission: Submission): Promise<SubmitOutcome> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const { clientId, promptId } = entry;
      const state = await lockPrompt(tx, promptId);
      if (state === 'answered') return { kind: 'already' };
      if (state !== 'open') return { kind: 'closed', state };
      const body = bodyOf(submission, browser);
      if (isBlank(body)) return { kind: 'empty' };
      const key = await this.keyring.client(tx, clientId);
      const { wait = 'can-wait' } = submission;
      const by = promisedBy(await readingFacts(tx, clientId), wait, tx.now);
      const { id, phraseFound } = await this.answers.submit(tx, key, {
        ...{ clientId, promptId, body, wait },
        promisedBy: by,
      });
      await closePrompt(tx, promptId, 'answered');
      await this.rows.withdrawMailings(tx, [promptId]);
      await this.settleDraft(tx, key, entry, browser, submission);
      await this.note(tx, entry, 'reflection.sent', id);
      return { kind: 'sent', phraseFound };
    });
  }

  /** Puts other words in place of what this browser sent, until somebody has read it. */
  change(entry: PromptEntry, browser: BrowserHash, submission: Submission): Promise<SubmitOutcome> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const { clientId, promptId } = entry;
      const state = await lockPrompt(tx, promptId);
      if (state === 'ended') return { kind: 'closed', state };
      const key = await this.keyring.client(tx, clientId);
      const sent = await this.answers.ofPrompt(tx, key, promptId);
      if (!sent || sent.body.browser !== browser.toString('base64')) return { kind: 'closed', state };
      const body = { ...bodyOf(submission, browser), question: sent.body.question };
      if (isBlank(body)) return { kind: 'empty' };
      const { wait = 'can-wait' } = submission;
      const by = promiseAfterChange(await readingFacts(tx, clientId), sent, wait, tx.now);
      const of = { clientId, promptId, sent };
      const changed = await this.answers.change(tx, key, of, { body, wait, promisedBy: by });
      if (!changed) return { kind: 'read' };
      await this.settleDraft(tx, key, entry, browser, submission);
      await this.note(tx, entry, 'reflection.changed', sent.id);
      return { kind: 'sent', phraseFound: changed.phraseFound };
    });
  }

  /** Keeps what was typed, unsent. Nobody but this browser sees it. */
  save(entry: PromptEntry, browser: BrowserHash, answer: Answer): Promise<SaveOutcome> {
    return this.db.inClinic(clientActor(entry), async (tx) => {
      const { promptId } = entry;
      const state = await lockPrompt(tx, promptId);
      if (state !== 'open' && state !== 'answered') return { kind: 'closed', state };
      return { kind: (await this.keep(tx, entry, browser, answer)) ? 'saved' : 'elsewhere' };
    });
  }

  /** The same inside the caller's transaction. False when another browser holds a draft. */
  async keep(tx: Tx, entry: PromptEntry, browser: BrowserHash, answer: Answer): Promise<boolean> {
    const { clientId, promptId } = entry;
    const key = await this.keyring.client(tx, clientId);
    const kept = await this.drafts.save(tx, key, { promptId, clientId, browserHash: browser, answer });
    if (kept) {
      await this.audit.record(tx, {
        action: 'draft.saved',
        subjectType: 'prompt',
        subjectIds: [promptId],
        clientIds: [clientId],
      });
    }
    return kept;
  }

  /** What was sent is no draft any more. */
  private async settleDraft(
    tx: Tx,
    key: Key,
    { promptId, clientId }: PromptEntry,
    browserHash: BrowserHash,
    submission: Submission,
  ): Promise<void> {
    if (keepsDraft(submission)) {
      const { answer } = submission;
      await this.drafts.save(tx, key, { promptId, clientId, browserHash, answer });
    } else {
      await this.drafts.remove(tx, promptId, browserHash);
    }
  }

  private note(tx: Tx, { clientId }: PromptEntry, action: string, id: string): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType: 'reflection',
      subjectIds: [id],
      clientIds: [clientId],
    });
  }
}

/** The document that is kept: the answer, what was asked, and where it was sent from. */
export function bodyOf(
  { asked, answer, nothing }: Omit<Submission, 'wait'>,
  browser: BrowserHash,
): ReflectionBody {
  const { thread, ...rest } = answer;
  return {
    ...rest,
    // Whoever says "nothing came up" does not send the half sentence above it, nor keeps it as a thread.
    words: nothing ? '' : answer.words,
    ...(thread && !nothing && { thread }),
    question: askedQuestionOf(asked),
    nothing,
    browser: browser.toString('base64'),
  };
}

/** Words beside "nothing came up" are not sent: they stay a draft. */
export function keepsDraft({ nothing, answer }: Submission): boolean {
  return nothing && answer.words !== '';
}

/** Nothing was written or tapped: there is nothing to send. */
export function isBlank(body: ReflectionBody): boolean {
  return !body.nothing && isEmpty(body);
}
