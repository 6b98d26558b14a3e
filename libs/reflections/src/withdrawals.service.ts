import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import { openReflection, type ReflectionBody, sealReflection } from './reflection-body.js';
import { WishesService } from './wishes.service.js';

interface HeldReflection {
  client_id: string;
  prompt_id: string | null;
  version: number;
  body_sealed: Buffer;
}

/** Takes back what a client sent. Used inside the transaction of whoever writes the audit row. */
@Injectable()
export class WithdrawalsService {
  constructor(private readonly wishes: WishesService) {}

  /**
   * Moves the words to where the application can put them and not read them, as long as law requires, and leaves
   * their title in place. Whatever was made of them goes with them: result, draft, wishes, the promise to read.
   * False when there is no such reflection of this client, or it was taken back before.
   */
  async withdraw(tx: Tx, key: Key, reflectionId: string): Promise<boolean> {
    const { clinicId } = tx.actor;
    const of = [clinicId, reflectionId] as const;
    const [held] = await tx.query<HeldReflection>(
      `select client_id, prompt_id, version, body_sealed from reflections
       where clinic_id = $1 and id = $2 and withdrawn_at is null for update`,
      of,
    );
    if (!held) return false;
    const { client_id: clientId, prompt_id: promptId, version, body_sealed: sealed } = held;
    // As it was sealed: nobody has to open it for that.
    await tx.query(
      `insert into withdrawn_bodies (clinic_id, reflection_id, client_id, body_sealed, withdrawn_at)
       values ($1, $2, $3, $4, app_now())`,
      [...of, clientId, sealed],
    );
    const owner = { clinicId, rowId: reflectionId };
    const left = nothingOf(openReflection(key, owner, sealed));
    await tx.query(
      `update reflections set body_sealed = $3, withdrawn_at = app_now(), promised_by = null, version = version + 1
       where clinic_id = $1 and id = $2`,
      [...of, sealReflection(key, owner, left)],
    );
    await this.wishes.forget(tx, key, { reflectionId, clientId, version: version + 1 });
    await tx.query('delete from measure_results where clinic_id = $1 and reflection_id = $2', of);
    await tx.query('delete from drafts where clinic_id = $1 and prompt_id = $2', [clinicId, promptId]);
    return true;
  }
}

/** What staff always saw of it in a list, inside and outside the care team. */
function nothingOf({ question: { title } }: ReflectionBody): ReflectionBody {
  return {
    question: { title, question: null, hint: '', checkIns: [], chips: [] },
    words: '',
    checkIns: {},
    chips: [],
    nothing: false,
    browser: '',
  };
}
