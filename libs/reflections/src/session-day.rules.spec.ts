import { Temporal } from 'temporal-polyfill';
import { sessionDayNumber } from './session-day.rules.js';

const at = (text: string) => Temporal.Instant.from(text);
const zone = 'America/Boise';

describe('the day after a ketamine session', () => {
  it('counts calendar days on the client’s clock, not 24 hours', () => {
    const evening = at('2026-11-03T05:00:00Z'); // Monday 2 November, 10:00 pm in Boise
    expect(sessionDayNumber([evening], zone, at('2026-11-03T06:30:00Z'))).toBe(0);
    expect(sessionDayNumber([evening], zone, at('2026-11-03T07:30:00Z'))).toBe(1);
  });

  it('counts from the latest session that came before, whatever the order', () => {
    const sessions = [at('2026-11-20T18:00:00Z'), at('2026-11-09T18:00:00Z'), at('2026-11-02T18:00:00Z')];
    expect(sessionDayNumber(sessions, zone, at('2026-11-12T18:00:00Z'))).toBe(3);
  });

  it('is nothing before the first session', () => {
    expect(sessionDayNumber([at('2026-11-09T18:00:00Z')], zone, at('2026-11-02T18:00:00Z'))).toBeNull();
  });
});
