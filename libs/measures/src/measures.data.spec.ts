import { MEASURE_SAMPLE } from '@app/design/words/measure-sample.js';
import { checkMeasureFile } from './measure-file.rules.js';
import { findMeasure, MEASURES, newestMeasure } from './measures.data.js';

const named = MEASURES.map((one) => [`${one.code} ${one.version}`, one] as const);

describe('the measures we hold', () => {
  it.each(named)('%s names its source, licence, population, language and window', (_name, one) => {
    expect(one.source).toMatch(/(19|20)\d\d/);
    expect(one.licence).toMatch(/No permission required|public domain/);
    expect(one.population.length).toBeGreaterThan(20);
    expect(one.language).toBe('en-US');
    expect([14, 31]).toContain(one.windowDays);
  });

  it.each(named)('%s would be accepted as a file, but for what only ours may ask', (_name, one) => {
    const { version: _version, safetyItem: _safety, ...file } = one;
    const { troubles } = checkMeasureFile(file, []);
    const isOurs =
      one.safetyItem === null ? [] : [{ field: 'items.8.text', code: 'asksForSafety', params: {} }];
    expect(troubles).toEqual(isOurs);
  });

  it.each(named)('%s is found by its code and version, and by nothing else', (_name, one) => {
    expect(findMeasure(one.code, one.version)).toBe(one);
    expect(findMeasure(one.code, one.version + 100)).toBeUndefined();
    expect(newestMeasure('constructor')).toBeUndefined();
  });

  it('numbers the items as published, and each version once', () => {
    for (const { items } of MEASURES) {
      expect(items.map(({ id }) => id)).toEqual(items.map((_, index) => String(index + 1)));
    }
    expect(new Set(named.map(([name]) => name)).size).toBe(MEASURES.length);
  });

  it('asks of one event in PCL-5 alone', () => {
    expect(MEASURES.filter((one) => one.needsIndexEvent).map(({ code }) => code)).toEqual(['pcl-5']);
  });

  it('offer a file to begin with that is accepted as it stands', () => {
    expect(
      checkMeasureFile(
        MEASURE_SAMPLE,
        MEASURES.map(({ code }) => code),
      ).troubles,
    ).toEqual([]);
  });
});
