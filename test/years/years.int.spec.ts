import { YearWorld } from './year-world.js';

jest.setTimeout(400_000);

/** `YEARS_SEED` replays one world; `YEARS_WORLDS` lives through more of them than CI does. */
const replayed = process.env['YEARS_SEED'];
const worlds = Number(process.env['YEARS_WORLDS'] ?? 5);
const seeds = replayed ? [Number(replayed)] : Array.from({ length: worlds }, (_, nth) => nth + 1);

/** What a year must have held to prove anything. */
const ABOUT = [
  'first',
  'nudge',
  'snoozed',
  'dispatched',
  'a worker died',
  'a job came late',
  'is out of reach before anything is planned again',
  '421 at the greeting',
  '451 at the address',
  '451 at the end',
  '550 at the address',
  'silence before the mail',
  'silence after the final dot',
  'gone after it took the mail',
];

describe('a year of ten clients, with a mail server that misbehaves, workers that die and days without one', () => {
  it.each(seeds)('keeps every promise about what leaves and when (YEARS_SEED=%d)', async (seed) => {
    const world = await YearWorld.open({ seed, clients: 10, days: 365 });
    try {
      await world.live();
    } finally {
      await world.close();
    }
    expect(world.broken).toEqual([]);
    expect(ABOUT.filter((what) => !world.seen[what])).toEqual([]);
  });
});
