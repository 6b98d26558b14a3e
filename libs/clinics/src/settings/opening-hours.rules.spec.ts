import { inOrder, openingHoursTrouble } from './opening-hours.rules.js';

describe('opening hours', () => {
  it.each([
    ['09:00', '17:00', null],
    ['00:00', '23:59', null],
    ['09:00', '09:01', null],
    ['09:00', '09:00', 'closesTooEarly'],
    ['17:00', '09:00', 'closesTooEarly'],
    ['22:00', '06:00', 'closesTooEarly'],
  ])('from %s to %s: %s', (openFrom, openTo, code) => {
    expect(openingHoursTrouble({ openFrom, openTo, openDays: [1] })?.code ?? null).toBe(code);
  });

  it('name each day once, in order', () => {
    expect(inOrder([5, 1, 3, 1])).toEqual([1, 3, 5]);
    expect(inOrder(['2026-12-25', '2026-01-01', '2026-12-25'])).toEqual(['2026-01-01', '2026-12-25']);
  });
});
