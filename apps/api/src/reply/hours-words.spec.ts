import { Temporal } from 'temporal-polyfill';
import { hoursWords } from './hours-words.js';

const now = Temporal.Instant.from('2026-11-04T18:00:00Z');
const portland = {
  timeZone: 'America/Los_Angeles',
  openFrom: '08:00:00',
  openTo: '18:00:00',
  openDays: [1, 2, 3, 4, 5],
};

describe('a clinic’s hours', () => {
  it('stand on the client’s clock, with its name', () => {
    const boise = { timeZone: 'America/Boise', locale: 'en-US' };
    expect(hoursWords(portland, boise, now)).toBe('Mon–Fri, 9:00 am – 7:00 pm, Mountain time');
  });

  it('stand on the clinic’s clock where the days would differ', () => {
    const auckland = { timeZone: 'Pacific/Auckland', locale: 'en-NZ' };
    expect(hoursWords(portland, auckland, now)).toMatch(/^Mon–Fri, 8:00 am – 6:00 pm, .*Pacific/);
  });

  it('name days one by one unless three follow each other', () => {
    const here = { timeZone: 'America/Los_Angeles', locale: 'en-US' };
    const some = { ...portland, openDays: [6, 1, 2, 4] };
    expect(hoursWords(some, here, now)).toBe('Mon, Tue, Thu, Sat, 8:00 am – 6:00 pm, Pacific time');
    expect(hoursWords({ ...portland, openDays: [] }, here, now)).toBeNull();
  });
});
