import { Injectable } from '@nestjs/common';
import { Temporal } from 'temporal-polyfill';
import type { Tx } from '@app/platform/database/database.js';
import { toInstant } from '@app/platform/database/instant.js';
import { type Key, seal, unseal } from '@app/platform/encryption/sealing.js';
import { quoteOf } from './ranges.rules.js';
import { openReflection } from './reflection-body.js';
import { NO_WISHES, shownBackLine, wishesAfter } from './wishes.rules.js';
import type { ShownBack, Wish, Wishes } from './wishes.types.js';

/** The one document they are sealed as. `version`: that of the reflection its ranges belong to. */
interface WishesBody extends Wishes {
  version: number;
}

interface WishesRow {
  reflection_id: string;
  body_sealed: Buffer;
  sent_at: Date;
  version: number;
}

/**
 * What clients wish for their own words. They alone say it (row-level security holds that too); who reads their
 * words sees it. Used inside the transaction of the caller, who writes the audit row.
 */
@Injectable()
export class WishesService {
  /** By the id of the reflection; those without a wish are absent, those taken back too. */
  async ofClient(tx: Tx, key: Key, clientId: string): Promise<Map<string, Wishes>> {
    const rows = await this.rowsOf(tx, clientId);
    return new Map(rows.map((row) => [row.reflection_id, this.open(tx, key, row)]));
  }

  /**
   * Adds a wish to those of one reflection, or takes one back. `gone`: there is no such reflection of this client
   * any more. `elsewhere`: its words do not have this line.
   */
  async change(tx: Tx, key: Key, reflectionId: string, wish: Wish): Promise<'kept' | 'gone' | 'elsewhere'> {
    const { clinicId } = tx.actor;
    const [held] = await tx.query<{ client_id: string; version: number; body_sealed: Buffer }>(
      `select client_id, version, body_sealed from reflections
       where clinic_id = $1 and id = $2 and withdrawn_at is null for update`,
      [clinicId, reflectionId],
    );
    if (!held) return 'gone';
    const [row] = await this.rowsOf(tx, held.client_id, reflectionId);
    const { words } = openReflection(key, { clinicId, rowId: reflectionId }, held.body_sealed);
    const wishes = wishesAfter(row ? this.open(tx, key, row) : NO_WISHES, wish, { words, now: tx.now });
    if (!wishes) return 'elsewhere';
    await this.keep(tx, key, { reflectionId, clientId: held.client_id, version: held.version }, wishes);
    return 'kept';
  }

  /** Forgets every wish for a reflection, as whoever takes it back. */
  async forget(
    tx: Tx,
    key: Key,
    reflection: { reflectionId: string; clientId: string; version: number },
  ): Promise<void> {
    const [row] = await tx.query(
      'select 1 from reflection_wishes where clinic_id = $1 and reflection_id = $2',
      [tx.actor.clinicId, reflection.reflectionId],
    );
    if (row) await this.keep(tx, key, reflection, NO_WISHES);
  }

  /**
   * The line that may stand on a question now, for a transaction of the client themself: of the newest reflection
   * of which they allowed one and that is more than three days old. Null for none. Nothing sent before `since`,
   * when the client got another address: the link came to another mailbox then.
   */
  async shownBack(
    tx: Tx,
    key: Key,
    now: Temporal.Instant,
    since: Temporal.Instant | null = null,
  ): Promise<ShownBack | null> {
    if (tx.actor.kind !== 'client') return null;
    const { clinicId, clientId } = tx.actor;
    const sent = (await this.rowsOf(tx, clientId)).map((row) => ({
      id: row.reflection_id,
      sentAt: toInstant(row.sent_at),
      wishes: this.open(tx, key, row),
    }));
    const shown = shownBackLine(
      sent.filter(({ sentAt }) => !since || Temporal.Instant.compare(sentAt, since) > 0),
      now,
    );
    if (!shown) return null;
    const { id, sentAt } = shown.sent;
    const [row] = await tx.query<{ body_sealed: Buffer }>(
      'select body_sealed from reflections where clinic_id = $1 and id = $2',
      [clinicId, id],
    );
    const { words } = openReflection(key, { clinicId, rowId: id }, row!.body_sealed);
    return { quote: quoteOf(words, shown.line), sentAt };
  }

  private rowsOf(tx: Tx, clientId: string, reflectionId: string | null = null): Promise<WishesRow[]> {
    return tx.query<WishesRow>(
      `select w.reflection_id, w.body_sealed, r.sent_at, r.version
       from reflection_wishes w
       join reflections r on r.clinic_id = w.clinic_id and r.id = w.reflection_id and r.withdrawn_at is null
       where w.clinic_id = $1 and w.client_id = $2 and ($3::uuid is null or w.reflection_id = $3)`,
      [tx.actor.clinicId, clientId, reflectionId],
    );
  }

  private open(tx: Tx, key: Key, row: WishesRow): Wishes {
    return openWishes(key, tx.actor.clinicId, {
      reflectionId: row.reflection_id,
      version: row.version,
      sealed: row.body_sealed,
    });
  }

  private async keep(
    tx: Tx,
    key: Key,
    { reflectionId, clientId, version }: { reflectionId: string; clientId: string; version: number },
    wishes: Wishes,
  ): Promise<void> {
    const { clinicId } = tx.actor;
    const body: WishesBody = { version, ...wishes };
    const binding = { clinicId, label: 'reflection.wishes', rowId: reflectionId };
    await tx.query(
      `insert into reflection_wishes (clinic_id, reflection_id, client_id, body_sealed, updated_at, version)
       values ($1, $2, $3, $4, app_now(), 1)
       on conflict (clinic_id, reflection_id) do update set body_sealed = excluded.body_sealed,
         updated_at = app_now(), version = reflection_wishes.version + 1`,
      [clinicId, reflectionId, clientId, seal(key, binding, JSON.stringify(body))],
    );
  }
}

/** Opens the wishes for a reflection whose words are now of `version`. Throws when the key or the row differs. */
export function openWishes(
  key: Key,
  clinicId: string,
  row: { reflectionId: string; version: number; sealed: Buffer },
): Wishes {
  const binding = { clinicId, label: 'reflection.wishes', rowId: row.reflectionId };
  const { version, ...wishes } = JSON.parse(unseal(key, binding, row.sealed)) as WishesBody;
  // The client has put other words there since: the lines are lines of nothing.
  return version === row.version ? wishes : { ...NO_WISHES, dontRaise: wishes.dontRaise };
}
