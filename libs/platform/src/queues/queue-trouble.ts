/** The queue server did not do what was asked, in time or at all. The caller may try again later. */
export class QueueUnavailable extends Error {
  constructor(reason: string, cause?: unknown) {
    super(`queue unavailable: ${reason}`, { cause });
    this.name = 'QueueUnavailable';
  }
}

/** What may be said about an error in a log: its name and code, never its message. */
export function reasonOf(error: unknown): { error: string; code?: string } {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  return { error: error.name, ...(typeof code === 'string' && { code }) };
}

/** @throws QueueUnavailable after `ms` milliseconds; what was begun goes on unheard. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new QueueUnavailable('no answer in time')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
}

/** The ids a payload carries, and nothing else of it. */
export function idsIn(payload: unknown): Record<string, string> {
  const ids = Object.entries((payload ?? {}) as Record<string, unknown>).filter(
    (entry): entry is [string, string] => /Id$/.test(entry[0]) && /^[0-9a-f-]{36}$/i.test(String(entry[1])),
  );
  return Object.fromEntries(ids);
}

/** Resolves after `ms` milliseconds, or at once when the signal aborts. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}
