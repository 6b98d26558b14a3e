import fc from 'fast-check';
import { PROPERTY_RUNS, scenes } from './schedule-arbitraries.js';
import { type Letter, Life, type Turn, turns } from './schedule-life.js';
import { fullestWeek } from './schedule-model.js';
import { promptsFor } from './prompt-schedule.rules.js';

const runs = { numRuns: PROPERTY_RUNS };
// The counts at the ends of the properties show that they spoke about something.
const enough = runs.numRuns / 2;

/** Lives a client's weeks, turn by turn, and returns everything that was sent. */
function liveThrough(life: Life, course: readonly Turn[]): readonly Letter[] {
  for (const turn of course) life.live(turn);
  return life.letters;
}

describe('a client over some weeks, with moves, rests, changes of zone and outages', () => {
  it('is asked nothing early, nothing late, nothing in quiet hours or a rest, nothing a no-show made void', () => {
    let seen = 0;
    fc.assert(
      fc.property(scenes, turns, (scene, course) => {
        const letters = liveThrough(new Life(scene), course);
        for (const { isUnstaffed } of letters.filter(({ kind }) => kind === 'nudge'))
          expect(isUnstaffed).toBe(false);
        for (const letter of letters.filter(({ kind }) => kind === 'first')) {
          seen += 1;
          expect(letter).toMatchObject({
            isEarly: false,
            isLate: false,
            isQuiet: false,
            isResting: false,
            isGrounded: true,
            isUnstaffed: false,
            looksBack: false,
            wasCancelled: false,
          });
        }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(enough);
  });

  it('is asked at most once a day and four times in any seven days, nudges included, dispatches excepted', () => {
    const seen = { nudge: 0, dispatch: 0 };
    fc.assert(
      fc.property(scenes, turns, (scene, course) => {
        const letters = liveThrough(new Life(scene), course);
        for (const { kind } of letters) if (kind !== 'first') seen[kind] += 1;
        const earlier = scene.clock.past.map(({ sentOn }) => sentOn!);
        const dates = [...earlier, ...letters.flatMap(({ kind, on }) => (kind === 'dispatch' ? [] : [on]))];
        expect(dates.toSorted()).toEqual([...new Set(dates)].toSorted());
        expect(fullestWeek(dates)).toBeLessThanOrEqual(4);
      }),
      runs,
    );
    expect(Math.min(seen.nudge, seen.dispatch)).toBeGreaterThan(0);
  });

  it('gets no prompt twice, and none that staff cancelled', () => {
    fc.assert(
      fc.property(scenes, turns, (scene, course) => {
        const life = new Life(scene);
        const keys = liveThrough(life, course).flatMap(({ kind, key }) => (kind === 'nudge' ? [] : [key]));
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys.filter((key) => life.cancelled.has(key))).toEqual([]);
        const open = life.rows.filter(({ key, status }) => life.cancelled.has(key) && status !== 'cancelled');
        expect(open).toEqual([]);
      }),
      runs,
    );
  });

  it('has rows that another recomputation leaves alone', () => {
    fc.assert(
      fc.property(scenes, turns, (scene, course) => {
        const life = new Life(scene);
        for (const turn of course) {
          life.live(turn);
          life.recompute();
          expect(life.recompute()).toEqual({ insert: [], update: [], close: [] });
        }
      }),
      runs,
    );
  });

  it('is sent what the preview showed when nothing comes in between', () => {
    let seen = 0;
    fc.assert(
      fc.property(scenes, (scene) => {
        const sessions = scene.sessions.map((one) => ({ ...one, status: 'completed' as const }));
        const settled = { ...scene, sessions };
        const until = scene.now.add({ hours: 24 * 30 });
        const preview = promptsFor(scene.plan, sessions, scene.appointments, scene.clock, scene.now)
          .filter(({ status, sendAt }) => status === 'scheduled' && sendAt.until(until).sign > 0)
          .map(({ key, localTime }) => `${localTime} ${key}`);
        const life = new Life(settled);
        life.withoutNudges();
        life.liveUntil(until);
        const sent = life.letters.map(({ key, planned }) => `${planned} ${key}`);
        seen += sent.length;
        expect(sent.toSorted()).toEqual(preview.toSorted());
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(enough);
  });
});
