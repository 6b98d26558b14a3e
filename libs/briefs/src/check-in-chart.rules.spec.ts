import { Temporal } from 'temporal-polyfill';
import { type CheckInPoint, checkInChart } from './check-in-chart.rules.js';

const day = (text: string) => Temporal.PlainDate.from(text);
const point = (on: string, over: Partial<CheckInPoint> = {}): CheckInPoint => ({
  on: day(on),
  reflectionId: `r-${on}`,
  ease: 3,
  energy: null,
  sleep: null,
  crowded: null,
  ...over,
});
const texts = (dates: readonly Temporal.PlainDate[]) => dates.map((date) => date.toString());
const TODAY = day('2026-11-20');

describe('the chart of check-ins', () => {
  it('reaches from five days before the earliest session until today', () => {
    const chart = checkInChart([], [day('2026-11-16'), day('2026-11-09')], TODAY);
    expect([chart.from.toString(), chart.to.toString()]).toEqual(['2026-11-04', '2026-11-20']);
    expect(texts(chart.sessions)).toEqual(['2026-11-09', '2026-11-16']);
  });

  it('begins with the first check-in when there was no session, and today when there is nothing', () => {
    expect(checkInChart([point('2026-11-18'), point('2026-11-12')], [], TODAY).from.toString()).toBe(
      '2026-11-12',
    );
    expect(checkInChart([], [], TODAY)).toMatchObject({ sessions: [], points: [] });
    expect(checkInChart([], [], TODAY).from.equals(TODAY)).toBe(true);
  });

  it('keeps days without a check-in as gaps: nothing is filled in', () => {
    const chart = checkInChart([point('2026-11-11'), point('2026-11-14')], [day('2026-11-10')], TODAY);
    expect(texts(chart.points.map(({ on }) => on))).toEqual(['2026-11-11', '2026-11-14']);
  });

  it('passes over reflections without a tap', () => {
    expect(checkInChart([point('2026-11-11', { ease: null })], [day('2026-11-10')], TODAY).points).toEqual(
      [],
    );
    const slept = checkInChart([point('2026-11-11', { ease: null, sleep: 1 })], [day('2026-11-10')], TODAY);
    expect(slept.points).toHaveLength(1);
  });

  it('shows one point a day, the last that was given', () => {
    const points = [
      point('2026-11-11', { ease: 1, reflectionId: 'a' }),
      point('2026-11-11', { ease: 5, reflectionId: 'b' }),
    ];
    expect(checkInChart(points, [day('2026-11-10')], TODAY).points).toMatchObject([
      { ease: 5, reflectionId: 'b' },
    ]);
  });

  it('leaves out what lies before it begins, and keeps its first day', () => {
    const points = [point('2026-11-04'), point('2026-11-05'), point('2026-11-06')];
    const chart = checkInChart(points, [day('2026-11-10')], TODAY);
    expect(texts(chart.points.map(({ on }) => on))).toEqual(['2026-11-05', '2026-11-06']);
  });

  it('puts days in order across months and years', () => {
    const points = [point('2027-01-01'), point('2026-12-31'), point('2026-12-30')];
    const chart = checkInChart(points, [day('2026-12-29')], day('2027-01-02'));
    expect(texts(chart.points.map(({ on }) => on))).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  });
});
