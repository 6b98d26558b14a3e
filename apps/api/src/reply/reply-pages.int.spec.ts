import {
  aFreshLink,
  anOpenPrompt,
  aPlannedClient,
  aSentPrompt,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from './reply.test-support.js';

const CANARY = 'the heron on the weir at dusk';

/** Every table with its number of rows and a sum over their versions and contents. */
async function tables(town: ReplyTown): Promise<Record<string, string>> {
  const names = await town.rows<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  );
  const found: Record<string, string> = {};
  for (const { name } of names) {
    const [row] = await town.rows<{ sum: string }>(
      `select count(*) || '/' || coalesce(sum(t.xmin::text::bigint + hashtext(t::text)), 0) as sum from ${name} t`,
    );
    found[name] = row!.sum;
  }
  return found;
}

describe('the reply pages', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  afterAll(() => town.close());

  it('open from a link, at an address without the token, with a cookie for that address alone', async () => {
    const { mailingId, token } = await aSentPrompt(town);
    const browser = new TestBrowser(town);
    const entry = await browser.head(`/r/${token}`).redirects(0);
    expect(entry.status).toBe(303);
    expect(entry.headers.location).toBe(`/r/p/${mailingId}`);
    const cookies = entry.headers['set-cookie'] as unknown as string[];
    expect(cookies[0]).toMatch(new RegExp(`^r=${token}; Path=/r/p/${mailingId}; HttpOnly; SameSite=Lax`));
    expect(cookies[1]).toMatch(/^b=[\w-]{43}; Path=\/r; HttpOnly; SameSite=Lax; Max-Age=5184000$/);
    const page = await browser.open(`/r/${token}`);
    expect(page.text).toContain('Is there anything you keep coming back to?');
    expect(page.text).toContain('Hello Rowan');
    expect(page.text).not.toContain(token);
    expect(page.headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex, nofollow',
    });
  });

  it('change no row when they are only looked at, by a person or a scanner', async () => {
    const prompt = await aSentPrompt(town, 'small-shift');
    const fresh = await aFreshLink(town, prompt.promptId);
    const at = `/r/p/${prompt.mailingId}`;
    const paths = [
      `/r/${prompt.token}`,
      at,
      `${at}/change`,
      `${at}/saved`,
      `${at}/later`,
      `${at}/call`,
      `${at}/who-reads`,
    ];
    paths.push(
      `/r/${fresh.token}`,
      `/r/p/${fresh.mailingId}`,
      '/r/help',
      `/r/${'x'.repeat(43)}`,
      '/r/no/such/page',
    );
    await new TestBrowser(town).open(`/r/${prompt.token}`);
    const before = await tables(town);
    const [known, unknown] = [new TestBrowser(town), new TestBrowser(town)];
    await known.open(`/r/${prompt.token}`);
    for (const path of paths) {
      await known.open(path);
      await known.head(path);
      await unknown.head(path);
    }
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining(['mailings', 'link_directory', 'audit_events']),
    );
    expect(await tables(town)).toEqual(before);
  });

  it('show nothing without the cookie but where help is in that country', async () => {
    const { mailingId } = await aSentPrompt(town, 'life-resumed');
    const nobody = new TestBrowser(town);
    const here = await nobody.open(`/r/p/${mailingId}`);
    const nowhere = await nobody.open('/r/p/01900000-0000-7000-8000-000000000000');
    expect([here.status, nowhere.status]).toEqual([200, 200]);
    expect(here.text).toContain('Send me a fresh link');
    expect(here.text).not.toMatch(/Fernhollow|Rowan|Maren|555 0142/);
    const withoutHelp = (text: string) => text.replace(/<section class="help".*?<\/section>/s, '');
    expect(withoutHelp(nowhere.text).replaceAll('01900000-0000-7000-8000-000000000000', mailingId)).toBe(
      withoutHelp(here.text),
    );
  });

  it('name the help of every country we know where nobody knows the country', async () => {
    for (const path of ['/r/help', '/r/p/01900000-0000-7000-8000-000000000000', '/r/no/such/page']) {
      const { text } = await new TestBrowser(town).open(path);
      for (const told of ['United States', 'tel:911', 'Ireland', 'tel:112', 'New Zealand', 'tel:1737']) {
        expect([path, told, text.includes(told)]).toEqual([path, told, true]);
      }
    }
  });

  describe('of a clinic in Ireland', () => {
    const country = (code: string) =>
      town.rows('update clinics set country = $2 where clinic_id = $1', [town.clinic.clinicId, code]);
    beforeAll(() => country('IE'));
    afterAll(() => country('US'));

    it('show the help of Ireland alone, also without the cookie', async () => {
      const there = { ...town, clientId: await aPlannedClient(town) };
      const { mailingId, token, promptId } = await aSentPrompt(there);
      const fresh = await aFreshLink(there, promptId);
      const browser = new TestBrowser(town);
      const pages = [
        await browser.open(`/r/p/${mailingId}`),
        await browser.post(`/r/p/${mailingId}/fresh-link`),
        await browser.post(`/r/p/${mailingId}`).type('form').send({ act: 'send', words: CANARY }),
        await browser.open(`/r/${fresh.token}`),
        await browser.open(`/r/${token}`),
      ];
      for (const { text } of pages) {
        expect(text).toContain('tel:116123');
        expect(text).toContain('tel:112"');
        expect(text).not.toMatch(/tel:988|tel:911/);
      }
      expect(pages.map(({ text }) => text.includes('tel:+12085550142'))).toEqual([
        false,
        false,
        false,
        true,
        true,
      ]);
    });
  });

  describe('of a clinic with contacts of its own', () => {
    const contact = (kind: string, label: string, phone: string) =>
      town.rows(
        `insert into crisis_contacts (clinic_id, kind, label, phone, note, verified_on, version)
         values ($1, $2, $3, $4, 'Any hour.', '2026-01-05', 1)
         on conflict (clinic_id, kind) do update set label = $3, phone = $4, note = 'Any hour.'`,
        [town.clinic.clinicId, kind, label, phone],
      );
    beforeAll(async () => {
      await contact('crisis-line', 'Night line', '208 555 0110');
      await contact('outside-care-team', 'Orla Finch', '208 555 0120');
    });
    // Nothing is planned in a clinic without the other one.
    afterAll(() => town.rows("delete from crisis_contacts where kind = 'crisis-line'"));

    it('show them in place of the country’s line and beside it, once the clinic is known', async () => {
      const there = { ...town, clientId: await aPlannedClient(town) };
      const { mailingId, token, promptId } = await aSentPrompt(there);
      const fresh = await aFreshLink(there, promptId);
      const browser = new TestBrowser(town);
      const unknown = await browser.open(`/r/p/${mailingId}`);
      expect(unknown.text).toContain('tel:988');
      expect(unknown.text).not.toMatch(/Night line|Orla/);
      for (const path of [`/r/${fresh.token}`, `/r/${token}`, `/r/p/${mailingId}/who-reads`]) {
        const { text } = await browser.open(path);
        expect(text).toContain('Night line, 208 555 0110');
        expect(text).toContain('tel:911');
        expect(text).not.toContain('tel:988');
        expect(text).toContain('Call Orla Finch, 208 555 0120');
      }
    });
  });

  it('promise a reading as it was promised on sending, and say nothing once its day is over', async () => {
    const of = { ...town, clientId: await aPlannedClient(town) };
    const { browser, at, promptId } = await anOpenPrompt(of);
    await browser.press(at, 'send', { words: CANARY }).expect(303);
    expect((await browser.open(at)).text).toContain('Someone on your care team reads this by');
    await town.rows("update reflections set sent_at = now() - interval '9 days' where prompt_id = $1", [
      promptId,
    ]);
    const { text } = await browser.open(at);
    expect(text).toContain('It’s with');
    expect(text).not.toMatch(/reads this by|plans to read this/);
  });

  it('promise no other call after the one that was spoken of has begun', async () => {
    const of = { ...town, clientId: await aPlannedClient(town) };
    const { browser, at, promptId } = await anOpenPrompt(of);
    await browser.press(at, 'send', { words: CANARY }).expect(303);
    await town.rows("update reflections set sent_at = now() - interval '3 days' where prompt_id = $1", [
      promptId,
    ]);
    const called = (from: string) =>
      town.rows(
        `insert into appointments (clinic_id, id, client_id, practitioner_id, starts_at, minutes, status, created_at, version)
         values ($1, gen_random_uuid(), $2, $3, now() + $4::interval, 50, 'booked', now(), 1)`,
        [town.clinic.clinicId, of.clientId, town.maren.staffMemberId, from],
      );
    await called('2 days');
    expect((await browser.open(at)).text).toContain('Maren plans to read this before your call on');
    await called('-1 day');
    expect((await browser.open(at)).text).not.toMatch(/reads this by|plans to read this/);
  });

  it.each(['/r', `/r/${'x'.repeat(43)}`, '/r/cut-short', '/r/p/not-an-id', '/r/assets/none.css', '/r/a/b/c'])(
    'answer %s, which does not exist, with help and without alarm',
    async (path) => {
      const page = await new TestBrowser(town).open(path);
      expect(page.status).toBe(404);
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.text).toContain('find this page');
      expect(page.text).toContain('tel:988');
    },
  );

  it('answer a post they cannot read as a page, with what was typed', async () => {
    const { mailingId, token } = await aSentPrompt(town, 'where-it-holds');
    const browser = new TestBrowser(town);
    await browser.open(`/r/${token}`);
    const nul = await browser.press(`/r/p/${mailingId}`, 'send', { words: `${CANARY}\0` });
    expect([nul.status, nul.headers['content-type']]).toEqual([400, 'text/html; charset=utf-8']);
    expect(nul.text).toContain(CANARY);
    const nonce = /name="nonce" value="([^"]*)"/.exec((await browser.open(`/r/${token}`)).text)![1]!;
    const surrogate = await browser
      .post(`/r/p/${mailingId}`)
      .type('form')
      .send(`nonce=${nonce}&act=send&words=a%ED%A0%80b`);
    expect(surrogate.status).toBe(400);
    expect(surrogate.text).toContain('There is a character here we cannot store.');
    const json = await browser.post(`/r/p/${mailingId}`).set('content-type', 'text/csv').send('act,send');
    expect([json.status, json.headers['content-type']]).toEqual([415, 'text/html; charset=utf-8']);
  });

  it('send their files once and for ever, all in under 50 kB', async () => {
    const { mailingId, token } = await aSentPrompt(town, 'old-returned');
    const browser = new TestBrowser(town);
    const page = await browser.open(`/r/${token}`);
    const files = [...new Set(page.text.match(/\/r\/assets\/[\w.-]+/g))];
    expect(files.length).toBe(4);
    let bytes = 0;
    for (const path of files) {
      const file = await new TestBrowser(town).head(path).set('accept-encoding', 'gzip');
      expect([path, file.status]).toEqual([path, 200]);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      bytes += Number(file.headers['content-length']);
    }
    const html = await browser.head(`/r/p/${mailingId}`).set('accept-encoding', 'gzip');
    bytes += Number(html.headers['content-length']);
    expect(bytes).toBeLessThan(50 * 1024);
  });

  it('say closed, and that it is fine, once the days are over', async () => {
    const { promptId, mailingId, token } = await aSentPrompt(town, 'with-yourself');
    const browser = new TestBrowser(town);
    await browser.open(`/r/${token}`);
    await town.rows("update prompts set closes_at = now() - interval '1 minute' where id = $1", [promptId]);
    const late = await browser.press(`/r/p/${mailingId}`, 'send', { words: CANARY });
    expect(late.status).toBe(410);
    expect(late.text).toContain('This question has closed, and that’s fine.');
    expect(late.text).toContain(CANARY);
    const page = await browser.open(`/r/${token}`);
    expect([page.status, page.text.includes('that’s fine')]).toEqual([410, true]);
    expect(page.text).not.toContain(CANARY);
    expect(await town.rows('select 1 from reflections where prompt_id = $1', [promptId])).toEqual([]);
  });
});
