import { Injectable } from '@nestjs/common';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { newToken, tokenHash } from '@app/platform/encryption/sealing.js';
import { newId } from '@app/platform/ids/ids.js';
import type { FactorKind } from '../factors/factor.types.js';
import { AccountEvents } from './account-events.service.js';
import { networkOf } from './sign-in-network.rules.js';
import type { CalledFrom, FoundSignIn, Membership, PendingSignIn, SignInPlace } from './sign-in.types.js';
import * as statements from './sign-in.statements.js';

interface EndedSignIn extends Membership {
  id: string;
  /** It still let somebody in. */
  live: boolean;
}

/**
 * Sign-ins of staff: an opaque token in the browser, its hash here. After the password a sign-in is pending for 10
 * minutes; the second factor puts a new one with a new token in its place, which no one can have planted before.
 * Idle 15 minutes, 12 hours in all; both, a suspension and a revocation count from the very next request.
 */
@Injectable()
export class SignInsService {
  constructor(
    private readonly db: Database,
    private readonly events: AccountEvents,
  ) {}

  /** Starts a pending sign-in: the password was right. Gives the token, which is kept nowhere. */
  async startPending(
    { accountId, clinicId, staffMemberId }: Membership,
    place: SignInPlace,
  ): Promise<string> {
    const token = newToken();
    const params = [newId(), tokenHash(token), accountId, clinicId, staffMemberId, ...placeParams(place)];
    await this.db.acrossClinics(statements.START_PENDING, params);
    return token;
  }

  /** Who the token stands for now, in one round trip. Undefined when it ended in any way, or is pending. */
  async find(token: string, { background = false } = {}): Promise<FoundSignIn | undefined> {
    const sql = background ? statements.FIND : statements.FIND_AND_TOUCH;
    const [found] = await this.db.acrossClinics<FoundSignIn>(sql, [tokenHash(token)]);
    return found;
  }

  /** Whose second factor the token waits for. */
  async findPending(token: string): Promise<PendingSignIn | undefined> {
    const params = [tokenHash(token)];
    const [found] = await this.db.acrossClinics<Omit<PendingSignIn, 'kind'>>(statements.FIND_PENDING, params);
    return found && { kind: 'pending', ...found };
  }

  /** The second factor was right: ends the pending sign-in, gives the token of the full one. Undefined: it was used. */
  async complete(
    pending: PendingSignIn,
    factor: FactorKind,
    place: SignInPlace,
    tx?: Tx,
  ): Promise<string | undefined> {
    if (!tx) return this.signingInTo(pending, (own) => this.complete(pending, factor, place, own));
    const [token, id] = [newToken(), newId()];
    const params = [pending.signInId, id, tokenHash(token), factor, ...placeParams(place)];
    if ((await tx.query(statements.COMPLETE, params)).length === 0) return undefined;
    await this.events.signIn(tx, pending, 'sign-in.completed', [id]);
    return token;
  }

  /** The same person in another clinic: a new token; the second factor and the limit stay those of the old one. */
  async move(actor: StaffActor, to: Membership, place: SignInPlace): Promise<string | undefined> {
    const { signInId, requestId, ip } = actor;
    if (!signInId) return undefined;
    const [token, id] = [newToken(), newId()];
    const params = [signInId, id, tokenHash(token), to.clinicId, to.staffMemberId, ...placeParams(place)];
    const hasMoved = await this.signingInTo(to, async (tx) => {
      if ((await tx.query(statements.MOVE, params)).length === 0) return false;
      await this.events.signIn(tx, { ...to, requestId, ip }, 'sign-in.clinic-changed', [id]);
      return true;
    });
    if (!hasMoved) return undefined;
    await this.events.signInAlone(actor, 'sign-in.ended', [signInId]);
    return token;
  }

  /** A second factor was given again. */
  async stepUp(actor: StaffActor, signInId: string): Promise<void> {
    await this.db.inClinic(actor, async (tx) => {
      await tx.query('update sign_ins set stepped_up_at = app_now() where id = $1', [signInId]);
      await this.events.signIn(tx, actor, 'sign-in.stepped-up', [signInId]);
    });
  }

  /** Ends the sign-in of this token for good. */
  async end(token: string, from: CalledFrom): Promise<void> {
    const ended = await this.db.acrossClinics<EndedSignIn>(statements.END_BY_TOKEN, [tokenHash(token)]);
    await this.tell(ended, 'sign-in.ended', from);
  }

  /** Ends one of the caller's own, in whichever clinic. False: there is no such sign-in. */
  async revoke(actor: StaffActor, id: string): Promise<boolean> {
    const ended = await this.db.acrossClinics<EndedSignIn>(statements.END_ONE, [actor.accountId, id]);
    await this.tell(ended, 'sign-in.revoked', actor);
    return ended.length > 0;
  }

  /** Ends every one of the caller's own, in every clinic, but the one that asks. */
  async revokeOthers(actor: StaffActor): Promise<void> {
    const params = [actor.accountId, actor.signInId ?? null];
    const ended = await this.db.acrossClinics<EndedSignIn>(statements.END_OF_ACCOUNT, params);
    await this.tell(ended, 'sign-in.revoked', actor);
  }

  /**
   * Ends every sign-in of an account, in every clinic, but the one named. What asks for it (another password, say)
   * stands in the audit log and says so.
   */
  async endOfAccount(accountId: string, exceptSignInId?: string, tx?: Tx): Promise<void> {
    const params = [accountId, exceptSignInId ?? null];
    if (tx) await tx.query(statements.END_OF_ACCOUNT, params);
    else await this.db.acrossClinics(statements.END_OF_ACCOUNT, params);
  }

  /** Ends every sign-in of one staff member to the clinic of this transaction, with the change that asks for it. */
  async endOfStaffMember(tx: Tx, staffMemberId: string): Promise<void> {
    await tx.query(
      `update sign_ins set revoked_at = app_now()
       where clinic_id = $1 and staff_member_id = $2 and revoked_at is null`,
      [tx.actor.clinicId, staffMemberId],
    );
  }

  /** Has the account signed in, second factor included, from this address or its network within 30 days? */
  async isFamiliar(accountId: string | undefined, ip: string): Promise<boolean> {
    // The nil id for an unknown account: known and unknown cost the same.
    const params = [accountId ?? '00000000-0000-0000-0000-000000000000'];
    const known = await this.db.acrossClinics<{ ip: string }>(statements.FAMILIAR_ADDRESSES, params);
    return known.some((address) => networkOf(address.ip) === networkOf(ip));
  }

  /** Who is still signing in acts for nobody yet: the product does it for them, in the clinic they sign in to. */
  private signingInTo<T>({ clinicId }: Membership, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.inClinic({ kind: 'system', clinicId, job: 'sign-in' }, work);
  }

  /** One that had run out, or stopped at the password, ended long before: nothing to tell. */
  private async tell(
    ended: readonly EndedSignIn[],
    event: 'sign-in.ended' | 'sign-in.revoked',
    { requestId, ip }: CalledFrom,
  ): Promise<void> {
    for (const { id, live, ...membership } of ended) {
      if (live) await this.events.signInAlone({ ...membership, requestId, ip }, event, [id]);
    }
  }
}

function placeParams({ ip, userAgent }: SignInPlace): [string, string | null] {
  return [ip, userAgent?.slice(0, 300) ?? null];
}
