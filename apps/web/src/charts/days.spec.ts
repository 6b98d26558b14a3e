import { dateAt, dayIndex, runs } from './days.js';

describe('the days of a check-in chart', () => {
  it('counts calendar dates the same across a clock change', () => {
    expect(dayIndex('2026-11-02') - dayIndex('2026-10-31')).toBe(2);
    expect(dateAt(dayIndex('2026-11-01'))).toBe('2026-11-01');
  });

  it('leaves a gap where a day has no answer', () => {
    const days = [17, 19, 20, 22].map((day) => ({ day }));
    expect(runs(days).map((run) => run.map(({ day }) => day))).toEqual([[17], [19, 20], [22]]);
  });

  it('keeps two answers of one day in one run', () => {
    expect(runs([{ day: 5 }, { day: 5 }, { day: 6 }])).toHaveLength(1);
  });

  it('draws nothing from nothing', () => {
    expect(runs([])).toEqual([]);
  });
});
