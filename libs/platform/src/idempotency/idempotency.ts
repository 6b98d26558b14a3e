import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { Keyring } from '../encryption/keyring.js';
import { keyedHash } from '../encryption/sealing.js';
import { Unprocessable } from '../errors/errors.js';

/** A creating call that may come twice: the caller's key, the route, and what was sent. */
export interface IdempotentCall {
  key: string | undefined;
  route: string;
  body: unknown;
}

/** Remembers creating calls for 24 hours, so that a repeated one answers with the first one's resource. */
@Injectable()
export class Idempotency {
  constructor(private readonly keyring: Keyring) {}

  /**
   * The resource an earlier, identical call made; otherwise `create` runs and its id is kept, in the same
   * transaction. Throws Unprocessable when the key was used with another body or route.
   */
  async once(tx: Tx, call: IdempotentCall, create: () => Promise<string>): Promise<string> {
    if (!call.key) return create();
    // The clinic's key: a service key would ask for a second connection while this transaction holds one.
    const key = await this.keyring.clinic(tx);
    const bodyHash = keyedHash(key.bytes, 'idempotency', canonicalJson(call.body));
    const actor = actorName(tx);
    await tx.query(
      "delete from idempotency_keys where clinic_id = $1 and created_at < app_now() - interval '24 hours'",
      [tx.actor.clinicId],
    );
    // The insert waits for a concurrent twin to commit; whoever comes second finds the first one's row.
    const inserted = await tx.query<{ key: string }>(
      `insert into idempotency_keys (clinic_id, actor, key, route, body_hash, created_at)
       values ($1, $2, $3, $4, $5, app_now()) on conflict do nothing returning key`,
      [tx.actor.clinicId, actor, call.key, call.route, bodyHash],
    );
    if (inserted.length === 0) return this.earlier(tx, actor, call, bodyHash);
    const resourceId = await create();
    await tx.query(
      'update idempotency_keys set resource_id = $4, status = 201 where clinic_id = $1 and actor = $2 and key = $3',
      [tx.actor.clinicId, actor, call.key, resourceId],
    );
    return resourceId;
  }

  private async earlier(tx: Tx, actor: string, call: IdempotentCall, bodyHash: Buffer): Promise<string> {
    const [row] = await tx.query<{ route: string; body_hash: Buffer; resource_id: string }>(
      'select route, body_hash, resource_id from idempotency_keys where clinic_id = $1 and actor = $2 and key = $3',
      [tx.actor.clinicId, actor, call.key],
    );
    if (!row || row.route !== call.route || !row.body_hash.equals(bodyHash)) {
      throw new Unprocessable('idempotency-body-differs');
    }
    return row.resource_id;
  }
}

/** JSON with the fields of every object in alphabetical order: the same body, however it was written. */
function canonicalJson(body: unknown): string {
  return JSON.stringify(body, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function actorName(tx: Tx): string {
  const { actor } = tx;
  switch (actor.kind) {
    case 'staff':
      return `staff:${actor.staffMemberId}`;
    case 'client':
      return `client:${actor.clientId}`;
    case 'system':
      return `system:${actor.job}`;
  }
}
