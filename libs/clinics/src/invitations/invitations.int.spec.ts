import { AccountsService } from '../accounts/accounts.service.js';
import type { MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { type ClinicsHouse, type MadePerson, openClinicsHouse, PASSWORD } from '../clinics.test-support.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { InvitationsService } from './invitations.service.js';
import { CHOSEN, ended, IP, invitationsOf, whoInvites } from './invitations.test-support.js';

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

  const { actions, invited, staffOf, wanted } = invitationsOf(() => ({ at, clinic, admin }));

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
});
