import { newId } from '@app/platform/ids/ids.js';
import { type ClinicsHouse, type MadePerson, openClinicsHouse, PASSWORD } from '../clinics.test-support.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { passwordFits } from '../accounts/password.js';
import { PasswordChangeService } from '../sign-ins/password-change.service.js';
import { StaffJoining } from '../staff/staff-joining.service.js';
import { StaffPasswordResetsService } from '../staff/staff-password-resets.service.js';
import { PasswordRedemption } from './password-redemption.service.js';
import { PasswordResetsService } from './password-resets.service.js';

const IP = '192.0.2.7';
const NEW = 'slow rivers carry leaves';
const ended = { status: 404, code: 'link-ended' };

describe('a new password by e-mail', () => {
  let at: ClinicsHouse;
  let resets: PasswordResetsService;
  let redemption: PasswordRedemption;
  let maren: MadePerson;

  beforeAll(async () => {
    at = await openClinicsHouse();
    resets = at.get(PasswordResetsService);
    redemption = at.get(PasswordRedemption);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    await at.shift('0');
    at.farEnd.forget();
    await at.rows('delete from account_mails');
    await at.rows('delete from sign_in_throttles');
    maren = await at.aPerson({ at: at.clinic });
  });

  const sentTo = () => at.farEnd.mails.map(({ to, subject }) => [to, subject]);
  const fits = async (password: string) => {
    const account = await at.get(AccountsService).find(maren.actor.accountId);
    return passwordFits(account!.passwordHash, password);
  };
  const aLink = async () => {
    await resets.request(maren.email, IP);
    await at.sendDue();
    return at.newestToken();
  };
  const aSignIn = async () => {
    await at.rows(
      `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at, expires_at)
       values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, $3, now(), now(), now() + interval '1 hour')`,
      [maren.actor.accountId, maren.actor.clinicId, maren.actor.staffMemberId],
    );
  };
  const liveSignIns = async () =>
    (
      await at.rows('select 1 from sign_ins where account_id = $1 and revoked_at is null', [
        maren.actor.accountId,
      ])
    ).length;

  it('goes to the address of the account, however it was typed', async () => {
    await resets.request(` ${maren.email.toUpperCase()} `, IP);
    await at.sendDue();
    expect(sentTo()).toEqual([[maren.email, 'Your link to a new password']]);
  });

  it('replaces the old one, ends every sign-in, and says so by mail', async () => {
    await aSignIn();
    await aSignIn();
    await redemption.redeem(await aLink(), NEW);
    expect([await fits(NEW), await fits(PASSWORD), await liveSignIns()]).toEqual([true, false, 0]);
    await at.sendDue();
    expect(sentTo().at(-1)).toEqual([maren.email, 'Your password was changed']);
  });

  it('stands in the audit log of every clinic where the account works, as the act of its owner', async () => {
    const harrowLane = await at.aClinic({ name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    const { accountId } = maren.actor;
    const there = { accountId, name: 'Maren Okoye', roles: ['practitioner' as const] };
    await at.db.inClinic(harrowLane.system, (tx) =>
      at.get(StaffJoining).join(tx, { ...there, locationId: harrowLane.locationId }),
    );
    await redemption.redeem(await aLink(), NEW, { requestId: 'r-1', ip: IP });
    const rows = await at.rows<{ clinic_id: string }>(
      `select e.clinic_id from audit_events e join staff_members m on m.clinic_id = e.clinic_id and m.id = e.actor_id
       where m.account_id = $1 and e.action = 'password.reset' and e.request_id = 'r-1' and e.ip = $2`,
      [accountId, IP],
    );
    expect(rows.map((row) => row.clinic_id).sort()).toEqual([at.clinic.clinicId, harrowLane.clinicId].sort());
    expect(await at.rows("select 1 from account_mails where kind = 'password-changed'")).toHaveLength(1);
  });

  it('works once, also when it comes twice at the same time', async () => {
    const token = await aLink();
    const tries = await Promise.allSettled([
      redemption.redeem(token, NEW),
      redemption.redeem(token, `${NEW} two`),
    ]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(redemption.redeem(token, NEW)).rejects.toMatchObject(ended);
  });

  it('ends after half an hour', async () => {
    const token = await aLink();
    await at.shift('30 minutes 1 second');
    await expect(redemption.redeem(token, NEW)).rejects.toMatchObject(ended);
    expect(await fits(PASSWORD)).toBe(true);
  });

  it('is not for a disabled account', async () => {
    const token = await aLink();
    await at.rows("update accounts set status = 'disabled' where id = $1", [maren.actor.accountId]);
    await expect(redemption.redeem(token, NEW)).rejects.toMatchObject(ended);
    await at.shift('5 minutes');
    await resets.request(maren.email, IP);
    at.farEnd.forget();
    await at.sendDue();
    expect(sentTo()).toEqual([]);
  });

  it('keeps the link good when the new password may not be chosen', async () => {
    const token = await aLink();
    await expect(redemption.redeem(token, 'too short')).rejects.toMatchObject({
      status: 422,
      errors: [{ field: 'password', code: 'passwordTooShort' }],
    });
    await expect(redemption.redeem(token, 'x'.repeat(129))).rejects.toMatchObject({
      errors: [{ code: 'passwordTooLong' }],
    });
    for (const password of ['Maren Okoye Fernhollow', maren.email, 'Fernhollow Integration'])
      await expect(redemption.redeem(token, password)).rejects.toMatchObject({
        errors: [{ code: 'passwordNamesYou' }],
      });
    await redemption.redeem(token, NEW);
  });

  it('goes out once in two minutes, and whoever asks again ends nobody’s link until one is used', async () => {
    const first = await aLink();
    await resets.request(maren.email, IP);
    await at.sendDue();
    expect(at.farEnd.mails).toHaveLength(1);
    await at.shift('2 minutes 1 second');
    const second = await aLink();
    expect(second).not.toBe(first);
    await redemption.redeem(first, NEW);
    await expect(redemption.redeem(second, `${NEW} two`)).rejects.toMatchObject(ended);
  });

  it('ends when its owner chooses another password while signed in', async () => {
    const token = await aLink();
    const signedIn = { ...maren.actor, signInId: newId() };
    await at.get(PasswordChangeService).change(signedIn, { current: PASSWORD, password: `${NEW} two` });
    await expect(redemption.redeem(token, NEW)).rejects.toMatchObject(ended);
  });

  it('is slowed down for who asks again and again, and for nobody else', async () => {
    for (let asked = 0; asked < 6; asked += 1) await resets.request(maren.email, IP);
    await expect(resets.request(maren.email, IP)).rejects.toMatchObject({ status: 429 });
    await resets.request(maren.email, '192.0.2.8');
    await at.shift('61 seconds');
    await resets.request(maren.email, IP);
  });

  it('is slowed down alike for an address that nobody has', async () => {
    for (let asked = 0; asked < 6; asked += 1) await resets.request('nobody@fernhollow.example', IP);
    await expect(resets.request('nobody@fernhollow.example', IP)).rejects.toMatchObject({ status: 429 });
  });

  it('costs a known and an unknown address the same statements', async () => {
    const statements = async (email: string) => {
      await resets.request('warm@fernhollow.example', '192.0.2.9');
      const seen: string[] = [];
      const spy = jest
        .spyOn(at.db, 'acrossClinics')
        .mockImplementation((sql, params) => (seen.push(sql), at.db.source.query(sql, [...(params ?? [])])));
      await resets.request(email, IP);
      spy.mockRestore();
      return seen.map((sql) => /^\s*(\w+)[\s\S]*?(?:from|into)\s+(\w+)/.exec(sql)?.slice(1).join(' '));
    };
    expect(await statements('somebody-else@fernhollow.example')).toEqual(await statements(maren.email));
    await at.sendDue();
    expect(sentTo()).toEqual([[maren.email, 'Your link to a new password']]);
  });

  it('can be started by a colleague, in their transaction, and ends older links', async () => {
    const older = await aLink();
    await at.db.inClinic(at.clinic.system, (tx) => resets.startFor(maren.actor.accountId, tx));
    await at.sendDue();
    expect(at.farEnd.mails).toHaveLength(2);
    await expect(redemption.redeem(older, NEW)).rejects.toMatchObject(ended);
    await redemption.redeem(at.newestToken(), NEW);
  });

  it('is slowed down for a colleague who starts it again and again', async () => {
    const { actor } = await at.aPerson({ at: at.clinic, roles: ['admin'] });
    const start = () => at.get(StaffPasswordResetsService).start(actor, maren.actor.staffMemberId);
    for (let started = 0; started < 6; started += 1) await start();
    await expect(start()).rejects.toMatchObject({ status: 429 });
    await at.get(StaffPasswordResetsService).start(actor, actor.staffMemberId);
    await resets.request(maren.email, IP);
  });
});
