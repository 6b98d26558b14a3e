import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { AccountChange } from '@app/design/emails/account-change-email.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { MembershipsService } from './memberships.service.js';
import type { CalledFrom, Membership } from './sign-in.types.js';

/** What became of a sign-in; the action in the audit log. */
type SignInEvent =
  | 'sign-in.completed'
  | 'sign-in.second-factor-refused'
  | 'sign-in.ended'
  | 'sign-in.revoked'
  | 'sign-in.clinic-changed'
  | 'sign-in.stepped-up';

/** What became of somebody's way in; the action in the audit log. */
type WayInEvent =
  | 'factor.added'
  | 'factor.removed'
  | 'recovery-codes.renewed'
  | 'recovery-code.used'
  | 'password.changed'
  | 'password.reset';

/** Whose it is, in which clinic, and by which request. */
type Person = Membership & CalledFrom;

/** What its owner is written to about as well. */
const MAILS: Partial<Record<WayInEvent, AccountChange>> = {
  'factor.added': 'factor-added',
  'factor.removed': 'factor-removed',
  'recovery-code.used': 'recovery-code-used',
  'password.changed': 'password-changed',
  'password.reset': 'password-changed',
};

/**
 * Writes to the audit log of the clinic concerned what somebody did with their way in (OWASP ASVS 5.0, 16.3.1): as
 * their own act, also while they are still signing in and the product acts for them. Holds no kind of factor, no
 * password, no address.
 */
@Injectable()
export class AccountEvents {
  constructor(
    private readonly db: Database,
    private readonly audit: AuditService,
    private readonly mails: AccountMailsService,
    private readonly memberships: MembershipsService,
  ) {}

  /** In the transaction of what it tells of. */
  async signIn(tx: Tx, person: Person, event: SignInEvent, signInIds: readonly string[]): Promise<void> {
    await this.audit.record(await actingAs(tx, person), {
      action: event,
      outcome: event === 'sign-in.second-factor-refused' ? 'refused' : 'done',
      subjectType: 'sign-in',
      subjectIds: signInIds,
      clientIds: [],
    });
  }

  /** Where what it tells of had no transaction of this clinic. */
  async signInAlone(person: Person, event: SignInEvent, signInIds: readonly string[]): Promise<void> {
    await this.inClinicOf(person, (tx) => this.signIn(tx, person, event, signInIds));
  }

  /** In the transaction of what it tells of, with the mail to its owner. */
  async wayIn(tx: Tx, person: Person, event: WayInEvent): Promise<void> {
    await this.row(tx, person, event);
    const kind = MAILS[event];
    const { accountId, clinicId } = person;
    if (kind) await this.mails.add({ kind, to: { accountId }, clinicId }, tx);
  }

  /** Where what it tells of had no transaction of this clinic. */
  async wayInAlone(person: Person, event: WayInEvent): Promise<void> {
    await this.inClinicOf(person, (tx) => this.wayIn(tx, person, event));
  }

  /** Of what was done in no clinic: a row in each where the account works, and one mail. */
  async wayInEverywhere(accountId: string, event: WayInEvent, from: CalledFrom): Promise<void> {
    const kind = MAILS[event];
    if (kind) await this.mails.add({ kind, to: { accountId } });
    for (const membership of await this.memberships.of(accountId)) {
      await this.inClinicOf(membership, (tx) => this.row(tx, { ...membership, ...from }, event));
    }
  }

  private async row(tx: Tx, person: Person, action: WayInEvent): Promise<void> {
    await this.audit.record(await actingAs(tx, person), {
      action,
      subjectType: 'staff-member',
      subjectIds: [person.staffMemberId],
      clientIds: [],
    });
  }

  private inClinicOf<T>({ clinicId }: Membership, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.db.inClinic({ kind: 'system', clinicId, job: 'account-events' }, work);
  }
}

/** The same transaction as the person's own: rows in the audit log name who did it. */
async function actingAs(tx: Tx, person: Person): Promise<Tx> {
  const { clinicId, accountId, staffMemberId, requestId, ip } = person;
  if (tx.actor.kind === 'staff' && tx.actor.staffMemberId === staffMemberId) return tx;
  const [member] = await tx.query<Pick<StaffActor, 'roles'>>(
    'select roles from staff_members where clinic_id = $1 and id = $2',
    [clinicId, staffMemberId],
  );
  const roles = member?.roles ?? [];
  return { ...tx, actor: { kind: 'staff', clinicId, accountId, staffMemberId, roles, requestId, ip } };
}
