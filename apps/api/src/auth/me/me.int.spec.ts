import { aClinic, type MadeClinic } from '../../../../../test/factories/clinic.factory.js';
import { aStaffMember } from '../../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../../front-door.module.js';
import { openFrontDoor } from '../../http/open-front-door.js';

describe('one’s own page', () => {
  let api: RunningApi;
  let fernhollow: MadeClinic;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(FrontDoorModule) });
    fernhollow = await aClinic(api.house);
  });
  afterAll(() => api.stop());

  const wants = async (cookie: string) =>
    (await api.call('get', '/api/me', cookie).expect(200)).body.wantsDigest as boolean;

  it('turns the morning mail off and on, for the caller in this clinic alone', async () => {
    const maren = await aStaffMember(api.house, { clinic: fernhollow });
    const harrowLane = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    await aStaffMember(api.house, { clinic: harrowLane, accountId: maren.accountId });
    const ines = await api.signIn(
      await aStaffMember(api.house, { clinic: fernhollow, name: 'Ines Halvard' }),
    );
    const cookie = await api.signIn(maren);
    expect([await wants(cookie), await wants(ines)]).toEqual([true, true]);
    const { body } = await api.call('patch', '/api/me', cookie).send({ wantsDigest: false }).expect(200);
    expect(body).toMatchObject({ staffMemberId: maren.staffMemberId, wantsDigest: false });
    expect([await wants(cookie), await wants(ines)]).toEqual([false, true]);
    const { clinicId } = harrowLane;
    const { headers } = await api
      .call('post', '/api/sign-ins/current/clinic', cookie)
      .send({ clinicId })
      .expect(201);
    const elsewhere = String(headers['set-cookie']).split(';')[0]!;
    expect(await wants(elsewhere)).toBe(true);
  });

  it('takes nothing else about the caller', async () => {
    const cookie = await api.signIn(await aStaffMember(api.house, { clinic: fernhollow }));
    for (const body of [{}, { wantsDigest: 'no' }, { wantsDigest: true, roles: ['admin'] }]) {
      const { status } = await api.call('patch', '/api/me', cookie).send(body);
      expect([400, 422]).toContain(status);
    }
    expect((await api.call('get', '/api/me', cookie).expect(200)).body.roles).toEqual(['practitioner']);
  });
});
