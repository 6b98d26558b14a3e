import { Temporal } from 'temporal-polyfill';
import { measureResultBody, offeredAnswers } from './measure-result.rules.js';
import { newestMeasure } from './measures.data.js';

const gad7 = newestMeasure('gad-7')!;
const completedOn = Temporal.PlainDate.from('2026-11-20');
const series = { heldOn: [Temporal.PlainDate.from('2026-11-05')], isMoreToCome: false };
const full = { '1': 1, '2': 1, '3': 2, '4': 2, '5': 0, '6': 3, '7': 2 };

describe('what is kept of a measure', () => {
  it('is every answer, the total, its band, and what it looks back on', () => {
    const items = { ...full, difficulty: 2 };
    expect(measureResultBody(gad7, { items, completedOn, series })).toEqual({
      code: 'gad-7',
      version: 1,
      items,
      total: 11,
      bandCode: 'moderate',
      label: 'after',
      windowFrom: '2026-11-06',
      completedOn: '2026-11-20',
    });
  });

  it('has neither total nor band when an item was left out', () => {
    const { '4': _left, ...items } = full;
    expect(measureResultBody(gad7, { items, completedOn, series })).toMatchObject({
      items,
      total: null,
      bandCode: null,
    });
  });

  it('is nothing that was not asked or not offered', () => {
    const given = { ...full, '3': 7, difficulty: 9, '8': 1, constructor: 1 };
    expect(offeredAnswers(gad7, given)).toEqual({ '1': 1, '2': 1, '4': 2, '5': 0, '6': 3, '7': 2 });
  });
});
