import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { type FoundFlags, FlagViews } from '@app/safety/flag-views.service.js';
import type { ThreadView } from '@app/threads/thread.view.js';
import { ThreadViews } from '@app/threads/thread-views.service.js';
import type { BriefRows } from './brief-rows.js';
import type { BriefView } from './brief.view.js';

/** What a brief shows besides its own rows. */
export type BriefExtras = Pick<BriefView, 'flags'> & { threads: readonly ThreadView[] };

const NONE: BriefExtras = { flags: [], threads: [] };

/**
 * Open flags and threads of a brief's client, whose views are made in rooms of their own. Asked for only where there
 * are any: most briefs need no second question to the database.
 */
@Injectable()
export class BriefExtrasService {
  constructor(
    private readonly db: Database,
    private readonly flags: FlagViews,
    private readonly threads: ThreadViews,
  ) {}

  /** `key`: of the client; null for who does not read their words. */
  async of(actor: StaffActor, rows: BriefRows, key: Key | null): Promise<BriefExtras> {
    const hasFlags = rows.open_flag_ids.length > 0;
    if (!hasFlags && !rows.has_threads) return NONE;
    const clientId = rows.client.id;
    const { found, ...extras } = await this.db.inClinic(actor, async (tx) => ({
      found: hasFlags ? await this.flags.foundOpen(tx, [clientId]) : null,
      threads: await this.threadsOf(tx, rows, key),
    }));
    return { ...extras, flags: await this.openedFlags(actor, found) };
  }

  private async threadsOf(
    tx: Tx,
    { has_threads, client }: BriefRows,
    key: Key | null,
  ): Promise<ThreadView[]> {
    return has_threads && key ? this.threads.ofClient(tx, key, client.id) : [];
  }

  /** After the transaction that found them: the product opens what they rest on in one of its own. */
  private async openedFlags(actor: StaffActor, found: FoundFlags | null): Promise<BriefView['flags']> {
    return found ? this.flags.opened(actor, found) : [];
  }
}
