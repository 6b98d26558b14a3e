import { Injectable } from '@nestjs/common';
import type { Role } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { newToken, tokenHash } from '@app/platform/encryption/sealing.js';
import { SignedOut } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { AccountsService, normalisedEmail } from '../accounts/accounts.service.js';
import { passwordFits } from '../accounts/password.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

/** A staff membership that may be signed in to. */
export interface Membership {
  accountId: string;
  clinicId: string;
  staffMemberId: string;
}

/** A live sign-in, with the roles as they are now. */
export interface FoundSignIn extends Membership {
  roles: Role[];
  signInId: string;
  /** A second factor was given within the last 5 minutes. */
  steppedUp: boolean;
}

/** Where a sign-in is made from, kept so that its owner can recognise it. */
export interface SignInPlace {
  ip: string;
  userAgent: string | undefined;
}

/**
 * Sign-ins of staff: an opaque token in the browser, its hash here. Idle 15 minutes, 12 hours in all; both, a
 * suspension and a revocation count from the very next request.
 */
@Injectable()
export class SignInsService {
  constructor(
    private readonly db: Database,
    private readonly accounts: AccountsService,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * The membership that e-mail and password open. Unknown address, wrong password, disabled account and no
   * clinic are one and the same refusal. @throws SignedOut @throws TooManyTries
   */
  async membershipFor(email: string, password: string, ip: string): Promise<Membership> {
    const account = await this.accounts.findByEmail(email);
    const familiar = await this.isFamiliar(account?.id, ip);
    const attempt = { email: normalisedEmail(email), ip, familiar };
    await this.throttle.count(attempt);
    const fits = await passwordFits(account?.passwordHash ?? null, password);
    if (!account || !fits || account.status !== 'active') throw new SignedOut('sign-in-refused');
    const [membership] = await this.db.acrossClinics<Omit<Membership, 'accountId'>>(
      'select clinic_id as "clinicId", staff_member_id as "staffMemberId" from find_staff_memberships($1)',
      [account.id],
    );
    if (!membership) throw new SignedOut('sign-in-refused');
    await this.throttle.forget(attempt);
    return { accountId: account.id, ...membership };
  }

  /** Starts a sign-in. Gives the token, which is kept nowhere. */
  async start(membership: Membership, place: SignInPlace): Promise<string> {
    const token = newToken();
    await this.db.acrossClinics(
      `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
         expires_at, ip, user_agent)
       values ($1, $2, $3, $4, $5, app_now(), app_now(), app_now() + interval '12 hours', $6, $7)`,
      [
        newId(),
        tokenHash(token),
        membership.accountId,
        membership.clinicId,
        membership.staffMemberId,
        place.ip,
        place.userAgent?.slice(0, 300) ?? null,
      ],
    );
    return token;
  }

  /** Who the token stands for now, in one round trip. Undefined when it ended in any way. */
  async find(token: string): Promise<FoundSignIn | undefined> {
    const [found] = await this.db.acrossClinics<FoundSignIn>(FIND_AND_TOUCH, [tokenHash(token)]);
    return found;
  }

  /** Ends the sign-in of this token for good. */
  async end(token: string): Promise<void> {
    await this.db.acrossClinics(
      'update sign_ins set revoked_at = app_now() where token_hash = $1 and revoked_at is null',
      [tokenHash(token)],
    );
  }

  /** Ends every sign-in of an account, in every clinic, but the one named. */
  async endOfAccount(accountId: string, exceptSignInId?: string): Promise<void> {
    await this.db.acrossClinics(
      `update sign_ins set revoked_at = app_now()
       where account_id = $1 and revoked_at is null and id is distinct from $2::uuid`,
      [accountId, exceptSignInId ?? null],
    );
  }

  /** Ends every sign-in of one staff member to the clinic of this transaction, with the change that asks for it. */
  async endOfStaffMember(tx: Tx, staffMemberId: string): Promise<void> {
    await tx.query(
      `update sign_ins set revoked_at = app_now()
       where clinic_id = $1 and staff_member_id = $2 and revoked_at is null`,
      [tx.actor.clinicId, staffMemberId],
    );
  }

  /** Asks with the nil id for an unknown account, so that known and unknown cost the same. */
  private async isFamiliar(accountId: string | undefined, ip: string): Promise<boolean> {
    const rows = await this.db.acrossClinics(
      `select 1 from sign_ins where account_id = $1 and ip = $2 and created_at > app_now() - interval '30 days' limit 1`,
      [accountId ?? '00000000-0000-0000-0000-000000000000', ip],
    );
    return rows.length > 0;
  }
}

// Being seen is written at most once a minute: reading must not cost a write each time.
const FIND_AND_TOUCH = `
  with found as (select * from find_sign_in($1)), touched as (
    update sign_ins s set last_seen_at = app_now() from found f
    where s.id = f.sign_in_id and s.last_seen_at < app_now() - interval '1 minute')
  select account_id as "accountId", clinic_id as "clinicId", staff_member_id as "staffMemberId", roles,
    sign_in_id as "signInId", stepped_up as "steppedUp"
  from found`;
