import { Temporal } from 'temporal-polyfill';
import { chance, pick } from './chance.js';

/** Something that happens in a client's year. */
export const HAPPENINGS = [
  'completes the session that was held',
  'completes the session that was held',
  'completes the session that was held',
  'does not show up',
  'plans a session',
  'plans a session',
  'moves a session',
  'books a call',
  'moves a call',
  'cancels a call',
  'rests for a few days',
  'rests for a week',
  'rests until the next call',
  'rests until further notice',
  'ends the rest',
  'skips what is open',
  'snoozes what is open',
  'moves to another zone',
  'sleeps at other hours',
  'wants another pace',
  'is put on hold, or off',
  'has a prompt held, or let go',
  'has a prompt held, or let go',
  'has a prompt cancelled',
  'has a prompt sent now',
  'has what is unknown sent again',
  'stops, or starts again',
  'is out of reach before anything is planned again',
] as const;
export type Happening = (typeof HAPPENINGS)[number];

export interface Turn {
  at: Temporal.Instant;
  /** Which client of the world, from 0. */
  client: number;
  happening: Happening;
  /** Belongs to this turn alone. */
  name: string;
}

/** The turns of a year for so many clients, in order; about one in four days for each. */
export function turnsOf(
  seed: number,
  clients: number,
  { from, days }: { from: Temporal.Instant; days: number },
): Turn[] {
  const turns: Turn[] = [];
  for (let client = 0; client < clients; client += 1) {
    let hours = 2;
    for (let nth = 0; hours < days * 24; nth += 1) {
      const name = `${seed}/${client}/${nth}`;
      const happening = pick(HAPPENINGS, name, 'what');
      const minutes = Math.floor(hours * 60 + chance(name, 'minute') * 60);
      turns.push({ at: from.add({ minutes }), client, happening, name });
      hours += 6 + Math.floor(chance(name, 'wait') * 180);
    }
  }
  return turns.sort((a, b) => Temporal.Instant.compare(a.at, b.at) || a.client - b.client);
}

export interface Outage {
  from: Temporal.Instant;
  until: Temporal.Instant;
}

/** The outage that this instant is in. */
export function outageAt(outages: readonly Outage[], at: Temporal.Instant): Outage | undefined {
  return outages.find(
    ({ from, until }) => Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, until) < 0,
  );
}

/** Five times a year no worker runs, for an hour up to a week. */
export function outagesOf(seed: number, { from, days }: { from: Temporal.Instant; days: number }): Outage[] {
  return [0, 1, 2, 3, 4].map((nth) => {
    const start = from.add({ hours: Math.floor((chance(seed, 'down', nth) * 0.9 * days + 5) * 24) });
    const hours = 1 + Math.floor(chance(seed, 'for', nth) ** 2 * 167);
    return { from: start, until: start.add({ hours }) };
  });
}
