import { aClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';

describe('signing in', () => {
  let api: RunningApi;
  let maren: MadeStaffMember;

  beforeAll(async () => {
    api = await runningApi();
    maren = await aStaffMember(api.house, { clinic: await aClinic(api.house), roles: ['admin', 'practitioner'] });
  });
  afterAll(() => api.stop());

  it('answers with who is signed in', async () => {
    const cookie = await api.signIn(maren);
    const { body } = await api.call('get', '/api/me', cookie).expect(200);
    expect(body).toMatchObject({ name: 'Maren Okoye', email: maren.email, clinic: { location: { timeZone: 'America/Boise' } } });
  });
});
