import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import type { ReflectionThreadView } from '@app/reflections/reflection-parts.view.js';
import type { ThreadsOfReflections } from '@app/reflections/reflection-threads.types.js';
import { ThreadViews } from './thread-views.service.js';
import type { ThreadView } from './thread.view.js';

/** Which of a client's reflections a thread was born in, or quotes. Archived ones are left out. */
@Injectable()
export class ThreadLinks implements ThreadsOfReflections {
  constructor(private readonly threads: ThreadViews) {}

  async ofReflections(tx: Tx, key: Key, clientId: string): Promise<Map<string, ReflectionThreadView[]>> {
    return threadLinks(await this.threads.ofClient(tx, key, clientId));
  }
}

/** By reflection. Archived ones are left out. */
export function threadLinks(threads: readonly ThreadView[]): Map<string, ReflectionThreadView[]> {
  const links = new Map<string, ReflectionThreadView[]>();
  for (const { id: threadId, name, origin, history, archivedAt } of threads) {
    if (archivedAt) continue;
    const quoted = history.flatMap(({ evidence }) => evidence.map(({ reflectionId }) => reflectionId));
    for (const reflectionId of new Set([...(origin ? [origin.reflectionId] : []), ...quoted])) {
      links.set(reflectionId, [...(links.get(reflectionId) ?? []), { threadId, name }]);
    }
  }
  return links;
}
