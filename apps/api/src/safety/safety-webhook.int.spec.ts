import { NoticeWebhook } from '@app/safety/notice-webhook.service.js';
import { type WebhookCall, SafetyWebhooks } from '@app/safety/safety-webhooks.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type ReplyTown, replyTown } from '../reply/reply.test-support.js';

const URL_OF_CLINIC = 'https://hooks.fernhollow.example/safety';

describe('the webhook of safety notices', () => {
  let town: ReplyTown;
  let admin: string;
  let maren: string;

  beforeAll(async () => {
    town = await replyTown();
    const { api, clinic } = town;
    admin = await api.signIn(
      await aStaffMember(api.house, { clinic, name: 'Oren Tallis', roles: ['admin'] }),
    );
    maren = await api.signIn(town.maren);
  });
  beforeEach(() => town.rows('delete from safety_webhooks'));
  afterAll(() => town.close());

  const at = (method: 'get' | 'put' | 'delete', by = admin) =>
    town.api.call(method, '/api/clinic/safety-webhook', by);
  const put = (body: object, by = admin) => at('put', by).send(body);

  it('is set by an admin, with a secret that is said once', async () => {
    const none = await at('get').expect(200);
    expect(none.body).toEqual({ url: null, version: null, createdAt: null, deliveries: [] });
    const { body } = await put({ url: URL_OF_CLINIC }).expect(200);
    const first = body as { secret: string };
    expect(body).toEqual({
      url: URL_OF_CLINIC,
      version: 1,
      secret: expect.stringMatching(/^[\w-]{43}$/),
      createdAt: expect.any(String),
    });
    const read = await at('get').expect(200);
    expect(read.body).toEqual({
      url: URL_OF_CLINIC,
      version: 1,
      createdAt: expect.any(String),
      deliveries: [],
    });
    const [row] = await town.rows<{ url_sealed: Buffer; secret_sealed: Buffer }>(
      'select * from safety_webhooks',
    );
    expect(row!.url_sealed.toString('latin1')).not.toContain('fernhollow');
    expect(row!.secret_sealed.toString('latin1')).not.toContain(first.secret);
    await put({ url: URL_OF_CLINIC }).expect(409);
    await put({ url: URL_OF_CLINIC, version: 2 }).expect(409);
    const again = await put({ url: URL_OF_CLINIC, version: 1 }).expect(200);
    expect(again.body).toMatchObject({ version: 2 });
    expect((again.body as { secret: string }).secret).not.toBe(first.secret);
    await at('delete').expect(204);
    await at('delete').expect(204);
    await town.api.call('post', '/api/clinic/safety-webhook/test', admin).expect(409);
  });

  it.each(['http://hooks.fernhollow.example/', 'https://me:word@hooks.fernhollow.example/', 'hooks', ''])(
    'takes no %j',
    async (url) => {
      await put({ url }).expect(400);
    },
  );

  it('is an admin’s alone, with a fresh second factor', async () => {
    for (const method of ['get', 'delete'] as const) await at(method, maren).expect(404);
    await put({ url: URL_OF_CLINIC }, maren).expect(404);
    await town.api.call('post', '/api/clinic/safety-webhook/test', maren).expect(404);
    await town.rows("update sign_ins set stepped_up_at = now() - interval '10 minutes'");
    await at('get').expect(200);
    await at('delete').expect(403);
    await town.api.call('post', '/api/clinic/safety-webhook/test', admin).expect(403);
    await put({ url: URL_OF_CLINIC }).expect(403);
    await town.rows('update sign_ins set stepped_up_at = now()');
  });

  it('may be tried, and leads nowhere inside', async () => {
    await put({ url: 'https://127.0.0.1:9/' }).expect(200);
    const { body } = await town.api.call('post', '/api/clinic/safety-webhook/test', admin).expect(202);
    expect(body).toEqual({ accepted: false });
  });

  it('is told that a flag was raised: not why, not whose', async () => {
    const { api, clinic, clientId } = town;
    const { body } = await put({ url: URL_OF_CLINIC }).expect(200);
    const { secret } = body as { secret: string };
    const [flagId] = await api.house.db.inClinic(
      { kind: 'client', clinicId: clinic.clinicId, clientId },
      async (tx) => {
        const key = await api.house.keyring.client(tx, clientId);
        const raising = api.app.get(FlagRaising, { strict: false });
        return (await raising.signs(tx, key, { clientId, promptId: null }, ['voices'])).flagIds;
      },
    );
    const notices = await town.rows('select channel, staff_member_id from safety_notices order by channel');
    expect(notices).toEqual([
      { channel: 'email', staff_member_id: town.maren.staffMemberId },
      { channel: 'webhook', staff_member_id: null },
    ]);
    const calls: WebhookCall[] = [];
    const webhooks = {
      call: (call: WebhookCall) => (calls.push(call), Promise.resolve('accepted' as const)),
    } as unknown as SafetyWebhooks;
    const service = new NoticeWebhook(api.house.db, api.house.keyring, webhooks);
    const event = { event: 'safety-flag.raised', flagId: flagId!, colour: 'red' as const };
    expect(await service.call(clinic.system, event)).toBe('accepted');
    expect(calls).toEqual([{ url: URL_OF_CLINIC, secret, at: expect.any(Number), body: expect.any(String) }]);
    expect(JSON.parse(calls[0]!.body)).toEqual({
      ...event,
      clinicId: clinic.clinicId,
      at: expect.any(String),
    });
    expect(calls[0]!.body).not.toMatch(/Rowan|voices|mind/);
    const told = async () => ((await at('get').expect(200)).body as { deliveries: object[] }).deliveries;
    const one = { event: 'safety-flag.raised', at: expect.any(String) };
    expect(await told()).toEqual([{ ...one, outcome: 'waiting', attempts: 0 }]);
    const became = (status: string) =>
      town.rows(`update safety_notices set status = '${status}', attempts = 3 where channel = 'webhook'`);
    for (const [status, outcome] of [
      ['sent', 'accepted'],
      ['failed', 'failed'],
      ['unknown', 'unknown'],
    ] as const) {
      await became(status);
      expect(await told()).toEqual([{ ...one, outcome, attempts: 3 }]);
    }
  });
});
