import type { ProcessNoteView } from '@app/reflections/process-note.view.js';
import { anAppointment } from '../../../../test/factories/appointment.factory.js';
import { courseHouseOf } from '../../../../test/factories/course-house.js';
import { problemOf, WordsTown } from '../threads/words.test-support.js';

describe('what a practitioner keeps for themselves', () => {
  let town: WordsTown;
  let reflection: string;
  beforeAll(async () => {
    town = await WordsTown.open();
    reflection = await town.read('A field.');
  });
  afterAll(() => town.close());

  describe('process notes', () => {
    const path = () => `/clients/${town.rowan}/process-notes`;
    const write = async (text: string, body: object = {}, as?: string) =>
      (await town.post(path(), { text, ...body }, as).expect(201)).body as ProcessNoteView;
    const notes = async (as?: string) =>
      (await town.get(path(), as).expect(200)).body.items as ProcessNoteView[];

    it('are written about a client or a reflection, changed, and removed', async () => {
      const general = await write('Countertransference?');
      const note = await write('She looked away here.', { reflectionId: reflection });
      expect(note).toMatchObject({ version: 1, reflectionId: reflection, text: 'She looked away here.' });
      expect((await notes()).map(({ id }) => id)).toEqual([note.id, general.id]);
      const change = (version: number) => town.put(`/process-notes/${note.id}`, { version, text: 'Twice.' });
      expect((await change(1).expect(200)).body).toMatchObject({ version: 2, text: 'Twice.' });
      expect(problemOf(await change(1).expect(409))).toBe('conflict-version');
      const { body } = await town.get(`/clients/${town.rowan}/reflections`).expect(200);
      expect(body.items[0].notes).toMatchObject([{ id: note.id, text: 'Twice.' }]);
      await town.remove(`/process-notes/${note.id}`).expect(204);
      await town.remove(`/process-notes/${note.id}`).expect(404);
      expect((await notes()).map(({ id }) => id)).toEqual([general.id]);
    });

    it('are invisible to colleagues who read the same words, admins and who broke the glass', async () => {
      const note = await write('Mine alone.', { reflectionId: reflection });
      for (const cookie of [town.supervisor, town.brokeGlass]) {
        expect(await notes(cookie)).toEqual([]);
        const { body } = await town.get(`/clients/${town.rowan}/reflections`, cookie).expect(200);
        expect(JSON.stringify(body)).not.toContain('Mine alone');
        await town.put(`/process-notes/${note.id}`, { version: 1, text: 'Hers.' }, cookie).expect(404);
        await town.remove(`/process-notes/${note.id}`, cookie).expect(404);
      }
      for (const cookie of Object.values(town.outsiders)) {
        await town.get(path(), cookie).expect(404);
        await town.post(path(), { text: 'Hers.' }, cookie).expect(404);
        await town.put(`/process-notes/${note.id}`, { version: 1, text: 'Hers.' }, cookie).expect(404);
        await town.remove(`/process-notes/${note.id}`, cookie).expect(404);
      }
      expect((await notes())[0]).toMatchObject({ id: note.id, text: 'Mine alone.' });
    });

    it('are about this client’s reflections alone', async () => {
      const junes = await town.read('A field.', { clientId: town.june });
      await town.post(path(), { text: 'x', reflectionId: junes }).expect(404);
      for (const body of [
        {},
        { text: '' },
        { text: '  ' },
        { text: 'x'.repeat(5_001) },
        { text: 'x', more: 1 },
      ])
        await town.post(path(), body).expect(400);
    });

    it('are written down without their content', async () => {
      await town.audited();
      const { id } = await write('Zanzibar.');
      await town.put(`/process-notes/${id}`, { version: 1, text: 'Zanzibar again.' }).expect(200);
      await town.remove(`/process-notes/${id}`).expect(204);
      expect(await town.audited()).toEqual([
        'process-note.written',
        'process-note.changed',
        'process-note.removed',
      ]);
      const [row] = await town.rows<{ all: string }>(
        `select string_agg(t, '') as all from (
           select e::text as t from audit_events e
           union all select encode(n.body_sealed, 'escape') from process_notes n) everything`,
      );
      expect(row!.all).not.toContain('Zanzibar');
    });
  });

  describe('what to bring to a call', () => {
    let call: string;
    beforeAll(async () => {
      const house = { ...courseHouseOf(town.api.app), ...town.api.house };
      call = (await anAppointment(house, { by: town.people.maren.actor, clientId: town.rowan })).id;
    });

    const item = (text: string, done = false) => ({ id: 'b6f0f5a5-2f6e-4a39-9d39-0e5a4f3b1c10', text, done });
    const put = (version: number, items: object[], as?: string) =>
      town.put(`/appointments/${call}/bring-list`, { version, items }, as);

    it('is typed, ticked off and emptied, each time the next version', async () => {
      await town.audited();
      const items = [item('The garden')];
      expect((await put(0, items).expect(200)).body).toEqual({ version: 1, items });
      expect(problemOf(await put(0, items).expect(409))).toBe('conflict-version');
      const ticked = [item('The garden', true)];
      expect((await put(1, ticked).expect(200)).body).toEqual({ version: 2, items: ticked });
      expect((await put(2, []).expect(200)).body).toEqual({ version: 3, items: [] });
      expect(await town.audited()).toEqual([
        'bring-list.written',
        'bring-list.written',
        'bring-list.written',
      ]);
      for (const wrong of [
        item(''),
        item('x'.repeat(301)),
        { ...item('x'), id: 'one' },
        { ...item('x'), done: 'no' },
      ])
        await put(3, [wrong]).expect(400);
      await put(
        3,
        Array.from({ length: 51 }, () => item('x')),
      ).expect(400);
    });

    it('is each one’s own, and not there for who does not read the client’s words', async () => {
      await put(3, [item('Mine')]).expect(200);
      expect((await put(0, [item('Hers')], town.supervisor).expect(200)).body).toEqual({
        version: 1,
        items: [item('Hers')],
      });
      for (const cookie of Object.values(town.outsiders)) await put(0, [item('No')], cookie).expect(404);
      expect((await put(4, [item('Still mine')]).expect(200)).body.version).toBe(5);
      const [row] = await town.rows<{ all: string }>(
        `select string_agg(encode(body_sealed, 'escape'), '') as all from bring_lists`,
      );
      expect(row!.all).not.toMatch(/mine|Hers/i);
    });
  });
});
