import { deleteInBatches } from '@app/platform/database/delete-in-batches.js';
import { AccountMailsService } from '../account-mails/account-mails.service.js';
import { type ClinicsHouse, type MadePerson, openClinicsHouse } from '../clinics.test-support.js';
import { AccountTokens } from '../tokens/account-tokens.service.js';
import { ExpiredAccountRows } from './expired-account-rows.service.js';

describe('rows about accounts that have ended', () => {
  let at: ClinicsHouse;
  let maren: MadePerson;

  beforeAll(async () => {
    at = await openClinicsHouse();
    maren = await at.aPerson({ at: at.clinic });
  });
  afterAll(() => at.close());
  afterEach(async () => {
    await at.shift('0');
    for (const table of ['sign_ins', 'sign_in_throttles', 'account_mails', 'account_tokens'])
      await at.rows(`delete from ${table}`);
  });

  const purgeAfter = async (by: string) => {
    await at.shift(by);
    await at.get(ExpiredAccountRows).purge();
  };
  const left = async (table: string) => (await at.rows(`select 1 from ${table}`)).length;
  const aSignIn = (endedBy: 'revoked' | 'expired') =>
    at.rows(
      `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
         expires_at, revoked_at)
       values (gen_random_uuid(), sha256(gen_random_uuid()::text::bytea), $1, $2, $3, now(), now(),
         now() + case when $4 = 'expired' then interval '0' else interval '12 hours' end,
         case when $4 = 'revoked' then now() end)`,
      [maren.actor.accountId, maren.actor.clinicId, maren.actor.staffMemberId, endedBy],
    );
  const aReset = async () => {
    const { accountId } = maren.actor;
    const tokenId = await at.get(AccountTokens).issue({ purpose: 'reset', subjectId: accountId });
    await at.get(AccountMailsService).add({ kind: 'reset', to: { accountId }, tokenId });
  };

  it.each(['revoked', 'expired'] as const)('go 90 days after a sign-in was %s', async (endedBy) => {
    await aSignIn(endedBy);
    await purgeAfter('89 days');
    expect(await left('sign_ins')).toBe(1);
    await purgeAfter('91 days');
    expect(await left('sign_ins')).toBe(0);
  });

  it('go two days after the last try', async () => {
    await at.rows(`insert into sign_in_throttles values ('\\x00', 4, now())`);
    await purgeAfter('47 hours');
    expect(await left('sign_in_throttles')).toBe(1);
    await purgeAfter('49 hours');
    expect(await left('sign_in_throttles')).toBe(0);
  });

  it('go 30 days after a link ended, with its mail', async () => {
    await aReset();
    await at.sendDue();
    await purgeAfter('29 days');
    expect([await left('account_tokens'), await left('account_mails')]).toEqual([1, 1]);
    await purgeAfter('31 days');
    expect([await left('account_tokens'), await left('account_mails')]).toEqual([0, 0]);
  });

  it('go 30 days after a notice was sent, and never while it waits', async () => {
    const { accountId } = maren.actor;
    for (let mail = 0; mail < 2; mail += 1) {
      await at.get(AccountMailsService).add({ kind: 'password-changed', to: { accountId } });
      if (mail === 0) await at.sendDue();
    }
    await purgeAfter('31 days');
    expect(await at.rows('select status from account_mails')).toEqual([{ status: 'scheduled' }]);
  });

  it('go in batches until none is left', async () => {
    await at.rows(
      `insert into sign_in_throttles select int4send(n), 1, now() - interval '3 days' from generate_series(1, 2500) n`,
    );
    await at.rows(`insert into sign_in_throttles values ('\\xff', 1, now())`);
    const where = `last_failure_at < app_now() - interval '2 days'`;
    expect(await deleteInBatches(at.db, { table: 'sign_in_throttles', key: 'key_hash', where })).toBe(2500);
    expect(await left('sign_in_throttles')).toBe(1);
  });
});
