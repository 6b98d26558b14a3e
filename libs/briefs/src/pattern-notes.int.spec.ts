import { AuditService } from '@app/audit/audit.service.js';
import { openPromptHouse, type PromptHouse } from '@app/prompts/prompts.test-support.js';
import { PatternThresholdsService } from '@app/safety/patterns/pattern-thresholds.service.js';
import type { StaffActor } from '@app/platform/actor.js';
import { course } from '../../../test/golden/course-dsl.js';
import { type LivedCourse, live } from '../../../test/golden/lived-course.js';
import { patternFacts } from './pattern-facts.js';
import { PatternNotes } from './pattern-notes.service.js';

/** The same course for everyone: two swamped days, and the same trigger three times. */
const crowded = course('a crowded fortnight')
  .session(0)
  .answer(10, { crowded: 5, words: 'No room at all.' })
  .answer(12, { crowded: 5 })
  .logs(13, 'work', 'reacted')
  .logs(14, 'work', 'reacted')
  .logs(15, 'work', 'reacted')
  .readOn(20)
  .expects({});

const quiet = course('gone quiet').session(0).answered(3, 7, 10).silent(21, 28).readOn(45).expects({});

describe('pattern notes', () => {
  let at: PromptHouse;
  beforeAll(async () => {
    at = await openPromptHouse();
  });
  afterAll(() => at.close());

  const seat = (one: string, { clientId }: LivedCourse) =>
    at.rows('update care_team_members set seat = $2 where client_id = $1', [clientId, one]);
  const notesFor = (actor: StaffActor, ...clientIds: string[]) =>
    at.house.db.inClinic(actor, (tx) => at.get(PatternNotes).ofClients(tx, clientIds));
  const quietFor = (actor: StaffActor) =>
    at.house.db.inClinic(actor, (tx) => at.get(PatternNotes).goneQuiet(tx));

  it('are there for who reads the client’s words, and for nobody else', async () => {
    const lived = await live(at, crowded);
    const { clientId } = lived;
    const [note] = (await notesFor(at.maren, clientId)).get(clientId)!;
    expect(note).toMatchObject({
      rule: 'quiet-return',
      figures: [expect.stringContaining('“Work”: 3 times'), expect.stringContaining('“swamped” on 2 days')],
      reflectionIds: ['d10', 'd12', 'd13', 'd14', 'd15'].map((id) => lived.ids.get(id)),
    });
    for (const actor of [at.ines, at.coordinator, at.admin, at.stranger]) {
      expect(await notesFor(actor, clientId)).toEqual(new Map());
    }
    await seat('body', lived);
    expect(await notesFor(at.maren, clientId)).toEqual(new Map());
    await seat('supervisor', lived);
    expect((await notesFor(at.maren, clientId)).get(clientId)).toEqual([note]);
  });

  it('come for many clients at once, each with their own', async () => {
    const [one, other] = [await live(at, crowded), await live(at, crowded)];
    const calm = await live(at, course('calm').session(0).answered(3, 7).readOn(20).expects({}));
    const notes = await notesFor(at.maren, one.clientId, other.clientId, calm.clientId);
    expect([...notes.keys()].sort()).toEqual([one.clientId, other.clientId].sort());
    for (const lived of [one, other]) {
      const own = new Set(lived.ids.values());
      expect(
        notes
          .get(lived.clientId)!
          .flatMap(({ reflectionIds }) => reflectionIds)
          .every((id) => own.has(id)),
      ).toBe(true);
    }
    expect(await notesFor(at.maren)).toEqual(new Map());
  });

  it('follow the clinic’s figures at once', async () => {
    const { clientId } = await live(at, crowded);
    const figures = new PatternThresholdsService(at.house.db, at.get(AuditService));
    const { version, thresholds } = await figures.read(at.admin);
    const put = { version, thresholds: { ...thresholds, sameTriggerTimes: 4 } };
    const changed = await figures.put(at.admin, put);
    expect(await notesFor(at.maren, clientId)).toEqual(new Map());
    await expect(figures.put(at.admin, put)).rejects.toMatchObject({ status: 409 });
    await figures.put(at.admin, { version: changed.version, thresholds });
    expect((await notesFor(at.maren, clientId)).get(clientId)).toHaveLength(1);
  });

  it('tell who has gone quiet, the longest silence first, to who reads their words', async () => {
    const one = await live(at, quiet);
    const longer = await live(
      at,
      course('quiet for longer').session(0).answered(3, 7, 10).silent(14, 17, 24).readOn(45).expects({}),
    );
    const ids = [one.clientId, longer.clientId];
    const told = (await quietFor(at.maren)).filter(({ clientId }) => ids.includes(clientId));
    expect(told.map(({ clientId }) => clientId)).toEqual([longer.clientId, one.clientId]);
    expect(told[1]).toMatchObject({
      since: expect.anything() as unknown,
      note: {
        rule: 'gone-quiet',
        title: 'Silence can mean a full week, or a hard one. Worth asking.',
        reflectionIds: [],
      },
    });
    expect(await quietFor(at.ines)).toEqual([]);
    expect(await quietFor(at.coordinator)).toEqual([]);
    await seat('body', one);
    expect((await quietFor(at.maren)).map(({ clientId }) => clientId)).not.toContain(one.clientId);
  });

  it.each([
    ['stopped', 'stopped_at = app_now()'],
    ['are on hold', "status = 'on_hold'"],
  ])('say of nobody that they are quiet once they %s', async (_name, set) => {
    const { clientId } = await live(at, quiet);
    const isQuiet = async () => (await quietFor(at.maren)).some((one) => one.clientId === clientId);
    expect(await isQuiet()).toBe(true);
    await at.rows(`update clients set ${set} where id = $1`, [clientId]);
    expect(await isQuiet()).toBe(false);
  });

  it('count no prompt that only tells something', async () => {
    const { clientId } = await live(at, quiet);
    await at.rows("update prompts set informs = true where client_id = $1 and status = 'expired'", [
      clientId,
    ]);
    expect((await quietFor(at.maren)).map((one) => one.clientId)).not.toContain(clientId);
  });

  it('open no words where only silence is looked for, and look back 120 days at most', async () => {
    const { clientId } = await live(at, crowded);
    const load = (withBodies: boolean) =>
      at.house.db.inClinic(at.maren, (tx) =>
        patternFacts(tx, at.house.keyring, { clientIds: [clientId], withBodies }),
      );
    const taps = ({ facts }: { facts: { reflections: readonly { crowded: number | null }[] } }) =>
      facts.reflections.filter((one) => one.crowded !== null).length;
    expect(taps((await load(true)).get(clientId)!)).toBe(2);
    expect(taps((await load(false)).get(clientId)!)).toBe(0);
    await at.rows("update reflections set sent_at = app_now() - interval '121 days' where client_id = $1", [
      clientId,
    ]);
    expect((await load(true)).get(clientId)!.facts.reflections).toEqual([]);
  });
});
