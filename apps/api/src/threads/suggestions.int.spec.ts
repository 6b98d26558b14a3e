import type { EarlySignView } from '@app/threads/thread.view.js';
import { problemOf, WordsTown } from './words.test-support.js';

describe('what a client’s own words offer', () => {
  let town: WordsTown;
  beforeAll(async () => {
    town = await WordsTown.open();
  });
  afterAll(() => town.close());

  const suggested = async (as?: string) =>
    (await town.get(`/clients/${town.rowan}/thread-suggestions`, as).expect(200)).body.items as {
      phrase: string;
      uses: { reflectionId: string }[];
    }[];

  it('is suggested as a thread after three reflections that one has read, and no sooner', async () => {
    const ids = [await town.read('My locked door.'), await town.read('The locked door again')];
    const third = await town.sent('a locked door');
    expect(await suggested()).toEqual([]);
    await town.post(`/reflections/${third}/reading`).expect(201);
    const [found, ...others] = await suggested();
    expect(others).toEqual([]);
    expect(found!.phrase).toBe('locked door');
    expect(found!.uses.map(({ reflectionId }) => reflectionId)).toEqual([...ids, third]);
    // She has read none of it herself.
    expect(await suggested(town.supervisor)).toEqual([]);
    await town.rows('update reflections set withdrawn_at = now() where id = $1', [third]);
    expect(await suggested()).toEqual([]);
    await town.rows('update reflections set withdrawn_at = null where id = $1', [third]);
    await town.post(`/clients/${town.rowan}/threads`, { name: 'Locked door' }).expect(201);
    expect(await suggested()).toEqual([]);
  });

  describe('is agreed as an early sign', () => {
    const path = () => `/clients/${town.rowan}/early-signs`;

    it('in the client’s words, and retired', async () => {
      const written = await town.read('I stop calling my sister when it comes.');
      const words = 'I stop calling my sister';
      const agreed = await town.post(path(), { words, reflectionId: written }).expect(201);
      const sign = agreed.body as EarlySignView;
      expect(sign).toMatchObject({
        words,
        reflectionId: written,
        agreedByName: 'Maren Okoye',
        standsAlone: false,
        retiredAt: null,
        withdrawnAt: null,
      });
      const said = await town.post(path(), { words: 'The dishes stay' }).expect(201);
      expect(said.body).toMatchObject({ reflectionId: null, standsAlone: true });
      const own = await town.post(path(), { words: 'my sister', reflectionId: written, standsAlone: true });
      expect(own.body).toMatchObject({ reflectionId: written, standsAlone: true });
      const listed = await town.get(path()).expect(200);
      expect(listed.body.items.map((one: EarlySignView) => one.words)).toEqual([
        words,
        'The dishes stay',
        'my sister',
      ]);
      const retire = (version: number) => town.post(`/early-signs/${sign.id}/retirement`, { version });
      await retire(2).expect(409);
      expect((await retire(1).expect(200)).body).toMatchObject({ version: 2, retiredAt: expect.any(String) });
      expect(problemOf(await retire(2).expect(409))).toBe('conflict');
    });

    it('and not in words the client did not write where they are said to stand', async () => {
      const written = await town.read('I stop calling my sister.');
      const unread = await town.sent('I stop calling my sister.');
      const junes = await town.read('I stop calling my sister.', { clientId: town.june });
      const agree = (words: string, reflectionId: string) => town.post(path(), { words, reflectionId });
      const refused = await agree('I stopped calling', written).expect(422);
      expect(refused.body.errors).toMatchObject([{ field: 'words', code: 'notVerbatim' }]);
      const early = await agree('I stop calling', unread).expect(422);
      expect(early.body.errors).toMatchObject([{ field: 'reflectionId', code: 'notRead' }]);
      await agree('I stop calling', junes).expect(404);
      for (const words of ['', '   ', 'a\nb', 'x'.repeat(121)])
        await town.post(path(), { words }).expect(400);
    });

    it('and is not there for who does not read the client’s words', async () => {
      const { body } = await town.post(path(), { words: 'I sleep in my clothes' }).expect(201);
      for (const cookie of Object.values(town.outsiders)) {
        await town.get(path(), cookie).expect(404);
        await town.post(path(), { words: 'Mine' }, cookie).expect(404);
        await town.post(`/early-signs/${body.id}/retirement`, { version: 1 }, cookie).expect(404);
      }
    });
  });
});
