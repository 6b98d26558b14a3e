import type { ReflectionBody } from '@app/reflections/reflection-body.js';
import type { ReviewedThread, ThreadsOfAnswer } from '@app/threads/client-threads.service.js';
import { FITS, type Fit } from '@app/threads/thread.types.js';

const THREAD = /^thread:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What a reflection says of threads: kept as one, and of those that were asked about. */
export function threadsOf(
  clientId: string,
  { question, choices = {}, ratings = {}, thread, nothing }: ReflectionBody,
): ThreadsOfAnswer {
  const asked = [...(question.choices ?? []), ...(question.ratings ?? [])].flatMap(({ id }) => {
    const threadId = THREAD.exec(id)?.[1];
    return threadId ? [{ id, threadId }] : [];
  });
  const byThread = new Map(asked.map((one) => [one.threadId, one]));
  const checks = [...byThread.values()].flatMap(({ id, threadId }): ReviewedThread[] => {
    const fit = fitOf(choices[id]?.[0]);
    const rating = ratings[id] ?? null;
    return fit === null && rating === null ? [] : [{ threadId, fit, rating }];
  });
  return { clientId, thread: (!nothing && thread) || null, checks };
}

function fitOf(chosen: string | undefined): Fit | null {
  return FITS.find((fit) => fit === chosen) ?? null;
}
