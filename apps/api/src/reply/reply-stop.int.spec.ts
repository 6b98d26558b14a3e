import request from 'supertest';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import {
  anOpenPrompt,
  aPlannedClient,
  aSentPrompt,
  type ReplyTown,
  replyTown,
} from './reply.test-support.js';

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
    town.rows("select kind from mailings where client_id = $1 and status = 'scheduled'", [town.clientId]);

  it('asks first, and stops everything at the button', async () => {
    const { stop } = await stopLink();
    expect((await waiting()).length).toBeGreaterThan(0);
    const page = await request(server()).get(stop).expect(200);
    expect(page.text).toContain('Stop these e-mails?');
    expect(page.text).toContain('Fernhollow Integration');
    expect(page.text).toContain('tel:+12085550142');
    expect(page.text).not.toContain('tel:116123');
    expect(await stoppedAt()).toBeNull();
    const done = await request(server()).post(stop).type('form').send({ act: 'stop' }).expect(200);
    expect(done.text).toContain('Stopped.');
    expect(done.text).toContain('tel:+12085550142');
    expect(await stoppedAt()).not.toBeNull();
    // One last mail, with the way back.
    expect(await waiting()).toEqual([{ kind: 'stopped' }]);
    await request(server()).post(stop).type('form').send({ act: 'stop' }).expect(200);
    expect(await waiting()).toHaveLength(1);
  });

  it('takes the one click of a mail program, urlencoded and multipart, and twice', async () => {
    const { stop } = await stopLink();
    await request(server()).post(stop).field('List-Unsubscribe', 'One-Click').expect(200);
    const first = await stoppedAt();
    await request(server()).post(stop).type('form').send('List-Unsubscribe=One-Click').expect(200);
    expect(await stoppedAt()).toEqual(first);
    // Who unsubscribes with one click asked for no mail at all.
    expect(await waiting()).toEqual([]);
  });

  it.each([
    ['has stopped', 'stopped_at = now()', true, 'This question has closed.'],
    ['is discharged', "status = 'discharged'", false, 'These e-mails have come to an end.'],
    ['is in care elsewhere', "status = 'transferred'", false, 'These e-mails have come to an end.'],
    ['has died', "status = 'died'", false, 'This question has closed.'],
  ])('closes the questions of a client who %s', async (who, change, isInCare, says) => {
    const { browser, at, promptId, token } = await anOpenPrompt(town);
    await browser.press(at, 'save', { words: 'a line of mine' }).expect(303);
    await browser.open(at);
    await town.rows(`update clients set ${change} where id = $1`, [town.clientId]);
    for (const act of ['send', 'save', 'nothing', 'skip', 'tomorrow']) {
      const refused = await browser.press(at, act, { words: 'too late' });
      expect([act, refused.status]).toEqual([act, 410]);
    }
    const page = await browser.open(`/r/${token}`);
    expect(page.status).toBe(410);
    expect(page.text).toContain(says);
    expect(page.text).toContain('tel:988');
    // Whoever opens a link of somebody who has died is somebody else.
    expect(page.text.includes('a line of mine')).toBe(who !== 'has died');
    expect(page.text).not.toMatch(/Rowan|Maren Okoye/);
    expect(page.text.includes('Start again')).toBe(isInCare);
    expect(page.text.includes('Ask the clinic to call me')).toBe(isInCare);
    expect(await town.rows('select 1 from reflections where prompt_id = $1', [promptId])).toEqual([]);
    // The page of somebody out of care holds no button, so no nonce either.
    await browser.press(at, 'call-me').expect(isInCare ? 303 : 403);
    const flags = await town.rows('select 1 from safety_flags where client_id = $1', [town.clientId]);
    expect(flags.length).toBe(isInCare ? 1 : 0);
  });

  it('closes what was sent before, too: it changes no more', async () => {
    const { browser, at, token } = await anOpenPrompt(town);
    await browser.press(at, 'send', { words: 'as it was sent' }).expect(303);
    await browser.open(`${at}/change`);
    await town.rows("update clients set status = 'discharged' where id = $1", [town.clientId]);
    expect((await browser.press(at, 'send', { words: 'another' })).status).toBe(410);
    for (const path of [`/r/${token}`, `${at}/change`]) {
      const page = await browser.open(path);
      expect([page.status, page.text.includes('come to an end')]).toEqual([410, true]);
    }
  });

  it('can do nothing else, and no other link can stop', async () => {
    const { token, asReply } = await stopLink();
    await request(server()).get(asReply).expect(404);
    await request(server()).post(`/r/stop/${token}`).type('form').send({}).expect(404);
    expect(await stoppedAt()).toBeNull();
  });
});
