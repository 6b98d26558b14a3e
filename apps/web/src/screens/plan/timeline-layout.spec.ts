import fc from 'fast-check';
import { behindServer, clockChanges, layTimeline, offsetAt, type TimelineMark } from './timeline-layout.js';

const BOISE = 'America/Boise';
const DAY_MS = 86_400_000;
const anchorAt = '2026-10-22T21:00:00Z';
const on = (day: number) => new Date(Date.parse(anchorAt) + day * DAY_MS).toISOString();
const lay = (days: number[], marks: TimelineMark[] = [], width = 860) =>
  layTimeline({
    nodes: days.map((day, i) => ({ key: String(i), at: on(day), ahead: 0 })),
    marks,
    timeZone: BOISE,
    anchorAt,
    isFromAnchor: true,
    width,
  });
const mark = (kind: TimelineMark['kind'], day: number, label: string, short?: string): TimelineMark => ({
  kind,
  at: on(day),
  label,
  short,
});

describe('the timeline', () => {
  it('begins a day before the first and ends a day after the last, as wide as there is room', () => {
    const layout = lay([0, 7, 21]);
    expect([layout.firstDay, layout.lastDay, layout.width]).toEqual([-1, 22, 860]);
    expect(
      layout.ticks.filter(({ isLabelled }) => isLabelled).map(({ day, on: date }) => [day, date]),
    ).toEqual([
      [0, '2026-10-22'],
      [7, '2026-10-29'],
      [14, '2026-11-05'],
      [21, '2026-11-12'],
    ]);
  });

  it('grows past its frame rather than bring nodes closer than a finger needs', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 90 }), { minLength: 2 }), (days) => {
        const { nodes } = lay(days, [], 320);
        for (const a of nodes)
          for (const b of nodes)
            if (a.key !== b.key) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(24);
      }),
    );
  });

  it('puts two of one day one above the other, within the drawing', () => {
    const { nodes, axis, height } = lay([3, 3, 3]);
    expect(new Set(nodes.map(({ x }) => x)).size).toBe(1);
    expect(nodes.map(({ y }) => axis - y)).toEqual([0, 26, 52]);
    expect(Math.min(...nodes.map(({ y }) => y))).toBeGreaterThan(50);
    expect(height).toBeGreaterThan(axis);
  });

  it('draws a node where it will be while the schedule is asked', () => {
    const [still, moved] = [0, 2].map((ahead) =>
      layTimeline({
        nodes: [{ key: 'a', at: on(7), ahead }],
        marks: [],
        timeZone: BOISE,
        anchorAt,
        isFromAnchor: true,
        width: 860,
      }),
    );
    expect([still?.nodes[0]?.day, moved?.nodes[0]?.day]).toEqual([7, 9]);
  });

  it('says what falls on one day in one line', () => {
    const { marks } = lay([0], [mark('call', 5, 'Call, 27 Oct', 'call'), mark('today', 5, 'Today')]);
    expect(marks.map(({ kind, label }) => [kind, label])).toEqual([['today', 'Today, call']]);
  });

  it('lets no label run into another: the second line, then none', () => {
    const near = [4, 5, 6].map((day) => mark('session', day, `Session ${day}, in the clinic`));
    const lanes = lay([0, 40], near, 320).marks.map(({ lane }) => lane);
    expect(new Set(lanes)).toEqual(new Set([1, 0, null]));
  });

  it('need not hold the session of long ago', () => {
    const layout = layTimeline({
      nodes: [{ key: 'a', at: on(200), ahead: 0 }],
      marks: [],
      timeZone: BOISE,
      anchorAt,
      isFromAnchor: false,
      width: 860,
    });
    expect(layout.firstDay).toBe(199);
  });
});

describe('the changes of the clocks', () => {
  it('are found on their day, both ways', () => {
    expect(clockChanges('2026-10-22T00:00:00Z', '2026-11-20T00:00:00Z', BOISE)).toEqual([
      { at: '2026-11-01T08:00:00.000Z', back: true },
    ]);
    expect(clockChanges('2027-03-01T00:00:00Z', '2027-04-01T00:00:00Z', 'Europe/Berlin')).toEqual([
      { at: '2027-03-28T01:00:00.000Z', back: false },
    ]);
    expect(clockChanges('2026-01-01T00:00:00Z', '2026-12-31T00:00:00Z', 'America/Phoenix')).toEqual([]);
  });

  it('do not hide how far a clock here is from the server’s', () => {
    const readAt = Date.parse('2026-11-04T18:00:40Z');
    expect(behindServer('2026-11-04T11:00', BOISE, readAt)).toBe(0);
    expect(behindServer('2026-11-04T13:00', BOISE, readAt)).toBe(2 * 3_600_000 - 40_000);
    expect(behindServer('2026-10-20T12:00', BOISE, readAt)).toBe(-15 * DAY_MS - 40_000);
  });

  it('are read from offsets in minutes, also of half hours', () => {
    expect(offsetAt(Date.parse('2026-07-01T12:00:00Z'), 'Asia/Kolkata')).toBe(330);
    expect(offsetAt(Date.parse('2026-12-01T12:00:00Z'), BOISE)).toBe(-420);
  });
});
