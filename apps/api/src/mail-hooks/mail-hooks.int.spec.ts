import request from 'supertest';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { bounceAddress } from '@app/platform/mail/dsn/bounce-address.js';
import { gmail } from '@app/platform/mail/dsn/fixtures/gmail.js';
import { letter } from '@app/platform/mail/dsn/fixtures/others.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { courseHouseOf } from '../../../../test/factories/course-house.js';
import { aKetamineSession } from '../../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../../test/factories/plan.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';

const SECRET = 'b1946ac92492d2347c6235b4d2611184';

describe('the door for reports of mail servers', () => {
  let api: RunningApi;
  let clinic: MadeClinic;

  beforeAll(async () => {
    api = await runningApi({ env: { MAIL_HOOK_SECRET: SECRET } });
    clinic = await aClinic(api.house);
  });
  afterAll(async () => {
    await api.stop();
    delete process.env.MAIL_HOOK_SECRET;
  });

  const post = (raw: Buffer, authorization = `Bearer ${SECRET}`, type = 'message/rfc822') =>
    request(api.app.getHttpServer())
      .post('/hooks/mail')
      .set('Authorization', authorization)
      .set('Content-Type', type)
      .send(raw);

  /** A client with a mailing that has left. */
  async function aMailing(): Promise<{ clientId: string; mailingId: string; to: string }> {
    const { actor: by } = await aStaffMember(api.house, { clinic });
    const house = { ...courseHouseOf(api.app), ...api.house };
    const { id: clientId } = await aClient(house, { by });
    await aKetamineSession(house, { by, clientId });
    await aPlan(house, { by, clientId });
    const mailingId = await api.house.db.inClinic(clinic.system, async (tx) => {
      const [row] = await tx.query<{ id: string }>(
        `with one as (select id from mailings where clinic_id = $1 and client_id = $2 limit 1), sent as (
           update mailings set status = 'sent', sent_at = app_now() where clinic_id = $1
             and id = (select id from one) returning id)
         insert into link_directory (token_hash, clinic_id, mailing_id, purpose)
         select sha256(id::text::bytea), $1, id, 'reply' from sent returning mailing_id as id`,
        [clinic.clinicId, clientId],
      );
      return row!.id;
    });
    const key = await api.app.get(Keyring, { strict: false }).service('bounce-address');
    return { clientId, mailingId, to: bounceAddress(key, mailingId, 'throughline.example') };
  }
  const suppressedWhy = (clientId: string) =>
    api.house.db.inClinic(clinic.system, async (tx) => {
      const [row] = await tx.query<{ why: string | null }>(
        'select suppressed_why as why from clients where clinic_id = $1 and id = $2',
        [clinic.clinicId, clientId],
      );
      return row!.why;
    });

  it('hears of an address that does not exist, and answers the same to everything else', async () => {
    const { clientId, mailingId, to } = await aMailing();
    const about = { to, messageId: `<mailing.${mailingId}@throughline.example>` };
    const bounce = gmail(about, { diagnostic: 'smtp; 550 5.1.1 no such account' });
    const forged = gmail({ ...about, to: to.replace(/\.[\da-f]{20}@/, `.${'a'.repeat(20)}@`) }, {});
    const answers = [];
    for (const raw of [forged, letter(about), Buffer.from('noise'), bounce, bounce]) {
      const { status, body } = await post(raw);
      answers.push({ status, body: body as unknown });
    }
    expect(answers).toEqual(Array(5).fill({ status: 202, body: {} }));
    expect(await suppressedWhy(clientId)).toBe('bounced');
  });

  it('changes nothing for a made-up address alone', async () => {
    const { clientId, mailingId, to } = await aMailing();
    const forged = {
      to: to.replace(/\.[\da-f]{20}@/, `.${'a'.repeat(20)}@`),
      messageId: `<mailing.${mailingId}@x.example>`,
    };
    await post(gmail(forged, { diagnostic: 'smtp; 550 5.1.1 no such account' })).expect(202);
    expect(await suppressedWhy(clientId)).toBeNull();
  });

  it.each(['', 'Bearer', `Bearer ${SECRET}x`, `Bearer ${SECRET.slice(1)}`, `Basic ${SECRET}`])(
    'is shut to who says "%s"',
    async (authorization) => {
      await post(Buffer.from('noise'), authorization).expect(401);
    },
  );

  it('takes whole messages of up to a megabyte, and nothing else', async () => {
    await post(Buffer.alloc(1024 * 1024, 'a')).expect(202);
    await post(Buffer.alloc(1024 * 1024 + 1, 'a')).expect(413);
    await post(Buffer.from('{}'), undefined, 'application/json').expect(415);
    await post(Buffer.from('a=b'), undefined, 'application/x-www-form-urlencoded').expect(415);
  });
});

describe('without a secret in the settings', () => {
  it('there is no such door', async () => {
    const api = await runningApi();
    const answer = await request(api.app.getHttpServer())
      .post('/hooks/mail')
      .set('Authorization', 'Bearer ')
      .set('Content-Type', 'message/rfc822')
      .send('noise');
    expect(answer.status).toBe(404);
    await api.stop();
  });
});
