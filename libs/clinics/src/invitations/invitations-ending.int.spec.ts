import type { MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { waitFor } from '../../../../test/support/wait-for.js';
import { type ClinicsHouse, type MadePerson, openClinicsHouse, PASSWORD } from '../clinics.test-support.js';
import { lockStaffing } from '../staff/staffing-lock.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { InvitationsService } from './invitations.service.js';
import { CHOSEN, ended, IP, slow, invitationsOf, whoInvites } from './invitations.test-support.js';

describe('invitations', () => {
  let at: ClinicsHouse;
  let clinic: MadeClinic;
  let admin: MadePerson;
  let invitations: InvitationsService;
  let acceptance: InvitationAcceptance;

  beforeAll(async () => {
    at = await openClinicsHouse();
    invitations = at.get(InvitationsService);
    acceptance = at.get(InvitationAcceptance);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    ({ clinic, admin } = await whoInvites(at));
  });

  const { actions, invited, isSomebodyWaiting, staffOf, wanted } = invitationsOf(() => ({
    at,
    clinic,
    admin,
  }));

  it('are not made twice, nor for who is there already, nor to a place of another clinic', async () => {
    const { email } = await invited();
    const twice = invitations.invite(admin.actor, wanted({ email: email.toUpperCase() }));
    await expect(twice).rejects.toMatchObject({ status: 409, code: 'already-exists' });
    const present = invitations.invite(admin.actor, wanted({ email: admin.email }));
    await expect(present).rejects.toMatchObject({ status: 409, code: 'already-exists' });
    const { locationId } = await at.aClinic();
    await expect(invitations.invite(admin.actor, wanted({ locationId }))).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'locationId', code: 'unknownReference' }],
    });
  });

  it('of a suspended colleague point to restoring them, before and after the link', async () => {
    const teodor = await at.aPerson({ at: clinic });
    const elsewhere = await at.aPerson({ at: await at.aClinic(), email: 'june@abara.example' });
    const { token } = await invited({ email: elsewhere.email });
    const suspend = 'update staff_members set status = $2 where account_id = $1';
    await at.rows(suspend, [teodor.actor.accountId, 'suspended']);
    const invite = invitations.invite(admin.actor, wanted({ email: teodor.email }));
    await expect(invite).rejects.toMatchObject({ status: 409, code: 'suspended-already' });
    await at.rows(
      `insert into staff_members select $1, gen_random_uuid(), account_id, $2, name_sealed, roles, 'suspended', created_at, 1
       from staff_members where account_id = $3`,
      [clinic.clinicId, clinic.locationId, elsewhere.actor.accountId],
    );
    const accept = acceptance.accept(token, { password: PASSWORD }, IP);
    await expect(accept).rejects.toMatchObject({ status: 409, code: 'suspended-already' });
    await acceptance.open(token);
  });

  it('end after a day, and can be sent again', async () => {
    const { id, token } = await invited();
    await at.shift('24 hours 1 second');
    await expect(acceptance.open(token)).rejects.toMatchObject(ended);
    expect((await invitations.list(admin.actor))[0]).toMatchObject({ state: 'expired' });
    const again = await invitations.resend(admin.actor, id, 1);
    expect(again).toMatchObject({ id, version: 2, state: 'open' });
    await at.sendDue();
    expect(at.newestToken()).not.toBe(token);
    await acceptance.open(at.newestToken());
    await expect(invitations.resend(admin.actor, id, 1)).rejects.toMatchObject({ code: 'conflict-version' });
  });

  it('that ran out step aside for a new one', async () => {
    const { email } = await invited();
    await at.shift('25 hours');
    await invited({ email });
    expect((await invitations.list(admin.actor)).map(({ state }) => state)).toEqual(['open', 'revoked']);
  });

  it('that are sent again end the older link at once', async () => {
    const { id, token } = await invited();
    await invitations.resend(admin.actor, id, 1);
    await expect(acceptance.accept(token, { password: CHOSEN }, IP)).rejects.toMatchObject(ended);
  });

  it('that are taken back open nothing, and go out no more', async () => {
    const { id, token } = await invited();
    await invitations.resend(admin.actor, id, 1);
    expect(await invitations.revoke(admin.actor, id, 2)).toMatchObject({ state: 'revoked', version: 3 });
    at.farEnd.forget();
    await at.sendDue();
    expect(at.farEnd.mails).toEqual([]);
    await expect(acceptance.open(token)).rejects.toMatchObject(ended);
    const decided = { status: 409, code: 'invitation-decided' };
    await expect(invitations.resend(admin.actor, id, 3)).rejects.toMatchObject(decided);
    await expect(invitations.revoke(admin.actor, id, 3)).rejects.toMatchObject(decided);
    expect((await actions()).map(({ action }) => action)).toEqual([
      'invitation.added',
      'invitation.resent',
      'invitation.revoked',
    ]);
  });

  it('that were decided open nothing, even while a link of theirs lives', async () => {
    const { id, token } = await invited();
    await at.rows('update invitations set revoked_at = now() where id = $1', [id]);
    await expect(acceptance.open(token)).rejects.toMatchObject(ended);
    await expect(acceptance.accept(token, { password: CHOSEN }, IP)).rejects.toMatchObject(ended);
  });

  it.each([
    ['suspended', "status = 'suspended'"],
    ['an admin no more', "roles = '{practitioner}'"],
  ])('of who is %s let nobody in, until an admin sends them again', async (_, change) => {
    const { id, token } = await invited({ roles: ['admin'] });
    await at.rows(`update staff_members set ${change} where id = $1`, [admin.actor.staffMemberId]);
    await expect(acceptance.open(token)).rejects.toMatchObject(ended);
    await expect(acceptance.accept(token, { password: CHOSEN }, IP)).rejects.toMatchObject(ended);
    expect(await staffOf(clinic)).toHaveLength(1);
    const other = await at.aPerson({ at: clinic, roles: ['admin'] });
    await invitations.resend(other.actor, id, 1);
    await at.sendDue();
    await acceptance.accept(at.newestToken(), { password: CHOSEN }, IP);
  });

  it('let nobody in when who sent them is suspended in the same moment', async () => {
    const { token } = await invited({ roles: ['admin'] });
    let accepted: Promise<unknown> = Promise.resolve();
    await at.db.inClinic(clinic.system, async (tx) => {
      await lockStaffing(tx);
      const { clinicId, staffMemberId } = admin.actor;
      const suspend = "update staff_members set status = 'suspended' where clinic_id = $1 and id = $2";
      await tx.query(suspend, [clinicId, staffMemberId]);
      accepted = acceptance.accept(token, { password: CHOSEN }, IP).catch((error: unknown) => error);
      await waitFor('the acceptance to wait', isSomebodyWaiting);
    });
    expect(await accepted).toMatchObject(ended);
    expect(await staffOf(clinic)).toHaveLength(1);
  });

  it('are slowed down for who is written to again and again, and for nobody else', async () => {
    const { id } = await invited();
    for (let version = 1; version < 6; version += 1) await invitations.resend(admin.actor, id, version);
    await expect(invitations.resend(admin.actor, id, 6)).rejects.toMatchObject(slow);
    await invited();
    await at.shift('61 seconds');
    await invitations.resend(admin.actor, id, 6);
  });

  it('of a clinic leave fifty times a day, however many they are', async () => {
    for (let sent = 0; sent < 49; sent += 1) await invitations.invite(admin.actor, wanted());
    const { id } = await invited();
    await expect(invitations.invite(admin.actor, wanted())).rejects.toMatchObject(slow);
    await expect(invitations.resend(admin.actor, id, 1)).rejects.toMatchObject(slow);
    expect(await invitations.list(admin.actor)).toHaveLength(50);
    const other = await at.aClinic();
    const { actor } = await at.aPerson({ at: other, roles: ['admin'] });
    await invitations.invite(actor, wanted({ locationId: other.locationId }));
    await at.shift('24 hours 1 second');
    await invitations.resend(admin.actor, id, 1);
  });

  it('of another clinic do not exist', async () => {
    const { id } = await invited();
    const elsewhere = await at.aPerson({ at: await at.aClinic(), roles: ['admin'] });
    await expect(invitations.resend(elsewhere.actor, id, 1)).rejects.toMatchObject({ status: 404 });
    await expect(invitations.revoke(elsewhere.actor, id, 1)).rejects.toMatchObject({ status: 404 });
  });
});
