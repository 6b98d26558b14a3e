import { leavesEnoughOpen } from './quiet-hours.rules.js';

describe('quiet hours', () => {
  it.each([
    ['21:00', '08:00', true],
    ['09:00', '17:00', true],
    ['22:00', '18:00', true],
    ['22:00', '18:01', false],
    ['00:00', '23:59', false],
    ['08:00', '08:00', true],
    ['00:00', '24:00', false],
    ['24:00', '08:00', true],
    ['18:00', '24:00', true],
  ])('from %s to %s leave 4 hours open: %s', (from, to, enough) => {
    expect(leavesEnoughOpen({ from, to })).toBe(enough);
  });
});
