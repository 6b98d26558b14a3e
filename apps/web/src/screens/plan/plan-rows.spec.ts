import type { PreviewRow } from '../../api-client/calls-plans.js';
import type { KetamineSessionView } from '../../api-client/views.js';
import {
  anchorSession,
  nextOut,
  planRows,
  reachOf,
  shortHere,
  undatedSteps,
  type RowFacts,
} from './plan-rows.js';
import { changesOf, newStep, NOTHING_STAGED, stage, stepsOf, type Staged, type Step } from './staging.js';

const BOISE = 'America/Boise';
const asked = (title: string) => ({ template: title, number: 1, title, informs: false });
const live: Step[] = ['pause', 'loop'].map((id, i) => ({
  ...newStep(asked(id), 7 + i * 3),
  id,
  isNew: false,
}));
const row = (stepId: string, sendAt: string, more: Partial<PreviewRow> = {}): PreviewRow => ({
  key: `${stepId}/${sendAt}`,
  stepId,
  stepIndex: live.findIndex(({ id }) => id === stepId),
  promptId: null,
  title: stepId,
  status: 'scheduled',
  held: false,
  sendAt,
  localText: '',
  hereText: '',
  reasons: [],
  change: 'none',
  sentAt: null,
  answeredAt: null,
  version: null,
  ...more,
});
const sent = { status: 'answered', sentAt: '2026-10-23T02:00:00Z' } as const;
const rowsWith = (rows: PreviewRow[], staged: Staged = NOTHING_STAGED, more: Partial<RowFacts> = {}) => {
  const steps = stepsOf(live, staged);
  return planRows({
    rows,
    asked: { ids: steps.map(({ id }) => id), days: steps.map(({ days }) => days) },
    live,
    steps,
    changes: changesOf(live, staged),
    prompts: [],
    timeZone: BOISE,
    anchorAt: '2026-10-22T21:00:00Z',
    isOtherPace: false,
    ...more,
  });
};
const edited = stage(NOTHING_STAGED, { do: 'set', id: 'loop', fields: { days: 12 }, live });

describe('the rows of a plan', () => {
  it('stand in the order they are met, numbered, each with its day on the client’s clock', () => {
    // 05:30 in London is the evening before in Boise: the day is counted there.
    const rows = rowsWith([row('loop', '2026-11-02T15:30:00Z'), row('pause', '2026-10-30T05:30:00Z')]);
    expect(rows.map(({ title, number, day }) => [title, number, day])).toEqual([
      ['pause', 1, 7],
      ['loop', 2, 11],
    ]);
  });

  it('count days over a change of the clocks as days', () => {
    expect(
      rowsWith([row('loop', '2026-11-01T05:59:00Z'), row('loop', '2026-11-02T06:59:00Z')]).map(
        ({ day }) => day,
      ),
    ).toEqual([9, 10]);
  });

  it('mark what changed, and what gives way to it', () => {
    const rows = rowsWith(
      [row('pause', '2026-10-29T18:30:00Z', { change: 'changed' }), row('loop', '2026-11-03T15:30:00Z')],
      edited,
    );
    expect(rows.map(({ change }) => change)).toEqual(['changed', 'changed']);
  });

  it('never mark what was sent, even when its step is taken out', () => {
    const removed = stage(NOTHING_STAGED, { do: 'remove', id: 'pause' });
    const past = row('pause', '2026-10-23T02:00:00Z', { ...sent, stepIndex: null });
    expect(rowsWith([past], removed)[0]).toMatchObject({
      step: { id: 'pause' },
      change: 'none',
    });
  });

  it('show an edit as taken back at once, before the schedule has answered again', () => {
    expect(rowsWith([row('loop', '2026-11-03T15:30:00Z', { change: 'changed' })])[0]?.change).toBe('none');
  });

  it('tell by how many days a step moved since the schedule was asked, for what is not sent', () => {
    const late = { asked: { ids: ['pause', 'loop'], days: [7, 10] } };
    const rows = rowsWith(
      [row('loop', '2026-11-01T15:30:00Z'), row('loop', '2026-10-23T02:00:00Z', sent)],
      edited,
      late,
    );
    expect(rows.map(({ ahead }) => ahead)).toEqual([0, 2]);
  });

  it('leave out, at another pace, what that pace does not ask', () => {
    const rows = [
      row('pause', '2026-10-29T18:30:00Z'),
      row('loop', '2026-11-01T15:30:00Z', { change: 'removed', stepIndex: null }),
    ];
    expect(rowsWith(rows, NOTHING_STAGED, { isOtherPace: true }).map(({ title }) => title)).toEqual([
      'pause',
    ]);
  });

  it('forget at once what was added and is taken out again', () => {
    const rows = [row('made-by-the-server', '2026-11-05T15:30:00Z', { stepIndex: 2, change: 'added' })];
    expect(
      rowsWith(rows, NOTHING_STAGED, { asked: { ids: ['pause', 'loop', 'new'], days: [7, 10, 14] } }),
    ).toEqual([]);
  });

  it('find the step of an added row by its place', () => {
    const added = stage(NOTHING_STAGED, { do: 'add', id: 'new', step: newStep(asked('new'), 14) });
    const [found] = rowsWith(
      [row('made-by-the-server', '2026-11-05T15:30:00Z', { stepIndex: 2, change: 'added' })],
      added,
    );
    expect(found).toMatchObject({ step: { id: 'new' }, change: 'added' });
  });
});

describe('what is told of the plan', () => {
  const now = '2026-10-27T17:00:00Z';

  it('is the next to go out: not the held one, not what is taken out', () => {
    const rows = rowsWith([
      row('pause', '2026-10-28T18:30:00Z', { held: true }),
      row('pause', '2026-10-26T18:30:00Z', sent),
      row('loop', '2026-11-01T15:30:00Z'),
    ]);
    expect(nextOut(rows, now)?.sendAt).toBe('2026-11-01T15:30:00Z');
  });

  it('is how many prompts there are and how far they reach', () => {
    const gone = row('loop', '2026-11-20T15:30:00Z', { status: 'superseded' });
    expect(reachOf(rowsWith([row('pause', '2026-10-29T18:30:00Z'), gone]))).toEqual({ prompts: 1, days: 7 });
  });

  it('is which steps have no date, and why', () => {
    const slow: Step[] = [
      { ...newStep(asked('often'), 3), id: 'often', isNew: false, slowestPace: 'often' },
      { ...newStep(asked('eve'), -1), id: 'eve', isNew: false, anchor: 'next-appointment' },
    ];
    const found = undatedSteps([], { live: slow, steps: slow, changes: new Map(), pace: 'steady' });
    expect(found.map(({ step, why }) => [step.id, why])).toEqual([
      ['often', 'pace'],
      ['eve', 'appointment'],
    ]);
  });

  it('is the time here without its day, where the day is the same', () => {
    expect(shortHere({ localText: 'Mon 2 Nov, 8:30 am', hereText: 'Mon 2 Nov, 7:30 am' })).toBe('7:30 am');
    expect(shortHere({ localText: 'Mon 2 Nov, 12:30 am', hereText: 'Sun 1 Nov, 11:30 pm' })).toBe(
      'Sun 1 Nov, 11:30 pm',
    );
  });
});

describe('the session that a plan is counted from', () => {
  const session = (heldAt: string, status: KetamineSessionView['status'], seriesId = 's') =>
    ({ heldAt, status, seriesId }) as KetamineSessionView;

  it('is the latest completed one of the newest series, else its first planned one', () => {
    const old = session('2026-09-01T20:00:00Z', 'completed', 'old');
    const done = session('2026-10-22T20:00:00Z', 'completed');
    const planned = session('2026-11-02T20:00:00Z', 'planned');
    expect(anchorSession([planned, old, done])).toBe(done);
    expect(anchorSession([old, planned, session('2026-11-20T20:00:00Z', 'planned')])).toBe(planned);
    expect(anchorSession([old, session('2026-10-22T20:00:00Z', 'no_show')])).toBe(old);
    expect(anchorSession([])).toBeUndefined();
  });
});
