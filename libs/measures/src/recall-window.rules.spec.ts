import { Temporal } from 'temporal-polyfill';
import { newestMeasure } from './measures.data.js';
import { reachesOver, resultLabel, windowStartsOn } from './recall-window.rules.js';

const phq9 = newestMeasure('phq-9')!;
const pcl5 = newestMeasure('pcl-5')!;
const on = (text: string) => Temporal.PlainDate.from(text);
const days = (...texts: string[]) => texts.map(on);

describe('the window of a measure', () => {
  it.each([
    [phq9, '2026-11-15', '2026-11-01'],
    [phq9, '2026-03-10', '2026-02-24'],
    [pcl5, '2026-11-15', '2026-10-15'],
  ])('%# starts so many days before the answer', (definition, completedOn, start) => {
    expect(windowStartsOn(definition, on(completedOn)).toString()).toBe(start);
  });

  it.each([
    ['2026-11-01', false, 'the day before a planned session'],
    ['2026-11-02', true, 'the day itself'],
    ['2026-11-03', true, 'the day after'],
    ['2026-11-16', true, 'two weeks after, the session just inside'],
    ['2026-11-17', false, 'day 15'],
  ])('on %s: %s, %s', (day, reaches) => {
    expect(reachesOver(phq9, on(day), days('2026-11-02'))).toBe(reaches);
  });

  it('never ends on the day of a session within a month, whatever the month', () => {
    for (const session of ['2026-01-31', '2026-02-28', '2026-03-01', '2026-12-31']) {
      const aMonthLater = on(session).add({ months: 1 });
      expect(reachesOver(pcl5, aMonthLater, [on(session)])).toBe(true);
    }
  });

  it('asks about any one of several sessions', () => {
    expect(reachesOver(phq9, on('2026-11-20'), days('2026-10-01', '2026-11-10'))).toBe(true);
    expect(reachesOver(phq9, on('2026-11-20'), days('2026-10-01', '2026-12-01'))).toBe(false);
    expect(reachesOver(phq9, on('2026-11-20'), [])).toBe(false);
  });
});

describe('what a result is labelled', () => {
  it.each([
    ['before the first session', [], true, 'baseline'],
    ['before a single one that is not planned yet', [], false, 'baseline'],
    ['between two', ['2026-10-20'], true, 'mid-series'],
    ['a month into the series, another still to come', ['2026-09-01'], true, 'mid-series'],
    ['ten days after the last', ['2026-11-10'], false, 'mid-series'],
    ['fifteen days after the last', ['2026-11-05'], false, 'after'],
    ['long after six', ['2026-08-01', '2026-08-04', '2026-08-08'], false, 'after'],
  ] as const)('%s', (_what, held, isMoreToCome, label) => {
    const series = { heldOn: days(...held), isMoreToCome };
    expect(resultLabel(phq9, on('2026-11-20'), series)).toBe(label);
  });
});
