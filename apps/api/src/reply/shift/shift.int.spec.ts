import type { ReflectionBody } from '@app/reflections/reflection-body.js';
import { openReflection } from '@app/reflections/reflection-body.js';
import { everythingOf, aSentNotice } from '../pace/pace.test-support.js';
import {
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from '../reply.test-support.js';
import { hiddenFields } from '../safety.test-support.js';

describe('a small shift in three taps', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const kept = async (): Promise<ReflectionBody[]> => {
    const { api, clinic, clientId } = town;
    return api.house.db.inClinic({ kind: 'client', clinicId: clinic.clinicId, clientId }, async (tx) => {
      const key = await api.house.keyring.client(tx, clientId);
      const rows = await tx.query<{ id: string; body_sealed: Buffer }>(
        'select id, body_sealed from reflections where client_id = $1 and prompt_id is null order by sent_at',
        [clientId],
      );
      return rows.map((row) =>
        openReflection(key, { clinicId: clinic.clinicId, rowId: row.id }, row.body_sealed),
      );
    });
  };
  const linkTo = (html: string, label: string) =>
    new RegExp(`href="([^"]+)">${label}<`).exec(html)![1]!.replaceAll('&amp;', '&');

  /** Two links, as a person without JavaScript follows them; the page of the third tap. */
  async function twoTaps(browser: TestBrowser, at: string) {
    const first = await browser.open(`${at}/shift`);
    const second = await browser.open(linkTo(first.text, 'Family'));
    return browser.open(linkTo(second.text, 'I took a pause first'));
  }

  it('is kept as a reflection without words, beside the question that brought the client here', async () => {
    const { browser, at } = await anOpenPrompt(town);
    expect((await browser.open(at)).text).toContain(`href="${at}/shift"`);
    const third = await twoTaps(browser, at);
    const fields = { ...hiddenFields(third.text, 'name="chip"'), chip: 'S1' };
    await browser.post(`${at}/shift`).type('form').send(fields).expect('location', `${at}/shift?done=`);
    expect((await browser.open(`${at}/shift?done=`)).text).toContain('Noted. Thank you.');
    expect(await kept()).toMatchObject([
      {
        words: '',
        shift: { trigger: 'family', response: 'paused', chip: 'S1' },
        question: { question: null },
      },
    ]);
    expect((await browser.open(at)).text).toContain('Is there anything you keep coming back to?');
  });

  it('is kept once, however often the same page is sent, and again from a new one', async () => {
    const { browser, at } = await anOpenPrompt(town);
    const third = await twoTaps(browser, at);
    const fields = { ...hiddenFields(third.text, 'name="chip"'), chip: '' };
    for (let times = 0; times < 3; times += 1) {
      await browser.post(`${at}/shift`).type('form').send(fields).expect(303);
    }
    expect(await kept()).toMatchObject([{ shift: { chip: null } }]);
    const anew = hiddenFields((await twoTaps(browser, at)).text, 'name="chip"');
    await browser
      .post(`${at}/shift`)
      .type('form')
      .send({ ...anew, chip: 'S2' })
      .expect(303);
    expect(await kept()).toHaveLength(2);
  });

  it('changes nothing before the third tap, and puts no word into an address', async () => {
    const { browser, at } = await anOpenPrompt(town);
    const before = await everythingOf(town);
    const third = await twoTaps(browser, at);
    expect(await everythingOf(town)).toEqual(before);
    const addresses = [...third.text.matchAll(/href="(\/r\/[^"]*shift[^"]*)"/g)].map(([, url]) => url!);
    expect(addresses.every((url) => /shift(\?t=\d(&amp;r=\d)?)?$/.test(url))).toBe(true);
  });

  it('is taken from nobody else’s page, and with nothing that was not offered', async () => {
    const { browser, at } = await anOpenPrompt(town);
    const third = await twoTaps(browser, at);
    const fields = hiddenFields(third.text, 'name="chip"');
    const send = (over: object) =>
      browser
        .post(`${at}/shift`)
        .type('form')
        .send({ ...fields, ...over })
        .expect('location', `${at}/shift`);
    await send({ nonce: 'x', chip: 'S1' });
    await send({ chip: 'C1' });
    await send({ t: '99', chip: 'S1' });
    expect(await kept()).toEqual([]);
    const stranger = await new TestBrowser(town).open(`${at}/shift`);
    expect(stranger.text).toContain('This question opens in the browser you began in.');
  });

  it('can be noted from every live link of the client, a mail about a rest too', async () => {
    const { at, token } = await aSentNotice(town, 'rest_begun');
    const browser = new TestBrowser(town);
    await browser.open(`/r/${token}`);
    const third = await twoTaps(browser, at);
    const fields = { ...hiddenFields(third.text, 'name="chip"'), chip: 'S3' };
    await browser.post(`${at}/shift`).type('form').send(fields).expect(303);
    expect(await kept()).toMatchObject([{ shift: { chip: 'S3' } }]);
  });

  it('is offered to nobody who is in care no more', async () => {
    const { browser, at } = await anOpenPrompt(town);
    const third = await twoTaps(browser, at);
    const fields = { ...hiddenFields(third.text, 'name="chip"'), chip: 'S3' };
    await town.rows("update clients set status = 'discharged' where id = $1", [town.clientId]);
    await browser.post(`${at}/shift`).type('form').send(fields).expect('location', at);
    expect((await browser.open(`${at}/shift`)).text).not.toContain('three');
    expect(await kept()).toEqual([]);
  });
});
