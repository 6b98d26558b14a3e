import { WishesService } from '@app/reflections/wishes.service.js';
import { anOpenPrompt, aPlannedClient, type ReplyTown, replyTown } from './reply.test-support.js';

const OLD = 'The heron stood there. I stayed a while.';
const LINE = { from: 0, to: 22 };

describe('"You, some days ago"', () => {
  let town: ReplyTown;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  /** Something sent twelve days ago, of which the client lets one line be shown. */
  async function anAllowedLine() {
    const { browser, at, promptId } = await anOpenPrompt(town, 'small-shift');
    await browser.press(at, 'send', { words: OLD }).expect(303);
    const [row] = await town.rows<{ id: string }>('select id from reflections where prompt_id = $1', [
      promptId,
    ]);
    const { api, clinic, clientId } = town;
    await api.house.db.inClinic({ kind: 'client', clinicId: clinic.clinicId, clientId }, async (tx) => {
      const key = await api.house.keyring.client(tx, clientId);
      await api.app
        .get(WishesService, { strict: false })
        .change(tx, key, row!.id, { act: 'show-back', line: LINE });
    });
    await town.rows("update reflections set sent_at = sent_at - interval '12 days' where id = $1", [row!.id]);
    return row!.id;
  }

  it('shows one line the client allowed above the open question, with its day, and no other page', async () => {
    await anAllowedLine();
    const more = { ratings: [{ id: 'steady', question: 'How steady?', low: 'marsh', high: 'granite' }] };
    const { browser, at } = await anOpenPrompt(town, undefined, more);
    const { text } = await browser.open(at);
    expect(text).toMatch(/You, 12 days ago, on \w+ \d+ \w+/);
    expect(text).toContain('The heron stood there.');
    expect(text).not.toContain('I stayed a while');
    expect(text.indexOf('The heron')).toBeLessThan(
      text.indexOf('Is there anything you keep coming back to?'),
    );
    expect((await browser.open(`${at}?page=2`)).text).not.toContain('heron');
    await browser.press(at, 'send', { page: '1', words: 'a' }).expect(303);
    expect((await browser.open(at)).text).not.toContain('heron');
    expect((await browser.open(`${at}/change`)).text).not.toContain('heron');
  });

  it('shows nothing that was written before the client got another address', async () => {
    await anAllowedLine();
    await town.rows("update clients set email_changed_at = app_now() - interval '2 days' where id = $1", [
      town.clientId,
    ]);
    const { browser, at } = await anOpenPrompt(town);
    expect((await browser.open(at)).text).not.toContain('heron');
  });

  it('shows nothing of what was taken back', async () => {
    const id = await anAllowedLine();
    await town.rows('update reflections set withdrawn_at = app_now() where id = $1', [id]);
    const { browser, at } = await anOpenPrompt(town);
    expect((await browser.open(at)).text).not.toContain('heron');
  });
});
