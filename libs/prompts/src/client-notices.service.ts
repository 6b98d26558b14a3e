import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import { restEnd } from '@app/clients/rest.rules.js';
import { firstCallAfter } from '@app/clients/rests.queries.js';
import type { Tx } from '@app/platform/database/database.js';
import { toDate } from '@app/platform/database/instant.js';
import { isOver, lockNoticeFacts, type NoticeFacts } from './client-notices.queries.js';
import type { ClientMailingKind } from './mailing.types.js';
import { openingAt, type OpenStretch, stretchNow } from './notice-windows.rules.js';
import { PromptRows } from './prompt-rows.js';

/** Mailings to a client that belong to no prompt: that a rest begins or is over, that they stopped, asking for a yes. */
@Injectable()
export class ClientNotices {
  constructor(private readonly rows: PromptRows) {}

  /**
   * Brings the end of a rest and what has not left in line with where the client stands: call it after any change
   * of appointments, zone, quiet hours, rest, stop or status, under the client's lock. Twice is the same as once.
   */
  async follow(tx: Tx, clientId: string): Promise<void> {
    const facts = await lockNoticeFacts(tx, clientId);
    if (!facts) return;
    await this.withdrawUnwanted(tx, clientId, facts);
    const restUntil = await this.restUntil(tx, clientId, facts);
    await this.setRestOver(tx, clientId, { ...facts, restUntil });
    if (facts.isToBeAsked) await this.add(tx, clientId, 'opt_in');
  }

  /**
   * Plans one mail. At once for what the client has just done; otherwise outside quiet hours. Asked for twice before
   * it left, it is one mail.
   */
  async add(
    tx: Tx,
    clientId: string,
    kind: ClientMailingKind,
    { isAtOnce = false, until = null }: { isAtOnce?: boolean; until?: Temporal.Instant | null } = {},
  ): Promise<void> {
    const facts = await lockNoticeFacts(tx, clientId);
    if (!facts) return;
    const stretch = isAtOnce ? stretchNow(facts.clock, tx.now) : openingAt(facts.clock, tx.now);
    const isCut = until && Temporal.Instant.compare(until, stretch.until) < 0;
    await this.put(tx, clientId, kind, isCut ? { ...stretch, until } : stretch);
  }

  /** Takes back what has not left. */
  async withdraw(tx: Tx, clientId: string, kinds: readonly ClientMailingKind[]): Promise<void> {
    await tx.query(
      `update mailings set status = 'withdrawn'
       where clinic_id = $1 and client_id = $2 and prompt_id is null and kind = any ($3) and status = 'scheduled'`,
      [tx.actor.clinicId, clientId, kinds],
    );
  }

  /** Who has stopped or is in care no more is sent nothing but the way back; prompts go by the schedule. */
  private async withdrawUnwanted(tx: Tx, clientId: string, facts: NoticeFacts): Promise<void> {
    if (facts.isInCare && !facts.isStopped) return;
    const kept: ClientMailingKind[] = facts.isInCare ? ['stopped', 'opt_in', 'unasked', 'my_words'] : [];
    await tx.query(
      `update mailings set status = 'withdrawn'
       where clinic_id = $1 and client_id = $2 and status = 'scheduled'
         and kind not in ('first', 'nudge') and kind <> all ($3)`,
      [tx.actor.clinicId, clientId, kept],
    );
  }

  /** The end of the rest; one until the next call moves with it. */
  private async restUntil(tx: Tx, clientId: string, facts: NoticeFacts): Promise<Temporal.Instant | null> {
    const { restFrom, restUntil, restLength, clock } = facts;
    if (!restFrom || restLength !== 'next-call' || isOver(facts, tx.now)) return restUntil;
    const nextCallAt = await firstCallAfter(tx, clientId, restFrom);
    const moved = restEnd('next-call', { timeZone: clock.timeZone, nextCallAt }, restFrom);
    if (isSame(moved, restUntil)) return restUntil;
    await tx.query(
      'update clients set rest_until = $3, version = version + 1 where clinic_id = $1 and id = $2',
      [tx.actor.clinicId, clientId, moved && toDate(moved)],
    );
    return moved;
  }

  private async setRestOver(tx: Tx, clientId: string, facts: NoticeFacts): Promise<void> {
    const { restUntil, clock, mayBeMailed } = facts;
    if (!facts.restFrom || !restUntil || !mayBeMailed) return this.withdraw(tx, clientId, ['rest_over']);
    // What became due leaves, or was sent; it is not planned twice.
    if (isOver(facts, tx.now)) return;
    await this.put(tx, clientId, 'rest_over', openingAt(clock, restUntil));
  }

  private async put(
    tx: Tx,
    clientId: string,
    kind: ClientMailingKind,
    { from, until }: OpenStretch,
  ): Promise<void> {
    const moved = await tx.query<{ id: string }>(
      `with moved as (
         update mailings set send_at = $4, send_until = $5
         where clinic_id = $1 and client_id = $2 and kind = $3 and prompt_id is null and status = 'scheduled'
         returning id)
       select id from moved`,
      [tx.actor.clinicId, clientId, kind, toDate(from), toDate(until)],
    );
    if (moved.length > 0) return;
    await this.rows.addMailing(tx, { clientId, promptId: null, kind, sendAt: from, sendUntil: until });
  }
}

function isSame(one: Temporal.Instant | null, other: Temporal.Instant | null): boolean {
  return one && other ? one.equals(other) : one === other;
}
