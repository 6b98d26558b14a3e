import { CareTeamsService } from '@app/clients/care-teams.service.js';
import { newestMeasure } from '@app/measures/measures.data.js';
import type { Tx } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import {
  boise,
  openPromptHouse,
  type PromptHouse,
  standingPrompts,
  ZONE,
} from '@app/prompts/prompts.test-support.js';
import { MarksService } from '@app/reflections/marks.service.js';
import { MeasureResultsService } from '@app/reflections/measure-results.service.js';
import { ProcessNotesService } from '@app/reflections/process-notes.service.js';
import { ReadingsService } from '@app/reflections/readings.service.js';
import { WishesService } from '@app/reflections/wishes.service.js';
import { WithdrawalsService } from '@app/reflections/withdrawals.service.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { BringListsService } from '@app/sessions/bring-lists.service.js';
import { ThreadStagesService } from '@app/threads/thread-stages.service.js';
import { ThreadsService } from '@app/threads/threads.service.js';
import { anAppointment } from '../../../test/factories/appointment.factory.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { BriefsService } from './briefs.service.js';
import { aReflection } from './briefs.test-support.js';

const WORDS = 'The garden was quiet. I paused before I answered.';
const GARDEN = { from: 0, to: 21 };
const PAUSED = { from: 22, to: WORDS.length };

/** Calls on Wednesday the 11th and on Wednesday the 18th, at eleven. Now it is the morning of the 18th. */
describe('the parts of a brief', () => {
  let at: PromptHouse;
  let clientId: string;
  let callId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    await at.setClock('2026-11-02T10:00');
    clientId = (await aClient(at.house, { by: at.maren, timeZone: ZONE, name: 'Rowan Ellis' })).id;
    await book('2026-11-11T11:00');
    callId = (await book('2026-11-18T11:00')).id;
    await at.setClock('2026-11-12T10:00');
  });
  afterAll(() => at.close());

  const book = (local: string) => anAppointment(at.house, { by: at.maren, clientId, startsAt: boise(local) });
  const brief = (actor = at.maren) => at.get(BriefsService).brief(actor, callId);
  const says = (answer: Partial<Parameters<typeof aReflection>[1]> = {}) =>
    aReflection(at, { clientId, words: WORDS, ...answer });
  const read = (id: string) => at.get(ReadingsService).markRead(at.maren, id);
  const asClient = <T>(work: (tx: Tx, key: Key) => Promise<T>) =>
    at.house.db.inClinic({ kind: 'client', clinicId: at.clinic.clinicId, clientId }, async (tx) =>
      work(tx, await at.get(Keyring).client(tx, clientId)),
    );
  const wish = (id: string, one: Parameters<WishesService['change']>[3]) =>
    asClient((tx, key) => at.get(WishesService).change(tx, key, id, one));
  const withdraw = (id: string) => asClient((tx, key) => at.get(WithdrawalsService).withdraw(tx, key, id));
  const finishes = async (total: number) => {
    const definition = newestMeasure('gad-7')!;
    const items = Object.fromEntries(
      definition.items.map(({ id }, nth) => [id, Math.max(0, Math.min(3, total - nth * 3))]),
    );
    const reflectionId = await says({ words: '', measure: items });
    await asClient((tx, key) =>
      at.get(MeasureResultsService).insert(tx, key, { clientId, reflectionId, definition, items }),
    );
    return reflectionId;
  };
  const raise = () =>
    asClient((tx, key) => at.get(FlagRaising).signs(tx, key, { clientId, promptId: null }, ['chest-pain']));
  const bodySeat = async () => {
    const { actor } = await aStaffMember(at.house, { clinic: at.clinic, name: 'Bo Castellan' });
    await at.get(CareTeamsService).seat(at.maren, clientId, actor.staffMemberId, 'body');
    return actor;
  };

  it('begin with the line the client starred, verbatim, also one of a reflection from before the last call', async () => {
    await at.setClock('2026-11-10T10:00');
    const old = await says();
    await read(old);
    await at.setClock('2026-11-13T10:00');
    await wish(old, { act: 'star', line: PAUSED });
    const view = await brief();
    expect(view.starred).toMatchObject([{ reflectionId: old, quote: 'I paused before I answered.' }]);
    expect(view.reflections).toEqual([]);
  });

  it('say what the client asks to talk about, and what not to raise, which is still there to read', async () => {
    await aPlan(at.house, { by: at.maren, clientId });
    const asked = (await standingPrompts(at, clientId)).find(({ code }) => code === 'not-to-miss')!;
    const talk = await says({ words: 'My sister.', promptId: asked.id });
    const not = await says({ words: 'The letter.' });
    await wish(not, { act: 'dont-raise' });
    const view = await brief();
    expect(view.wantsToTalkAbout).toEqual([{ reflectionId: talk, quote: 'My sister.' }]);
    expect(view.dontRaise).toMatchObject([{ reflectionId: not }]);
    expect(view.reflections.map(({ words }) => words)).toEqual(['My sister.', 'The letter.']);
  });

  it('stand beside each reflection: one’s own highlights, tags and notes', async () => {
    const id = await says();
    await read(id);
    await at.get(MarksService).put(at.maren, id, { version: 0, highlights: [GARDEN], tags: ['S1'] });
    await at
      .get(ProcessNotesService)
      .add(at.maren, clientId, { text: 'Ask about the garden.', reflectionId: id });
    const [reflection] = (await brief()).reflections;
    expect(reflection).toMatchObject({
      marks: { version: 1, highlights: [GARDEN], tags: [{ code: 'S1' }] },
      notes: [{ text: 'Ask about the garden.' }],
      chips: [],
    });
    const { actor: ada } = await aStaffMember(at.house, { clinic: at.clinic, name: 'Ada Lind' });
    await at.get(CareTeamsService).seat(at.maren, clientId, ada.staffMemberId, 'words');
    const [hers] = (await brief(ada)).reflections;
    expect(hers).toMatchObject({
      marks: { version: 0 },
      others: [{ byInitials: 'MO', highlights: [GARDEN] }],
      notes: [],
    });
  });

  it('keep of something taken back that it was, and nothing else', async () => {
    const id = await says({ chips: ['C1'], checkIns: { ease: 2 } });
    await wish(id, { act: 'star', line: GARDEN });
    await at.setClock('2026-11-13T10:00');
    await withdraw(id);
    const view = await brief();
    expect(view.reflections).toMatchObject([
      { id, words: '', chips: [], withdrawn: { at: expect.stringMatching(/^2026-11-13T17:00/) } },
    ]);
    expect(view).toMatchObject({ starred: [], dontRaise: [], challenges: [], checkIns: { points: [] } });
    expect(JSON.stringify(view)).not.toContain('garden');
  });

  it('show threads in which something moved since the last call, with the words it rests on', async () => {
    await at.setClock('2026-11-10T10:00');
    const still = await at.get(ThreadsService).add(at.maren, clientId, { name: 'An old one' });
    await at.setClock('2026-11-12T10:00');
    const id = await says();
    await read(id);
    const thread = await at.get(ThreadsService).add(at.maren, clientId, { name: 'Pausing' });
    const evidence = [{ reflectionId: id, ...PAUSED, quote: 'I paused before I answered.' }];
    await at
      .get(ThreadStagesService)
      .set(at.maren, thread.id, { version: thread.version, stage: 'choice', evidence });
    const view = await brief();
    expect(view.threadsMoved).toMatchObject([
      {
        id: thread.id,
        stage: { stage: 'choice', evidence: [{ reflectionId: id, quote: 'I paused before I answered.' }] },
      },
    ]);
    expect(view.threadsMoved.map((one) => one.id)).not.toContain(still.id);
    expect(view.reflections[0]!.threads).toEqual([{ threadId: thread.id, name: 'Pausing' }]);
  });

  it('count shifts, chosen and logged, and challenges, each with where', async () => {
    const chosen = await says({ chips: ['S1', 'C2'] });
    const logged = await says({ words: '', shift: { trigger: 'work', response: 'paused', chip: 'S1' } });
    const view = await brief();
    expect(view.shifts).toMatchObject([{ code: 'S1', count: 2, reflectionIds: [chosen, logged] }]);
    expect(view.challenges).toMatchObject([{ code: 'C2', reflectionIds: [chosen] }]);
    expect(view.reflections[1]).toMatchObject({ shift: { chipLabel: expect.stringMatching(/\w/) } });
  });

  it('show the totals of a measure in their course, each where it was answered', async () => {
    const first = await finishes(12);
    await at.setClock('2026-11-16T10:00');
    const second = await finishes(5);
    expect((await brief()).measures).toMatchObject([
      {
        code: 'gad-7',
        points: [
          { reflectionId: first, total: 12, change: null },
          { reflectionId: second, total: 5, change: { points: -7, isReliable: true } },
        ],
      },
    ]);
  });

  it('hold what needs a person now', async () => {
    await raise();
    const [flag] = (await brief()).flags;
    expect(flag).toMatchObject({ colour: 'red', lane: 'medical', client: { name: 'Rowan Ellis' } });
    expect(flag!.evidence).toHaveLength(1);
  });

  it('end with what one wants to bring, which nobody else sees, and whether a call is booked after this one', async () => {
    const items = [{ id: 'one', text: 'The book', done: false }];
    await at.get(BringListsService).put(at.maren, callId, { version: 0, items });
    expect(await brief()).toMatchObject({ bring: { version: 1, items }, noNextCall: true });
    await book('2026-11-25T11:00');
    expect((await brief()).noNextCall).toBe(false);
    const { actor: ada } = await aStaffMember(at.house, { clinic: at.clinic, name: 'Ada Lind' });
    await at.get(CareTeamsService).seat(at.maren, clientId, ada.staffMemberId, 'words');
    expect((await brief(ada)).bring).toEqual({ version: 0, items: [] });
  });

  it('are worth asking about when the client said that something old came back', async () => {
    const choices = [
      {
        id: 'returned',
        question: 'Has anything old slipped back in?',
        hint: '',
        many: false,
        options: [{ id: 'yes', label: 'Yes' }],
      },
    ];
    const id = await says({ asked: { choices } as never, choices: { returned: ['yes'] } });
    expect((await brief()).worthAsking).toMatchObject([{ rule: 'own-word', reflectionIds: [id] }]);
  });

  it('go on numbered pages once there are more words than one holds', async () => {
    const long = Array.from({ length: 500 }, () => 'rain').join(' ');
    const [one, two] = [await says({ words: long }), await says({ words: long })];
    expect((await brief()).pages).toEqual([
      { reflectionIds: [one], words: 500 },
      { reflectionIds: [two], words: 500 },
    ]);
  });

  it('are flags and measures alone in the body seat', async () => {
    const body = await bodySeat();
    await read(await says({ chips: ['C1'], checkIns: { ease: 2 } }));
    await finishes(12);
    await raise();
    await at.get(ThreadsService).add(at.maren, clientId, { name: 'The garden' });
    const view = await brief(body);
    expect(view).toMatchObject({
      seesWords: false,
      flags: [{ lane: 'medical' }],
      measures: [{ points: [{ total: 12 }] }],
      reflections: [],
      challenges: [],
      threadsMoved: [],
      unanswered: [],
      worthAsking: [],
      checkIns: { points: [] },
      nothingNewSince: null,
    });
    expect(JSON.stringify(view)).not.toContain('garden');
  });
});
