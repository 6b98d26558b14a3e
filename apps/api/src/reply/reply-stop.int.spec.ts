import request from 'supertest';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import { aPlannedClient, aSentPrompt, type ReplyTown, replyTown } from './reply.test-support.js';

describe('the stop link', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  async function stopLink() {
    const { mailingId, token } = await aSentPrompt(town);
    const links = town.api.app.get(ReplyLinks, { strict: false });
    const stop = await town.api.house.db.inClinic(town.clinic.system, (tx) =>
      links.register(tx, mailingId, 'unsubscribe'),
    );
    return { token, stop: `/r/stop/${stop}`, asReply: `/r/${stop}` };
  }
  const server = () => town.api.app.getHttpServer();
  const stoppedAt = async () =>
    (
      await town.rows<{ at: Date | null }>('select stopped_at as at from clients where id = $1', [
        town.clientId,
      ])
    )[0]!.at;
  const waiting = () =>
    town.rows("select 1 from mailings where client_id = $1 and status = 'scheduled'", [town.clientId]);

  it('asks first, and stops everything at the button', async () => {
    const { stop } = await stopLink();
    expect((await waiting()).length).toBeGreaterThan(0);
    const page = await request(server()).get(stop).expect(200);
    expect(page.text).toContain('Stop these e-mails?');
    expect(await stoppedAt()).toBeNull();
    const done = await request(server()).post(stop).type('form').send({ act: 'stop' }).expect(200);
    expect(done.text).toContain('Stopped.');
    expect(await stoppedAt()).not.toBeNull();
    expect(await waiting()).toEqual([]);
  });

  it('takes the one click of a mail program, urlencoded and multipart, and twice', async () => {
    const { stop } = await stopLink();
    await request(server()).post(stop).field('List-Unsubscribe', 'One-Click').expect(200);
    const first = await stoppedAt();
    await request(server()).post(stop).type('form').send('List-Unsubscribe=One-Click').expect(200);
    expect(await stoppedAt()).toEqual(first);
  });

  it('can do nothing else, and no other link can stop', async () => {
    const { token, asReply } = await stopLink();
    await request(server()).get(asReply).expect(404);
    await request(server()).post(`/r/stop/${token}`).type('form').send({}).expect(404);
    expect(await stoppedAt()).toBeNull();
  });
});
