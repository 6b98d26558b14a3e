import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { Invalid } from '@app/platform/errors/errors.js';
import type { TextRange } from './ranges.rules.js';
import { nextToSearch, type SearchedRow } from './reader.queries.js';
import { named, namesOf } from './reader.service.js';
import type { SearchHitListView } from './reader.view.js';
import { openReflection } from './reflection-body.js';
import type { ThreadsOfReflections } from './reflection-threads.types.js';
import { ReflectionsService } from './reflections.service.js';
import { foldedQuery, matchesOf } from './text-search.rules.js';

const MOST_HITS = 50;
/** How far back a search looks, in reflections. */
const MOST_SEARCHED = 5_000;
/** How many are in memory at once. */
const SLICE = 250;

/**
 * Looks for words in what one's own clients sent. There is no index of words: they are opened one after the other
 * in memory and let go. What was looked for is written down nowhere.
 */
@Injectable()
export class ReflectionSearchService {
  constructor(
    private readonly db: Database,
    private readonly keyring: Keyring,
    private readonly clients: ClientsService,
    private readonly reflections: ReflectionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Newest first, at most 50, of the newest 5,000 reflections. Capitals and accents do not matter. Throws Invalid
   * for a query of nothing, NotFound for a client whose words this person does not read.
   */
  search(
    actor: StaffActor,
    { q, clientId = null }: { q: string; clientId?: string | null },
    threads?: ThreadsOfReflections,
  ): Promise<SearchHitListView> {
    return this.db.inClinic(actor, async (tx) => {
      if (foldedQuery(q) === '') throw new Invalid('q', 'isNotEmpty');
      if (clientId !== null) await this.keyring.client(tx, clientId);
      const hits = await this.hits(tx, q, clientId);
      const views = await this.reflections.viewsById(tx, [...hits.keys()], { threads });
      const names = await namesOf(tx, this.clients, views);
      await this.audit.record(tx, {
        action: 'reflection.searched',
        subjectType: 'reflection',
        subjectIds: views.map(({ id }) => id),
        clientIds: clientId === null ? [...names.keys()] : [clientId],
      });
      const items = views.map((reflection) => ({
        reflection,
        client: named(names, reflection.clientId),
        matches: hits.get(reflection.id)!,
      }));
      return { items, next: null };
    });
  }

  private async hits(tx: Tx, query: string, clientId: string | null): Promise<Map<string, TextRange[]>> {
    const hits = new Map<string, TextRange[]>();
    const keys = new Map<string, Key>();
    let last: SearchedRow | undefined;
    for (let searched = 0; searched < MOST_SEARCHED; searched += SLICE) {
      const rows = await nextToSearch(tx, clientId, last, SLICE);
      last = rows.at(-1);
      await this.addKeys(tx, keys, rows);
      for (const row of rows) {
        const key = keys.get(row.client_id);
        const matches = key ? matchesOf(wordsOf(tx, key, row), query) : [];
        if (matches.length > 0) hits.set(row.id, matches);
        if (hits.size === MOST_HITS) return hits;
      }
      if (rows.length < SLICE) break;
    }
    return hits;
  }

  private async addKeys(tx: Tx, keys: Map<string, Key>, rows: readonly SearchedRow[]): Promise<void> {
    const missing = new Set(rows.map((row) => row.client_id).filter((id) => !keys.has(id)));
    if (missing.size === 0) return;
    for (const [id, key] of await this.keyring.clients(tx, [...missing])) keys.set(id, key);
  }
}

function wordsOf(tx: Tx, key: Key, { id, body_sealed: sealed }: SearchedRow): string {
  return openReflection(key, { clinicId: tx.actor.clinicId, rowId: id }, sealed).words;
}
