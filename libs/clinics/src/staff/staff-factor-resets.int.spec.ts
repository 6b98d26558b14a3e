import type { StaffActor } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { AccountsService } from '../accounts/accounts.service.js';
import { type ClinicsHouse, type MadePerson, openClinicsHouse } from '../clinics.test-support.js';
import { FactorsService } from '../factors/factors.service.js';
import { OperatorFactorResets } from '../factors/operator-factor-resets.service.js';
import { StaffFactorResetsService } from './staff-factor-resets.service.js';
import { StaffJoining } from './staff-joining.service.js';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const refused = (code: string) => ({ status: 409, code });

describe('a second factor that was lost', () => {
  let at: ClinicsHouse;
  let admin: MadePerson;
  let maren: MadePerson;
  let resets: StaffFactorResetsService;

  beforeAll(async () => {
    at = await openClinicsHouse();
    resets = at.get(StaffFactorResetsService);
    admin = await at.aPerson({ at: at.clinic, roles: ['admin'] });
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    maren = await at.aPerson({ at: at.clinic });
    await at.rows('delete from account_mails');
    await at.get(FactorsService).enrolTotp(maren.actor.accountId, SECRET);
    await at.get(FactorsService).newRecoveryCodes(maren.actor.accountId);
    await at.rows(
      `insert into passkeys (id, account_id, credential_id, public_key, counter, transports, backed_up, name, created_at)
       values ($1, $2, uuid_send($2), '', 0, '{}', false, 'Office laptop', now())`,
      [newId(), maren.actor.accountId],
    );
    for (const factorAt of ['now()', 'null']) {
      await at.rows(
        `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at,
           expires_at, second_factor_at)
         values ($1, sha256(uuid_send($1)), $2, $3, $4, now(), now(), now() + interval '1 hour', ${factorAt})`,
        [newId(), maren.actor.accountId, maren.actor.clinicId, maren.actor.staffMemberId],
      );
    }
  });

  const start = (by: StaffActor, of: StaffActor) => resets.start(by, of.staffMemberId);
  const next = async () => (await at.get(FactorsService).next(maren.actor.accountId)).next;
  const liveSignIns = async () =>
    (
      await at.rows('select 1 from sign_ins where account_id = $1 and revoked_at is null', [
        maren.actor.accountId,
      ])
    ).length;
  const audits = () =>
    at.rows<{ actor: string | null; job: string | null; clinic: string }>(
      `select actor_id as actor, job, clinic_id as clinic from audit_events
       where action = 'staff-member.second-factor-reset' and (subject_ids && $1 or clinic_id <> $2) order by at, id`,
      [[maren.actor.staffMemberId], at.clinic.clinicId],
    );
  const kinds = () => at.rows('select kind from account_mails');
  const alsoAt = async (clinic: ClinicsHouse['clinic']) =>
    at.db.inClinic(clinic.system, (tx) =>
      at.get(StaffJoining).join(tx, {
        accountId: maren.actor.accountId,
        name: 'Maren Okoye',
        roles: ['practitioner'],
        locationId: clinic.locationId,
      }),
    );

  it('is reset by an admin: every factor and sign-in ends, the owner is told, the log has it', async () => {
    expect([await next(), await liveSignIns()]).toEqual(['second-factor', 2]);
    await start(admin.actor, maren.actor);
    expect([await next(), await liveSignIns()]).toEqual(['enrol', 0]);
    for (const table of ['totp_factors', 'passkeys', 'recovery_codes']) {
      expect(await at.rows(`select 1 from ${table} where account_id = $1`, [maren.actor.accountId])).toEqual(
        [],
      );
    }
    expect(await kinds()).toEqual([{ kind: 'factors-reset' }]);
    expect(await audits()).toEqual([
      { actor: admin.actor.staffMemberId, job: null, clinic: at.clinic.clinicId },
    ]);
    expect((await at.get(AccountsService).find(maren.actor.accountId))!.passwordHash).not.toBeNull();
  });

  it('is nobody’s to reset for themself, for who is suspended, or next door', async () => {
    await expect(start(admin.actor, admin.actor)).rejects.toMatchObject(refused('not-yourself'));
    const harrowLane = await at.aClinic({ name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    const stranger = await at.aPerson({ at: harrowLane, roles: ['admin'] });
    await expect(start(stranger.actor, maren.actor)).rejects.toMatchObject({ status: 404 });
    await at.rows("update staff_members set status = 'suspended' where id = $1", [maren.actor.staffMemberId]);
    await expect(start(admin.actor, maren.actor)).rejects.toMatchObject(refused('conflict'));
    expect([await next(), await liveSignIns(), await kinds()]).toEqual(['second-factor', 2, []]);
  });

  it('of who works in two clinics is the operator’s to reset, in the log of both', async () => {
    const harrowLane = await at.aClinic({ name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    await alsoAt(harrowLane);
    // The admin is answered, and finds in the log, what they are for anybody; the owner is told what is.
    await start(admin.actor, maren.actor);
    expect([await next(), await liveSignIns()]).toEqual(['second-factor', 2]);
    expect(await kinds()).toEqual([{ kind: 'factors-reset-asked' }]);
    expect(await audits()).toHaveLength(1);
    expect(await at.get(OperatorFactorResets).reset(` ${maren.email.toUpperCase()}`)).toBe(2);
    expect([await next(), await liveSignIns(), await kinds()]).toEqual([
      'enrol',
      0,
      [{ kind: 'factors-reset-asked' }, { kind: 'factors-reset' }],
    ]);
    const rows = (await audits()).slice(1);
    expect(rows.map(({ job }) => job)).toEqual(['factors-reset', 'factors-reset']);
    expect(new Set(rows.map(({ clinic }) => clinic))).toEqual(
      new Set([at.clinic.clinicId, harrowLane.clinicId]),
    );
    await expect(at.get(OperatorFactorResets).reset('nobody@fernhollow.example')).rejects.toMatchObject({
      status: 404,
    });
  });
});
