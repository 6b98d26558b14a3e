import { Injectable } from '@nestjs/common';
import { AuditService } from '@app/audit/audit.service.js';
import type { Role, StaffActor } from '@app/platform/actor.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { Conflict, NotFound, staleVersion, Unprocessable } from '@app/platform/errors/errors.js';
import { newId } from '@app/platform/ids/ids.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { Location } from '../location.entity.js';
import { LIFETIME_MINUTES } from '../tokens/account-token.rules.js';
import { Invitation } from './invitation.entity.js';
import { InvitationMails } from './invitation-mails.service.js';
import { InvitationRows } from './invitation-rows.js';
import { invitationState, isUndecided } from './invitation-state.rules.js';
import type { InvitationView } from './invitation.view.js';

export interface NewInvitation {
  email: string;
  name: string;
  roles: Role[];
  locationId: string;
}

/** Admins ask people to join their clinic. Whether an address has an account already is never told. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly rows: InvitationRows,
    private readonly accounts: AccountsService,
    private readonly mails: InvitationMails,
    private readonly audit: AuditService,
  ) {}

  /** All of the clinic, newest first. */
  list(actor: StaffActor): Promise<InvitationView[]> {
    return this.db.inClinic(actor, async (tx) => this.rows.views(tx, await this.rows.list(tx)));
  }

  /**
   * @throws Conflict `already-exists`, `suspended-already` @throws Unprocessable for a place of another clinic
   * @throws TooManyTries
   */
  invite(actor: StaffActor, wanted: NewInvitation): Promise<InvitationView> {
    return this.db.inClinic(actor, async (tx) => {
      const id = newId();
      await this.refuseForeignPlace(tx, wanted.locationId);
      await this.refuseStaff(tx, wanted.email);
      const sealed = await this.rows.sealed(tx, id, wanted);
      await this.makeRoom(tx, sealed.emailHash);
      const row: Invitation = {
        clinicId: actor.clinicId,
        id,
        ...sealed,
        roles: wanted.roles,
        locationId: wanted.locationId,
        invitedBy: actor.staffMemberId,
        createdAt: tx.now,
        expiresAt: tx.now.add({ minutes: LIFETIME_MINUTES.invite }),
        acceptedAt: null,
        acceptedBy: null,
        revokedAt: null,
        version: 1,
      };
      await tx.manager.insert(Invitation, row);
      await this.mails.send(tx, id, wanted.email, actor.ip);
      return this.done(tx, row, 'invitation.added');
    });
  }

  /**
   * A new link for another day; the old ones end. From now on the caller stands behind it.
   * @throws Conflict `invitation-decided` @throws TooManyTries
   */
  resend(actor: StaffActor, id: string, version: number): Promise<InvitationView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await this.undecided(tx, id, version);
      const expiresAt = tx.now.add({ minutes: LIFETIME_MINUTES.invite });
      const changed = await this.change(tx, row, { expiresAt, invitedBy: actor.staffMemberId });
      await this.mails.send(tx, id, (await this.rows.opened(tx, row)).email, actor.ip);
      return this.done(tx, changed, 'invitation.resent');
    });
  }

  /** Its links end at once. @throws Conflict `invitation-decided` */
  revoke(actor: StaffActor, id: string, version: number): Promise<InvitationView> {
    return this.db.inClinic(actor, async (tx) => {
      const row = await this.undecided(tx, id, version);
      const changed = await this.change(tx, row, { revokedAt: tx.now });
      await this.mails.endAll(tx, id);
      return this.done(tx, changed, 'invitation.revoked');
    });
  }

  private async refuseForeignPlace(tx: Tx, locationId: string): Promise<void> {
    const known = await tx.manager.existsBy(Location, { clinicId: tx.actor.clinicId, id: locationId });
    if (known) return;
    throw new Unprocessable('invalid', [{ field: 'locationId', code: 'unknownReference', params: {} }]);
  }

  private async refuseStaff(tx: Tx, email: string): Promise<void> {
    const [member] = await tx.query<{ status: string }>(
      `select s.status from staff_members s join accounts a on a.id = s.account_id
       where s.clinic_id = $1 and a.email_hash = $2`,
      [tx.actor.clinicId, await this.accounts.emailHash(email, tx)],
    );
    if (member) throw new Conflict(member.status === 'active' ? 'already-exists' : 'suspended-already');
  }

  /** One undecided invitation an address: an open one stands in the way, an expired one steps aside. */
  private async makeRoom(tx: Tx, emailHash: Buffer): Promise<void> {
    const rows = await tx.manager.findBy(Invitation, { clinicId: tx.actor.clinicId, emailHash });
    for (const row of rows.filter(isUndecided)) {
      if (invitationState(row, tx.now) === 'open') throw new Conflict('already-exists');
      await this.change(tx, row, { revokedAt: tx.now });
      await this.mails.endAll(tx, row.id);
    }
  }

  private async undecided(tx: Tx, id: string, version: number): Promise<Invitation> {
    const row = await this.rows.held(tx, id);
    if (!row) throw new NotFound('invitation');
    if (row.version !== version) throw staleVersion();
    if (!isUndecided(row)) throw new Conflict('invitation-decided');
    return row;
  }

  private async change(tx: Tx, row: Invitation, change: Partial<Invitation>): Promise<Invitation> {
    const next = { ...change, version: row.version + 1 };
    const { clinicId, id, version } = row;
    const { affected } = await tx.manager.update(Invitation, { clinicId, id, version }, next);
    if (affected !== 1) throw staleVersion();
    return { ...row, ...next };
  }

  private async done(tx: Tx, row: Invitation, action: string): Promise<InvitationView> {
    await this.audit.record(tx, { action, subjectType: 'invitation', subjectIds: [row.id], clientIds: [] });
    return (await this.rows.views(tx, [row]))[0]!;
  }
}
