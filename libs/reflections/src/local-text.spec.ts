import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { nearDayAndTimeWords } from '@app/design/words/when.js';
import { localText } from './local-text.js';

describe('when something was sent, on a clock', () => {
  it('reads as "Mon 2 Nov, 8:30 am"', () => {
    const at = Temporal.Instant.from('2026-11-02T15:30:59.999Z');
    expect(localText(at, { timeZone: 'America/Boise', locale: 'en-US' })).toBe('Mon 2 Nov, 8:30 am');
    expect(localText(at, { timeZone: 'America/Boise', locale: 'en-GB' })).toBe('Mon 2 Nov, 8:30');
  });

  it('is worded as every other time is, in every zone and language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2045-01-01') }),
        fc.constantFrom('America/Boise', 'America/Havana', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC'),
        fc.constantFrom('en-US', 'en-GB', 'en-CA', 'de-DE', 'es-US'),
        (ms, timeZone, locale) => {
          const at = Temporal.Instant.fromEpochMilliseconds(ms);
          expect(localText(at, { timeZone, locale })).toBe(nearDayAndTimeWords(at, { timeZone, locale }));
        },
      ),
      { numRuns: 500 },
    );
  });
});
