import { AccountsService } from '../accounts/accounts.service.js';
import type { MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { waitFor } from '../../../../test/support/wait-for.js';
import { type ClinicsHouse, type MadePerson, openClinicsHouse, PASSWORD } from '../clinics.test-support.js';
import { lockStaffing } from '../staff/staffing-lock.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { InvitationsService, type NewInvitation } from './invitations.service.js';

const IP = '192.0.2.7';
const CHOSEN = 'slow rivers carry leaves';
const ended = { status: 404, code: 'link-ended' };
const slow = { status: 429, code: 'too-many-tries' };

describe('invitations', () => {
  let at: ClinicsHouse;
  let clinic: MadeClinic;
  let admin: MadePerson;
  let invitations: InvitationsService;
  let acceptance: InvitationAcceptance;
  let count = 0;

  beforeAll(async () => {
    at = await openClinicsHouse();
    invitations = at.get(InvitationsService);
    acceptance = at.get(InvitationAcceptance);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    await at.shift('0');
    at.farEnd.forget();
    await at.rows('delete from account_mails');
    await at.rows('delete from sign_in_throttles');
    clinic = await at.aClinic();
    admin = await at.aPerson({ at: clinic, roles: ['admin'] });
  });

  const wanted = (more: Partial<NewInvitation> = {}): NewInvitation => ({
    email: `imani-${(count += 1)}@osei.example`,
    name: 'Imani Osei',
    roles: ['practitioner'],
    locationId: clinic.locationId,
    ...more,
  });
  const invited = async (more: Partial<NewInvitation> = {}) => {
    const view = await invitations.invite(admin.actor, wanted(more));
    await at.sendDue();
    return { ...view, token: at.newestToken() };
  };
  const isSomebodyWaiting = async () =>
    (
      await at.rows(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      )
    ).length > 0;
  const staffOf = ({ clinicId }: MadeClinic) =>
    at.rows<{ account_id: string; roles: string[] }>(
      'select account_id, roles from staff_members where clinic_id = $1 order by created_at',
      [clinicId],
    );
  const actions = () =>
    at.rows<{ action: string; subject_type: string; actor_kind: string }>(
      `select action, subject_type, actor_kind from audit_events where clinic_id = $1
       and action <> 'staff-member.joined' or clinic_id = $1 and job = 'accept-invitation' order by id`,
      [clinic.clinicId],
    );

  it('go out by mail and stand in the list', async () => {
    const { token: _, ...view } = await invited({ roles: ['admin', 'coordinator'] });
    expect(view).toEqual({
      id: expect.any(String),
      version: 1,
      email: view.email,
      name: 'Imani Osei',
      roles: ['admin', 'coordinator'],
      locationName: 'Main Street',
      createdAt: expect.any(String),
      expiresAt: expect.any(String),
      state: 'open',
    });
    expect(Date.parse(view.expiresAt) - Date.parse(view.createdAt)).toBe(24 * 3600 * 1000);
    expect(at.farEnd.mails.map(({ to }) => to)).toEqual([view.email]);
    expect(await invitations.list(admin.actor)).toEqual([view]);
  });

  it('are nobody’s but the clinic’s, and its admins’', async () => {
    await invited();
    const practitioner = await at.aPerson({ at: clinic });
    const elsewhere = await at.aPerson({ at: await at.aClinic(), roles: ['admin'] });
    expect(await invitations.list(practitioner.actor)).toEqual([]);
    expect(await invitations.list(elsewhere.actor)).toEqual([]);
    await expect(invitations.invite(practitioner.actor, wanted())).rejects.toMatchObject({
      driverError: { code: '42501' },
    });
  });

  it('keep name and address sealed', async () => {
    await invited({ email: 'canary@osei.example', name: 'Canary Osei' });
    const rows = await at.rows(
      "select 1 from invitations where position('anary'::bytea in email_sealed || name_sealed) > 0",
    );
    expect(rows).toEqual([]);
  });

  it('are opened as often as one likes, without a trace', async () => {
    const { token, id, email } = await invited();
    const opened = {
      clinicName: 'Fernhollow Integration',
      email,
      name: 'Imani Osei',
      roles: ['practitioner'],
      hasAccount: false,
    };
    expect(await acceptance.open(token)).toEqual(opened);
    expect(await acceptance.open(token)).toEqual(opened);
    expect(await at.rows('select version, accepted_at from invitations where id = $1', [id])).toEqual([
      { version: 1, accepted_at: null },
    ]);
  });

  it('are accepted by a new person, who then has an account and the roles', async () => {
    const { token, email } = await invited({ roles: ['admin', 'practitioner'] });
    await acceptance.accept(token, { name: 'Imani O.', password: CHOSEN }, IP);
    const account = await at.get(AccountsService).findByEmail(email);
    expect(account).toMatchObject({ status: 'active' });
    expect((await staffOf(clinic)).at(-1)).toEqual({
      account_id: account!.id,
      roles: ['admin', 'practitioner'],
    });
    expect((await invitations.list(admin.actor))[0]).toMatchObject({ state: 'accepted', version: 2 });
    await expect(acceptance.accept(token, { password: CHOSEN }, IP)).rejects.toMatchObject(ended);
    expect(await actions()).toEqual([
      { action: 'invitation.added', subject_type: 'invitation', actor_kind: 'staff' },
      { action: 'staff-member.joined', subject_type: 'staff-member', actor_kind: 'system' },
    ]);
  });

  it('are accepted once, also when the answer comes twice at the same time', async () => {
    const { token } = await invited();
    const twice = [1, 2].map(() => acceptance.accept(token, { password: CHOSEN }, IP));
    const tries = await Promise.allSettled(twice);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await staffOf(clinic)).toHaveLength(2);
  });

  it('ask for a password that may be chosen, and leave nothing behind until there is one', async () => {
    const { token, email } = await invited();
    for (const password of ['too short', 'passwordpassword', 'Imani Osei Fernhollow']) {
      await expect(acceptance.accept(token, { password }, IP)).rejects.toMatchObject({ status: 422 });
    }
    expect(await at.get(AccountsService).findByEmail(email)).toBeUndefined();
    await acceptance.accept(token, { password: CHOSEN }, IP);
  });

  describe('of somebody with an account', () => {
    let ines: MadePerson;
    beforeEach(async () => {
      ines = await at.aPerson({ at: await at.aClinic({ name: 'Harrow Lane Clinic' }) });
    });

    it('answer the admin like any other', async () => {
      const [known, unknown] = [await invited({ email: ines.email }), await invited()];
      const plain = ({
        id: _,
        email: __,
        token: ___,
        createdAt: ____,
        expiresAt: _____,
        ...rest
      }: typeof known) => rest;
      expect(plain(known)).toEqual(plain(unknown));
    });

    it('are accepted with the account’s own password, which stays', async () => {
      const { token } = await invited({ email: ines.email.toUpperCase() });
      expect(await acceptance.open(token)).toMatchObject({ hasAccount: true });
      await expect(acceptance.accept(token, { password: CHOSEN }, IP)).rejects.toMatchObject({
        status: 422,
        errors: [{ field: 'password', code: 'passwordWrong' }],
      });
      await acceptance.accept(token, { password: PASSWORD }, IP);
      expect((await staffOf(clinic)).at(-1)!.account_id).toBe(ines.actor.accountId);
    });

    it('let nobody guess that password any faster than at the door', async () => {
      const { token } = await invited({ email: ines.email });
      const guess = () => acceptance.accept(token, { password: 'not the password at all' }, IP);
      for (let tries = 0; tries < 6; tries += 1) await expect(guess()).rejects.toMatchObject({ status: 422 });
      await expect(guess()).rejects.toMatchObject({ status: 429 });
    });

    it('end for a disabled account', async () => {
      const { token } = await invited({ email: ines.email });
      await at.rows("update accounts set status = 'disabled' where id = $1", [ines.actor.accountId]);
      await expect(acceptance.accept(token, { password: PASSWORD }, IP)).rejects.toMatchObject(ended);
    });
  });

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
