import { Temporal } from 'temporal-polyfill';
import type { Handover } from './handover.types.js';
import { afterHandover, type MailBreaker, RESTED, restsUntil } from './mail-breaker.rules.js';

const NOW = Temporal.Instant.from('2026-11-09T17:00:00Z');
const broken: Handover = { outcome: 'refused-for-now', code: 'ETIMEDOUT' };
const after = (...handovers: Handover[]): MailBreaker =>
  handovers.reduce((state, one) => afterHandover(state, one, NOW), RESTED);
const times = (count: number, one: Handover = broken) => Array.from({ length: count }, () => one);
const secondsAfter = (count: number) =>
  after(...times(count))
    .restsUntil?.since(NOW)
    .total('seconds') ?? 0;

describe('the pause after a mail server has gone', () => {
  it('begins with the fifth connection in a row that broke, and grows to five minutes', () => {
    expect([1, 4, 5, 6, 7, 8, 9, 40].map(secondsAfter)).toEqual([0, 0, 30, 60, 120, 240, 300, 300]);
  });

  it('is over when its time is', () => {
    const state = after(...times(5));
    expect(restsUntil(state, NOW.add({ seconds: 29 }))?.toString()).toBe('2026-11-09T17:00:30Z');
    expect(restsUntil(state, NOW.add({ seconds: 30 }))).toBeNull();
    expect(restsUntil(RESTED, NOW)).toBeNull();
  });

  it.each<[string, Handover, boolean]>([
    ['accepted', { outcome: 'accepted', response: '250 ok' }, false],
    ['a mailbox that does not exist', { outcome: 'refused', code: '550 5.1.1' }, false],
    ['come back later', { outcome: 'refused-for-now', code: '451 4.7.1' }, false],
    ['a mail that cannot be sent', { outcome: 'refused', code: 'unsendable' }, false],
    ['no answer after the last dot', { outcome: 'unknown', why: 'ETIMEDOUT' }, true],
    ['a reset', { outcome: 'refused-for-now', code: 'ECONNECTION' }, true],
  ])('knows the server from the mail: %s', (_, handover, counts) => {
    expect(after(...times(4), handover).restsUntil !== null).toBe(counts);
    expect(after(...times(4), handover, ...times(4)).restsUntil !== null).toBe(counts);
  });
});
