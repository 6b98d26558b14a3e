import { Temporal } from 'temporal-polyfill';
import type { CheckInPoint } from './check-in-chart.rules.js';
import { courseChart } from './course-chart.rules.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const point = (on: string, ease: number | null, reflectionId = on): CheckInPoint => ({
  ...{ on: day(on), reflectionId, ease },
  ...{ energy: null, sleep: null, crowded: null },
});

describe('the chart of a whole course', () => {
  const today = day('2026-11-20');

  it('reaches from the first thing there is until today, gaps and all', () => {
    const points = [point('2026-09-01', 2), point('2026-10-05', 4)];
    expect(courseChart(points, [day('2026-11-02'), day('2026-10-01')], today)).toEqual({
      from: day('2026-09-01'),
      to: today,
      sessions: [day('2026-10-01'), day('2026-11-02')],
      points,
    });
    expect(courseChart([], [day('2026-10-01')], today).from).toEqual(day('2026-10-01'));
    expect(courseChart([], [], today)).toEqual({ from: today, to: today, sessions: [], points: [] });
  });

  it('has the last of a day, and nothing where no step was tapped', () => {
    const points = [point('2026-10-05', 2, 'a'), point('2026-10-05', 3, 'b'), point('2026-10-06', null)];
    expect(courseChart(points, [], today).points).toEqual([points[1]]);
  });
});
