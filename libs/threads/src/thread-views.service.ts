import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { initialsOf } from '@app/reflections/initials.rules.js';
import { quoteOf } from '@app/reflections/ranges.rules.js';
import { IsNull } from 'typeorm';
import { openEvidence, openThread, openThreadCheck } from './thread-body.js';
import { ThreadCheck } from './thread-check.entity.js';
import { quotable, sourcesOf } from './thread-rows.js';
import { ThreadStage } from './thread-stage.entity.js';
import { Thread } from './thread.entity.js';
import type { Evidence, ThreadBody } from './thread.types.js';
import type { EvidenceView, StageView, ThreadCheckView, ThreadView } from './thread.view.js';

interface Source {
  sentAt: string;
  words: string;
  isWithdrawn: boolean;
}

/** Rows of one client's threads as they are shown; whoever asks has opened the client's key. */
@Injectable()
export class ThreadViews {
  constructor(private readonly clinics: ClinicsService) {}

  /** Oldest first, archived ones too; one alone when an id is given. */
  async ofClient(tx: Tx, key: Key, clientId: string, id?: string): Promise<ThreadView[]> {
    const { clinicId } = tx.actor;
    const threads = await tx.manager.find(Thread, {
      where: { clinicId, clientId, ...(id && { id }) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    if (threads.length === 0) return [];
    const of = { clinicId, clientId, ...(id && { threadId: id }) };
    const stages = await tx.manager.find(ThreadStage, {
      where: { ...of, undoneAt: IsNull() },
      order: { setAt: 'ASC', id: 'ASC' },
    });
    const checks = await tx.manager.find(ThreadCheck, { where: of, order: { givenAt: 'ASC', id: 'ASC' } });
    const evidence = new Map(
      stages.map((stage) => [stage.id, openEvidence(key, own(stage), stage.evidenceSealed)]),
    );
    const sources = await this.sources(tx, key, clientId, [
      ...[...evidence.values()].flat().map(({ reflectionId }) => reflectionId),
      ...checks.flatMap(({ reflectionId }) => reflectionId ?? []),
      ...threads.flatMap(({ originReflectionId }) => originReflectionId ?? []),
    ]);
    const names = await this.clinics.staffNames(tx);
    return threads.map((thread) => {
      const history = stages
        .filter(({ threadId }) => threadId === thread.id)
        .map((stage) => stageView(stage, evidence.get(stage.id)!, sources, names));
      const { name, scale } = shownBody(key, thread, sources);
      return {
        id: thread.id,
        version: thread.version,
        name,
        createdAt: thread.createdAt.toString(),
        createdByName: thread.createdBy && (names.get(thread.createdBy) ?? ''),
        sharedAt: thread.sharedAt?.toString() ?? null,
        archivedAt: thread.archivedAt?.toString() ?? null,
        origin: thread.originReflectionId ? { reflectionId: thread.originReflectionId } : null,
        scale,
        stage: history.at(-1) ?? null,
        history,
        checks: checks
          .filter(({ threadId }) => threadId === thread.id)
          .flatMap((check) => checkViews(key, check, sources, names)),
      };
    });
  }

  private async sources(
    tx: Tx,
    key: Key,
    clientId: string,
    ids: readonly string[],
  ): Promise<Map<string, Source>> {
    const rows = await sourcesOf(tx, clientId, [...new Set(ids)]);
    return new Map(
      rows.map((row) => {
        const { words, isWithdrawn } = quotable(key, tx.actor.clinicId, row);
        return [row.id, { words, isWithdrawn, sentAt: row.sent_at.toISOString() }];
      }),
    );
  }
}

function own({ clinicId, id }: { clinicId: string; id: string }) {
  return { clinicId, rowId: id };
}

/** The name a client gave goes with what they took back, unless staff have given another since. */
function shownBody(key: Key, thread: Thread, sources: ReadonlyMap<string, Source>): ThreadBody {
  const body = openThread(key, own(thread), thread.bodySealed);
  const origin = thread.originReflectionId && sources.get(thread.originReflectionId);
  return origin && origin.isWithdrawn && body.isNamedByClient ? { ...body, name: null } : body;
}

function stageView(
  { id, stage, setAt, setBy }: ThreadStage,
  evidence: readonly Evidence[],
  sources: ReadonlyMap<string, Source>,
  names: ReadonlyMap<string, string>,
): StageView {
  const setByName = names.get(setBy) ?? '';
  return {
    id,
    stage,
    setAt: setAt.toString(),
    setByInitials: initialsOf(setByName),
    setByName,
    evidence: evidence.map((span) => evidenceView(span, sources.get(span.reflectionId)!)),
  };
}

function evidenceView(
  { reflectionId, from, to }: Evidence,
  { words, sentAt, isWithdrawn }: Source,
): EvidenceView {
  return { reflectionId, from, to, quote: isWithdrawn ? null : quoteOf(words, { from, to }), sentAt };
}

/** None for what the client took back. */
function checkViews(
  key: Key,
  check: ThreadCheck,
  sources: ReadonlyMap<string, Source>,
  names: ReadonlyMap<string, string>,
): ThreadCheckView[] {
  const { givenAt, via, recordedBy, reflectionId } = check;
  if (reflectionId && sources.get(reflectionId)?.isWithdrawn) return [];
  const { fit, words, rating } = openThreadCheck(key, own(check), check.bodySealed);
  const recordedByName = recordedBy && (names.get(recordedBy) ?? '');
  return [{ at: givenAt.toString(), via, fit, words, rating, recordedByName }];
}
