import { Injectable } from '@nestjs/common';
import type { SystemActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { LinkEnded, Unprocessable } from '@app/platform/errors/errors.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { refuseWeakPassword } from '../accounts/chosen-password.js';
import { hashedPassword } from '../accounts/password.js';
import { Clinic } from '../clinic.entity.js';
import { PasswordSignInService } from '../sign-ins/password-sign-in.service.js';
import { StaffJoining } from '../staff/staff-joining.service.js';
import { lockStaffing } from '../staff/staffing-lock.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';
import { Invitation } from './invitation.entity.js';
import { InvitationRows, type Invitee } from './invitation-rows.js';
import { invitationState } from './invitation-state.rules.js';
import type { OpenedInvitationView } from './invitation.view.js';

export interface Acceptance {
  /** Absent: the name the invitation gives. */
  name?: string;
  /** A new one, or that of the account the address has. */
  password: string;
}

/** What an invitation's link opens, for somebody who is not signed in. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly db: Database,
    private readonly rows: InvitationRows,
    private readonly accounts: AccountsService,
    private readonly tokens: AccountTokens,
    private readonly passwords: PasswordSignInService,
    private readonly joining: StaffJoining,
  ) {}

  /** Changes nothing. @throws LinkEnded */
  async open(token: string): Promise<OpenedInvitationView> {
    const { invitation, invitee, clinicName } = await this.read(token);
    const account = await this.accounts.findByEmail(invitee.email);
    return { clinicName, ...invitee, roles: invitation.roles, hasAccount: account !== undefined };
  }

  /**
   * The person joins the staff; they sign in afterwards like everybody. @throws LinkEnded @throws TooManyTries
   * @throws Unprocessable for a password that is wrong, or must not be chosen
   */
  async accept(token: string, { name, password }: Acceptance, ip: string): Promise<void> {
    const { actor, invitation, invitee, clinicName } = await this.read(token);
    const account = await this.accounts.findByEmail(invitee.email);
    const ownName = name ?? invitee.name;
    if (account) {
      if (account.status !== 'active') throw new LinkEnded();
      // Guessed as slowly as at the front door.
      if (!(await this.passwords.isPasswordOf(account.id, password, ip))) {
        throw new Unprocessable('invalid', [{ field: 'password', code: 'passwordWrong', params: {} }]);
      }
    } else {
      refuseWeakPassword(password, [invitee.email, ownName, clinicName]);
    }
    // Before the transaction: hashing takes long enough that no connection should wait for it.
    const passwordHash = account ? null : await hashedPassword(password);
    await this.db.inClinic(actor, async (tx) => {
      // Who sent it may be losing their seat just now.
      await lockStaffing(tx, 'rely');
      const { id, roles, locationId } = await this.openOnly(tx, await this.rows.held(tx, invitation.id));
      await this.tokens.spend('invite', token, tx);
      const accountId =
        account?.id ??
        (await this.accounts.createIn(tx, { email: invitee.email, passwordHash: passwordHash! }));
      const acceptedBy = await this.joining.join(tx, { accountId, name: ownName, roles, locationId });
      await tx.manager.update(
        Invitation,
        { clinicId: actor.clinicId, id },
        { acceptedAt: tx.now, acceptedBy, version: () => 'version + 1' },
      );
    });
  }

  private async read(token: string) {
    const { clinicId, subjectId } = await this.tokens.open('invite', token);
    if (!clinicId) throw new LinkEnded();
    const actor: SystemActor = { kind: 'system', clinicId, job: 'accept-invitation' };
    return this.db.inClinic(actor, async (tx) => {
      const invitation = await this.openOnly(tx, await this.rows.find(tx, subjectId));
      const { name: clinicName } = await tx.manager.findOneByOrFail(Clinic, { clinicId });
      const invitee: Invitee = await this.rows.opened(tx, invitation);
      return { actor, invitation, invitee, clinicName };
    });
  }

  private async openOnly(tx: Tx, invitation: Invitation | null): Promise<Invitation> {
    if (!invitation || invitationState(invitation, tx.now) !== 'open') throw new LinkEnded();
    if (!(await this.rows.isVouchedFor(tx, invitation))) throw new LinkEnded();
    return invitation;
  }
}
