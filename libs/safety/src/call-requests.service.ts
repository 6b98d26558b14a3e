import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { Temporal } from 'temporal-polyfill';
import { FlagRows } from './flag-rows.service.js';

export interface RaisedCallRequest {
  flagId: string;
  raisedAt: Temporal.Instant;
  /** It was asked before and is still open: nothing was added. */
  already: boolean;
}

/** Raises "ask the clinic to call me". One open request a client: asking twice is asking once. */
@Injectable()
export class CallRequestsService {
  constructor(private readonly flags: FlagRows) {}

  /** Flag, one wordless notice for each who must know, and the audit row, in the caller's transaction. */
  async raise(
    tx: Tx,
    { clientId, promptId }: { clientId: string; promptId: string | null },
  ): Promise<RaisedCallRequest> {
    const wish = { clientId, promptId, kind: 'call-me', colour: 'red', evidence: null } as const;
    const { flagId, raisedAt, already } = await this.flags.raise(tx, wish);
    return { flagId, raisedAt, already };
  }
}

/** The client's open request for a call, or null. */
export async function openCallRequest(
  tx: Tx,
  clientId: string,
): Promise<{ flagId: string; raisedAt: Temporal.Instant } | null> {
  const [row] = await tx.query<{ id: string; raised_at: Date }>(
    `select id, raised_at from safety_flags
     where clinic_id = $1 and client_id = $2 and kind = 'call-me' and closed_at is null`,
    [tx.actor.clinicId, clientId],
  );
  return row ? { flagId: row.id, raisedAt: toInstant(row.raised_at) } : null;
}
