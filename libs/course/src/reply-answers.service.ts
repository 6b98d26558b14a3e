import { Injectable } from '@nestjs/common';
import { MeasuresService } from '@app/measures/measures.service.js';
import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { MeasureResultsService } from '@app/reflections/measure-results.service.js';
import type { ReflectionBody } from '@app/reflections/reflection-body.js';
import {
  type NewReflection,
  type ReadingWish,
  type SentReflection,
  SentReflectionsService,
} from '@app/reflections/sent-reflections.service.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { ClientThreads, type ThreadsOfAnswer } from '@app/threads/client-threads.service.js';
import { threadsOf } from './reply-threads.js';

/** What was written, and whether a phrase was found in it after which a person should look. */
export interface WrittenReflection {
  id: string;
  phraseFound: boolean;
}

/** Writes what a client sends, with everything that follows from it, in the transaction of whoever closes the prompt. */
@Injectable()
export class ReplyAnswers {
  constructor(
    private readonly sent: SentReflectionsService,
    private readonly results: MeasureResultsService,
    private readonly measures: MeasuresService,
    private readonly threads: ClientThreads,
    private readonly flags: FlagRaising,
  ) {}

  /** Null while nothing was sent to this prompt. */
  ofPrompt(tx: Tx, key: Key, promptId: string): Promise<SentReflection | null> {
    return this.sent.ofPrompt(tx, key, promptId);
  }

  /** Null when there is none of this client. */
  ofId(tx: Tx, key: Key, id: string): Promise<SentReflection | null> {
    return this.sent.ofId(tx, key, id);
  }

  async submit(tx: Tx, key: Key, reflection: NewReflection): Promise<WrittenReflection> {
    const { clientId, promptId, body } = reflection;
    const id = await this.sent.submit(tx, key, reflection);
    const { thread, checks } = threadsOf(clientId, body);
    await this.score(tx, key, { clientId, id, body });
    if (thread) await this.threads.keep(tx, key, { clientId, reflectionId: id, name: thread.name });
    if (checks.length > 0) await this.threads.check(tx, key, { clientId, reflectionId: id, checks });
    return { id, phraseFound: await this.lookForPhrases(tx, key, { clientId, promptId, id, body }) };
  }

  /** Null once somebody has read it. */
  async change(
    tx: Tx,
    key: Key,
    { clientId, promptId, sent }: { clientId: string; promptId: string; sent: SentReflection },
    change: ReadingWish & { body: ReflectionBody },
  ): Promise<WrittenReflection | null> {
    const { id } = sent;
    const { body } = change;
    if (!(await this.sent.change(tx, key, id, change))) return null;
    await this.score(tx, key, { clientId, id, body });
    const [was, is] = [threadsOf(clientId, sent.body), threadsOf(clientId, body)];
    if (saysOfThreads(was) || saysOfThreads(is)) await this.threads.replaceFor(tx, key, id, is);
    return { id, phraseFound: await this.lookForPhrases(tx, key, { clientId, promptId, id, body }) };
  }

  private async score(
    tx: Tx,
    key: Key,
    { clientId, id, body }: { clientId: string; id: string; body: ReflectionBody },
  ): Promise<void> {
    const { measure: asked } = body.question;
    const definition = asked && (await this.measures.definition(tx, asked.code, asked.version));
    if (!definition) return;
    await this.results.insert(tx, key, {
      clientId,
      reflectionId: id,
      definition,
      items: body.measure ?? {},
    });
  }

  private async lookForPhrases(
    tx: Tx,
    key: Key,
    {
      clientId,
      promptId,
      id,
      body,
    }: { clientId: string; promptId: string | null; id: string; body: ReflectionBody },
  ): Promise<boolean> {
    const words = [body.words, body.thread?.name ?? ''].filter((text) => text.trim() !== '').join('\n');
    if (words === '') return false;
    const [client] = await tx.query<{ language: string }>(
      'select language from clients where clinic_id = $1 and id = $2',
      [tx.actor.clinicId, clientId],
    );
    const language = client?.language ?? 'en';
    const raised = await this.flags.phrases(
      tx,
      key,
      { clientId, promptId, reflectionId: id },
      { words, language },
    );
    return raised.found ?? false;
  }
}

function saysOfThreads({ thread, checks }: ThreadsOfAnswer): boolean {
  return thread !== null || checks.length > 0;
}
