import fc from 'fast-check';
import {
  DEFAULT_THRESHOLDS,
  isAllowed,
  THRESHOLD_NAMES,
  THRESHOLD_RANGES,
  thresholdsOf,
} from './pattern-thresholds.js';

describe('the figures of a clinic', () => {
  it('are the usual ones, to the letter, until it says otherwise', () => {
    for (const stored of [null, undefined, {}, [], 'none', 7])
      expect(thresholdsOf(stored)).toEqual(DEFAULT_THRESHOLDS);
    expect(DEFAULT_THRESHOLDS).toMatchObject({
      silentPrompts: 2,
      answeredPercent: 70,
      gainSteps: 2,
      givenBackPercent: 70,
      afterSessionHours: 72,
      sameTriggerTimes: 3,
      sameTriggerWithinDays: 14,
      swampedTimes: 2,
      phq9Points: 6,
      gad7Points: 4,
    });
  });

  it('allow the usual ones themselves, and both ends', () => {
    for (const name of THRESHOLD_NAMES) {
      const { from, to } = THRESHOLD_RANGES[name];
      for (const value of [DEFAULT_THRESHOLDS[name], from, to]) expect(isAllowed(name, value)).toBe(true);
      for (const value of [from - 1, to + 1, from + 0.5, NaN, '7', null])
        expect(isAllowed(name, value)).toBe(false);
    }
  });

  it('are taken over one by one: one that is out of range is the usual one', () => {
    expect(thresholdsOf({ phq9Points: 8, gad7Points: 1, swampedTimes: '3', unknown: 5 })).toEqual({
      ...DEFAULT_THRESHOLDS,
      phq9Points: 8,
    });
    expect(thresholdsOf(JSON.parse('{"__proto__": {"phq9Points": 8}}'))).toEqual(DEFAULT_THRESHOLDS);
  });

  it('are always inside their ranges, whatever stands in the row', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom<string>(...THRESHOLD_NAMES), fc.anything()), (stored) => {
        const figures = thresholdsOf(stored);
        for (const name of THRESHOLD_NAMES) expect(isAllowed(name, figures[name])).toBe(true);
      }),
    );
  });

  it('never let a measure count below its published reliable change', () => {
    expect(THRESHOLD_RANGES.phq9Points.from).toBe(6);
    expect(THRESHOLD_RANGES.gad7Points.from).toBe(4);
  });
});
