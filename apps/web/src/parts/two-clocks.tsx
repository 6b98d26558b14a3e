import { clock, day, dayAndClock, isSameClock } from '../when.js';
import { say } from '../words.js';

interface TwoClocksProps {
  at: string;
  /** The staff's clock, named once on the screen. */
  here: string;
  /** The client's clock. */
  there: string;
  name: string;
}

/** "11:30 am for Rowan": the client's clock, with the date where it is another day there. Nothing where they agree. */
export function TheirClock({ at, here, there, name }: TwoClocksProps) {
  if (isSameClock(at, here, there)) return null;
  const time = day(at, here) === day(at, there) ? clock(at, there) : dayAndClock(at, there);
  return <span className="their-clock">{say('when.forClient', { time, name: firstName(name) })}</span>;
}

export const firstName = (name: string): string => name.split(' ')[0] ?? name;
