import { Temporal } from 'temporal-polyfill';
import { numberInSeries } from './session-number.rules.js';
import type { KetamineSessionStatus } from './session.types.js';

const session = (id: string, day: number, status: KetamineSessionStatus = 'planned', seriesId = 's') => ({
  id,
  seriesId,
  status,
  heldAt: Temporal.Instant.from(`2026-11-0${day}T18:00:00Z`),
});

describe('the number of a ketamine session', () => {
  const all = [
    session('a', 1, 'completed'),
    session('b', 2, 'no_show'),
    session('c', 3, 'cancelled'),
    session('d', 4),
    session('e', 4),
    session('x', 1, 'completed', 'an earlier series'),
  ];

  it.each([
    ['the first is 1', 'a', 1],
    ['a missed one shows the number it would have had', 'b', 2],
    ['a cancelled one too', 'c', 2],
    ['neither takes a number from the next', 'd', 2],
    ['two at one time keep an order', 'e', 3],
    ['each series counts for itself', 'x', 1],
  ])('%s', (_, id, number) => {
    expect(
      numberInSeries(
        all.find((one) => one.id === id)!,
        all,
      ),
    ).toBe(number);
  });
});
