import { EarlySignsService } from '@app/threads/early-signs.service.js';
import type { EarlySignView } from '@app/threads/thread.view.js';
import { ProcessNotesService } from '@app/reflections/process-notes.service.js';
import { agreedSignsOf } from './words-traces.test-support.js';
import { aPlannedClient, type ReplyTown, replyTown } from '../reply.test-support.js';
import { anOpenedWordsLink, aSentReflection, type WordsVisit } from './words.test-support.js';
import { Wished } from './words-wished.test-support.js';

const WORDS = 'I stop answering my sister. The heron stood still.';
const SIGN = 'I stop answering my sister';

describe('what was made of words that a client takes back', () => {
  let town: ReplyTown;
  let visit: WordsVisit;
  let id: string;
  let wished: Wished;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
    id = await aSentReflection(town, WORDS, { daysAgo: 12 });
    visit = await anOpenedWordsLink(town);
    wished = new Wished(town);
    await wished.readAndUsed(id, WORDS, { from: 0, to: SIGN.length });
  });
  afterAll(() => town.close());

  const takeBack = () => visit.browser.press(visit.at, 'take-back', { reflection: id }).expect(303);
  const agree = (sign: { words: string; reflectionId?: string; standsAlone?: boolean }) =>
    town.api.app.get(EarlySignsService, { strict: false }).agree(town.maren.actor, town.clientId, sign);
  const signs = async (): Promise<EarlySignView[]> => {
    const service = town.api.app.get(EarlySignsService, { strict: false });
    return (await service.list(town.maren.actor, town.clientId, { limit: 50 })).items;
  };
  const notes = () => town.api.app.get(ProcessNotesService, { strict: false });

  it('leaves an early sign that quoted it without its words, and asks about it no more', async () => {
    const quoted = await agree({ words: SIGN, reflectionId: id });
    expect(await agreedSignsOf(town)).toEqual([SIGN]);
    const asks = await visit.browser.open(`${visit.at}/${id}/take-back`);
    expect(asks.text).toContain('An early sign that we took from it goes too.');
    await takeBack();
    expect(await signs()).toEqual([
      {
        ...quoted,
        version: 2,
        words: '',
        retiredAt: expect.any(String),
        withdrawnAt: expect.any(String),
      },
    ]);
    expect(await agreedSignsOf(town)).toEqual([]);
    const [row] = await town.rows<{ long: number }>(
      'select octet_length(words_sealed) as long from early_signs where id = $1',
      [quoted.id],
    );
    // Header, nonce and tag, and nothing between them.
    expect(row!.long).toBe(3 + 12 + 16);
  });

  it('leaves one that the client said yes to as a sentence of its own, or said on a call', async () => {
    const own = await agree({ words: SIGN, reflectionId: id, standsAlone: true });
    const said = await agree({ words: 'The dishes stay' });
    await takeBack();
    expect(await signs()).toEqual([own, said]);
    expect(await agreedSignsOf(town)).toEqual([SIGN, 'The dishes stay']);
  });

  it('leaves another’s early signs, and those of other reflections', async () => {
    const other = await aSentReflection(town, WORDS, { daysAgo: 3 });
    const cookie = await town.api.signIn(town.maren);
    await town.api.call('post', `/api/reflections/${other}/reading`, cookie).send({ version: 1 }).expect(201);
    const kept = await agree({ words: SIGN, reflectionId: other });
    await takeBack();
    expect(await signs()).toEqual([kept]);
  });

  it('keeps since when a sign was retired before', async () => {
    const quoted = await agree({ words: SIGN, reflectionId: id });
    const service = town.api.app.get(EarlySignsService, { strict: false });
    const retired = await service.retire(town.maren.actor, quoted.id, 1);
    await takeBack();
    expect(await signs()).toMatchObject([{ words: '', retiredAt: retired.retiredAt }]);
  });

  it('leaves the practitioner their own note, beside a day without words, for nobody else to see', async () => {
    const note = await notes().add(town.maren.actor, town.clientId, {
      text: 'She paused for long before this.',
      reflectionId: id,
    });
    await takeBack();
    const pages = await wished.staffPages('sister');
    const reflections = JSON.parse(pages[`/clients/${town.clientId}/reflections`]!) as {
      items: { id: string; words: string; notes: object[]; marks: { highlights: object[] } }[];
    };
    const left = reflections.items.find((one) => one.id === id)!;
    expect(left).toMatchObject({ words: '', notes: [note], marks: { highlights: [] } });
    expect(await notes().list(town.maren.actor, town.clientId, { limit: 10 })).toMatchObject({
      items: [note],
    });
    // Of this client alone: others of hers have sent the same.
    delete pages['/reflections?view=mine'];
    for (const [path, text] of Object.entries(pages))
      expect([path, /sister|heron/.exec(text)?.[0]]).toEqual([path, undefined]);
  });
});
