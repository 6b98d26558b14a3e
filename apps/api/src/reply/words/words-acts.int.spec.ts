import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { openThread } from '@app/threads/thread-body.js';
import { ClientThreads } from '@app/threads/client-threads.service.js';
import {
  aFreshLink,
  anOpenPrompt,
  aPlannedClient,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from '../reply.test-support.js';
import { anOpenedWordsLink, aSentReflection, clientOf, type WordsVisit } from './words.test-support.js';
import { Wished } from './words-wished.test-support.js';

const HERON = 'The heron on the weir at dusk. I stood still.';
const STILL = { from: 31, to: 45 };

describe('what a client does with their own words', () => {
  let town: ReplyTown;
  let visit: WordsVisit;
  let id: string;
  let wished: Wished;

  beforeAll(async () => {
    town = await replyTown();
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
    id = await aSentReflection(town, HERON, { daysAgo: 12 });
    visit = await anOpenedWordsLink(town);
    wished = new Wished(town);
  });
  afterAll(() => town.close());

  const press = (act: string, fields: Record<string, string> = {}) =>
    visit.browser.press(visit.at, act, { reflection: id, ...fields });
  const line = `${STILL.from}-${STILL.to}`;

  it('stars a line, which whoever reads their words sees, and takes the star off', async () => {
    const choosing = await visit.browser.open(`${visit.at}/${id}/line`);
    expect(choosing.text).toContain('value="31-45" name="line">I stood still.</button>');
    await press('star', { line }).expect(303).expect('location', `${visit.at}/${id}?done=star`);
    expect(await wished.seenBy(town.maren.actor)).toMatchObject({ starred: [STILL], dontRaise: false });
    const page = await visit.browser.open(`${visit.at}/${id}?done=star`);
    expect(page.text).toContain('<mark>I stood still.</mark>');
    expect(page.text).toContain('Starred. It stands at the top before your next call.');
    await press('unstar', { line }).expect(303);
    expect(await wished.seenBy(town.maren.actor)).toMatchObject({ starred: [] });
    expect(await wished.audits('wishes.changed')).toBe(2);
  });

  it('asks that something is not raised, and lets it be raised again', async () => {
    await press('dont-raise').expect(303);
    expect(await wished.seenBy(town.maren.actor)).toMatchObject({ dontRaise: true });
    expect((await visit.browser.open(visit.at)).text).toContain('You asked us not to raise this');
    await press('may-raise').expect(303);
    expect(await wished.seenBy(town.maren.actor)).toMatchObject({ dontRaise: false });
  });

  it('lets one line be shown back, knowing who might see it, and no longer', async () => {
    expect(await wished.shownBack()).toBeNull();
    const choosing = await visit.browser.open(`${visit.at}/${id}/line-again`);
    expect(choosing.text).toContain('Whoever opens that link sees this line.');
    await press('show-back', { line }).expect(303);
    expect(await wished.shownBack()).toMatchObject({ quote: 'I stood still.' });
    await press('hide-back', { line }).expect(303);
    expect(await wished.shownBack()).toBeNull();
  });

  it.each(['0-400', '3-3', 'all', '31-45-50', ''])(
    'chooses no line that is not there: "%s"',
    async (wrong) => {
      await press('star', { line: wrong }).expect(303);
      expect(await wished.seenBy(town.maren.actor)).toBeUndefined();
    },
  );

  it('needs the nonce of the page', async () => {
    const forged = await visit.browser
      .post(visit.at)
      .type('form')
      .send({ nonce: 'x', act: 'take-back', reflection: id });
    expect([forged.status, forged.text.includes('nothing was changed')]).toEqual([403, true]);
    expect(await wished.isWithdrawn(id)).toBe(false);
  });

  it('reaches nobody else’s', async () => {
    const other = { ...town, clientId: await aPlannedClient(town) };
    const theirs = await aSentReflection(other, 'The key under the third pot.');
    for (const path of ['', '/line', '/line-again', '/take-back']) {
      const page = await visit.browser.open(`${visit.at}/${theirs}${path}`);
      expect([page.status, page.text.includes('third pot')]).toEqual([404, false]);
    }
    await visit.browser.open(visit.at);
    for (const act of ['star', 'dont-raise', 'take-back']) {
      const answer = await press(act, { reflection: theirs, line: '0-7' });
      expect([answer.status, answer.text.includes('third pot')]).toEqual([404, false]);
    }
    expect(await wished.isWithdrawn(theirs)).toBe(false);
    expect((await visit.browser.open(visit.at)).text).not.toContain('third pot');
    expect((await visit.browser.press(visit.at, 'copy', { as: 'page' })).text).not.toContain('third pot');
  });

  describe('taking one back', () => {
    it('asks twice, and leaves the day', async () => {
      const asks = await visit.browser.open(`${visit.at}/${id}/take-back`);
      for (const words of ['Take this back?', 'Nobody here can read it any more.', 'only as long as the law'])
        expect(asks.text).toContain(words);
      expect(await wished.isWithdrawn(id)).toBe(false);
      await press('take-back').expect(303).expect('location', `${visit.at}/${id}`);
      expect(await wished.isWithdrawn(id)).toBe(true);
      expect(await wished.audits('reflection.withdrawn')).toBe(1);
      for (const path of ['', `/${id}`, `/${id}/take-back`, `/${id}/line`]) {
        const page = await visit.browser.open(`${visit.at}${path}`);
        expect([page.status, page.text.includes('heron')]).toEqual([200, false]);
      }
      expect((await visit.browser.open(visit.at)).text).toContain('You took this back on');
      await press('take-back').expect(303);
      expect(await wished.audits('reflection.withdrawn')).toBe(1);
    });

    it('takes it from every page of staff', async () => {
      // Words of nobody else here: staff see several clients on one page.
      const words = 'An egret by the lock. I kept quiet.';
      const kept = { from: 22, to: 35 };
      const reflection = await aSentReflection(town, words);
      await wished.readAndUsed(reflection, words, kept);
      await press('star', { reflection, line: '22-35' }).expect(303);
      for (const [path, text] of Object.entries(await wished.staffPages('kept quiet'))) {
        expect([path, text.includes('I kept quiet.')]).toEqual([path, true]);
      }
      await press('take-back', { reflection }).expect(303);
      for (const [path, text] of Object.entries(await wished.staffPages('kept quiet'))) {
        expect([path, /egret|i kept/i.exec(text)?.[0]]).toEqual([path, undefined]);
      }
    });

    it('leaves nothing that the application could open', async () => {
      await press('star', { line }).expect(303);
      await press('take-back').expect(303);
      const opened = await wished.everythingTheAppOpens(id);
      expect(opened.body).toEqual({
        question: { title: 'What stayed', question: null, hint: '', checkIns: [], chips: [] },
        words: '',
        checkIns: {},
        chips: [],
        nothing: false,
        browser: '',
      });
      expect(opened.wishes).toBeUndefined();
      for (const actor of [town.maren.actor, clientOf(town), town.clinic.system]) {
        await expect(
          town.api.house.db.inClinic(actor, (tx) => tx.query('select body_sealed from withdrawn_bodies')),
        ).rejects.toThrow('permission denied');
      }
      const kept = await town.rows('select 1 from withdrawn_bodies where reflection_id = $1', [id]);
      expect(kept).toHaveLength(1);
    });

    it('takes with it the result, the draft, the promise, and what was said of threads', async () => {
      const { db, keyring } = town.api.house;
      const threadId = await db.inClinic(clientOf(town), async (tx) => {
        const key = await keyring.client(tx, town.clientId);
        const threads = town.api.app.get(ClientThreads, { strict: false });
        const kept = { clientId: town.clientId, reflectionId: id, name: 'The heron' };
        const threadId = await threads.keep(tx, key, kept);
        const checks = [{ threadId, fit: 'not-quite' as const, rating: 3 }];
        await threads.check(tx, key, { clientId: town.clientId, reflectionId: id, checks });
        await tx.query(
          `insert into measure_results (clinic_id, reflection_id, client_id, code, definition_version, body_sealed, completed_at)
           values ($1, $2, $3, 'phq-9', 1, 'x', app_now())`,
          [tx.actor.clinicId, id, town.clientId],
        );
        await tx.query('update reflections set promised_by = app_now() where id = $1', [id]);
        return threadId;
      });
      const page = await visit.browser.open(visit.at);
      expect(page.text).toMatch(/The heron<\/span><p class="hint">[^<]*: not quite/);
      await press('take-back').expect(303);
      expect(await town.rows('select 1 from measure_results where reflection_id = $1', [id])).toEqual([]);
      expect(await town.rows('select 1 from thread_checks where reflection_id = $1', [id])).toEqual([]);
      const [row] = await town.rows<{ promised_by: Date | null; withdrawn: boolean }>(
        'select promised_by, withdrawn_at is not null as withdrawn from reflections where id = $1',
        [id],
      );
      expect(row).toEqual({ promised_by: null, withdrawn: true });
      const name = await db.inClinic(town.maren.actor, async (tx) => {
        const [thread] = await tx.query<{ body_sealed: Buffer }>(
          'select body_sealed from threads where id = $1',
          [threadId],
        );
        const owner = { clinicId: tx.actor.clinicId, rowId: threadId };
        return openThread(await keyring.client(tx, town.clientId), owner, thread!.body_sealed).name;
      });
      expect(name).toBeNull();
    });

    it('shuts it on the page it was sent from as well, and for a fresh link', async () => {
      const { browser, at, promptId } = await anOpenPrompt(town);
      await browser.press(at, 'send', { words: 'A fox at the bins.' }).expect(303);
      expect((await browser.open(at)).text).toContain('A fox at the bins.');
      const { body } = await visit.browser.press(visit.at, 'copy', { as: 'data' });
      expect(JSON.stringify(body)).toContain('A fox at the bins.');
      const [sent] = await town.rows<{ id: string }>('select id from reflections where prompt_id = $1', [
        promptId,
      ]);
      await press('take-back', { reflection: sent!.id }).expect(303);
      const fresh = await aFreshLink(town, promptId);
      const elsewhere = new TestBrowser(town);
      await elsewhere.open(`/r/${fresh.token}`);
      await elsewhere.press(`/r/p/${fresh.mailingId}`, 'open').expect(303);
      for (const [one, path] of [
        [browser, at],
        [browser, `${at}/change`],
        [elsewhere, `/r/p/${fresh.mailingId}`],
        [elsewhere, `/r/p/${fresh.mailingId}/change`],
      ] as const) {
        const page = await one.open(path);
        expect([path, page.text.includes('fox'), page.text.includes('<textarea')]).toEqual([
          path,
          false,
          false,
        ]);
        await one.press(path.replace('/change', ''), 'change', { words: 'Other words.' });
      }
      expect((await wished.everythingTheAppOpens(sent!.id)).body.words).toBe('');
    });

    it('leaves a flag that a phrase raised, and not its sentence', async () => {
      const { db, keyring } = town.api.house;
      const raised = await db.inClinic(clientOf(town), async (tx) =>
        town.api.app
          .get(FlagRaising, { strict: false })
          .phrases(
            tx,
            await keyring.client(tx, town.clientId),
            { clientId: town.clientId, promptId: null, reflectionId: id },
            { words: `${HERON} I want to die.`, language: 'en' },
          ),
      );
      expect(raised.found).toBe(true);
      expect(await wished.sentencesOfFlags()).toEqual([expect.stringContaining('I want to die.')]);
      const other = await aSentReflection(town, 'Something else.');
      await press('take-back', { reflection: other }).expect(303);
      expect(await wished.sentencesOfFlags()).toEqual([expect.stringContaining('I want to die.')]);
      const flagged = await aSentReflection(town, `${HERON} I want to die.`);
      await press('take-back', { reflection: flagged }).expect(303);
      expect(await wished.sentencesOfFlags()).toEqual(['']);
    });

    it('is not for staff to do', async () => {
      await town.rows(
        `insert into measure_results (clinic_id, reflection_id, client_id, code, definition_version, body_sealed, completed_at)
         values ($1, $2, $3, 'phq-9', 1, 'x', now())`,
        [town.clinic.clinicId, id, town.clientId],
      );
      for (const sql of [
        `insert into withdrawn_bodies (clinic_id, reflection_id, client_id, body_sealed, withdrawn_at)
         values ('${town.clinic.clinicId}', '${id}', '${town.clientId}', 'x', now())`,
        `insert into reflection_wishes (clinic_id, reflection_id, client_id, body_sealed, updated_at, version)
         values ('${town.clinic.clinicId}', '${id}', '${town.clientId}', 'x', now(), 1)`,
      ]) {
        await expect(town.api.house.db.inClinic(town.maren.actor, (tx) => tx.query(sql))).rejects.toThrow(
          'row-level security',
        );
      }
      await town.api.house.db.inClinic(town.maren.actor, (tx) => tx.query('delete from measure_results'));
      expect(await town.rows('select 1 from measure_results where reflection_id = $1', [id])).toHaveLength(1);
    });
  });
});
