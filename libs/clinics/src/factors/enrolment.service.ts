import { Injectable } from '@nestjs/common';
import type { Actor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, NotFound, SignedOut, Unprocessable } from '@app/platform/errors/errors.js';
import { AccountEvents } from '../sign-ins/account-events.service.js';
import { FactorsService } from './factors.service.js';
import type { Enroller, FactorKind } from './factor.types.js';
import { PasskeyRows } from './passkey-rows.js';
import { PasskeysService } from './passkeys.service.js';
import { TotpFactorsService } from './totp-factors.service.js';

/** Adds and removes second factors. Somebody in the second step of signing in adds their first one, and no other. */
@Injectable()
export class EnrolmentService {
  constructor(
    private readonly db: Database,
    private readonly factors: FactorsService,
    private readonly totp: TotpFactorsService,
    private readonly passkeys: PasskeysService,
    private readonly passkeyRows: PasskeyRows,
    private readonly events: AccountEvents,
  ) {}

  /**
   * From the first right code on, the app whose secret was begun last counts. Gives recovery codes with the first
   * factor. @throws Unprocessable
   */
  confirmTotp<T>(who: Enroller, code: string, then: AfterEnrolment<T>): Promise<T> {
    return this.adding(who, 'second-factor-wrong', then, 'totp', (tx) =>
      this.totp.confirm(tx, who.accountId, code),
    );
  }

  /** Keeps the passkey that the browser made under a name of the person's choice. @throws Unprocessable */
  async addPasskey<T>(who: Enroller, name: string, response: unknown, then: AfterEnrolment<T>): Promise<T> {
    const made = await this.passkeys.made(who, response);
    if (!made) throw new Unprocessable('passkey-refused');
    return this.adding(who, 'passkey-refused', then, 'passkey', (tx) =>
      this.passkeyRows.add(tx, who.accountId, name, made),
    );
  }

  /** @throws NotFound @throws Conflict for the last factor: nobody gets in without one */
  async removeTotp(who: Enroller): Promise<void> {
    await this.removing(who, (tx) => this.totp.remove(tx, who.accountId));
  }

  /** @throws NotFound @throws Conflict for the last factor */
  async removePasskey(who: Enroller, id: string): Promise<void> {
    await this.removing(who, (tx) => this.passkeyRows.remove(tx, who.accountId, id));
  }

  /** New recovery codes in place of all that there were, told this once. */
  renewRecoveryCodes(who: Enroller): Promise<string[]> {
    return this.locked(who, async (tx) => {
      const codes = await this.factors.newRecoveryCodes(who.accountId, undefined, tx);
      await this.events.wayIn(tx, who, 'recovery-codes.renewed');
      return codes;
    });
  }

  private adding<T>(
    who: Enroller,
    refusal: 'second-factor-wrong' | 'passkey-refused',
    then: AfterEnrolment<T>,
    kind: FactorKind,
    add: (tx: Tx) => Promise<boolean>,
  ): Promise<T> {
    return this.locked(who, async (tx) => {
      const isFirst = !(await this.factors.hasAny(who.accountId, tx));
      // Of two who know the password, the second finds the door shut that the first came through.
      if (who.kind === 'pending' && !isFirst) throw new SignedOut();
      if (!(await add(tx))) throw new Unprocessable(refusal);
      const codes = isFirst ? await this.factors.newRecoveryCodes(who.accountId, undefined, tx) : null;
      await this.events.wayIn(tx, who, 'factor.added');
      return then(codes, kind, tx);
    });
  }

  private removing(who: Enroller, remove: (tx: Tx) => Promise<boolean>): Promise<void> {
    return this.locked(who, async (tx) => {
      if (!(await remove(tx))) throw new NotFound('factor');
      if (!(await this.factors.hasAny(who.accountId, tx))) throw new Conflict('last-factor');
      await this.events.wayIn(tx, who, 'factor.removed');
    });
  }

  /** One change of an account's factors at a time: two at once could otherwise remove the last two. */
  private locked<T>(who: Enroller, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.inClinic(actorOf(who), async (tx) => {
      await tx.query('select 1 from accounts where id = $1 for update', [who.accountId]);
      return work(tx);
    });
  }
}

/** What is to happen in the same transaction once the factor counts. */
export type AfterEnrolment<T> = (recoveryCodes: string[] | null, kind: FactorKind, tx: Tx) => Promise<T>;

/** Who is still signing in acts for nobody yet: the product does it for them, at the account alone. */
function actorOf(who: Enroller): Actor {
  return who.kind === 'staff' ? who : { kind: 'system', clinicId: who.clinicId, job: 'enrolment' };
}
