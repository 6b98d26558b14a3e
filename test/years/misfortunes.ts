import { chance, pick } from './chance.js';
import type { Fate } from './far-end-of-years.js';
import type { Death } from './mortal-mailer.js';

const FATES: readonly Fate[] = ['421 at the greeting', '451 at the address', '451 at the end', '550 at the address', 'silence before the mail', 'silence after the final dot', 'gone after it took the mail']; // prettier-ignore

/** What goes wrong around a hand-over, the same in every life of a world. */
export class Misfortunes {
  private readonly handOvers = new Map<string, number>();

  constructor(private readonly seed: number) {}

  fateOf(to: string, attempt: number): Fate {
    const isBad = chance(this.seed, to, attempt) < 0.14;
    return isBad ? pick(FATES, this.seed, to, attempt, 'fate') : 'take';
  }

  deathAt(to: string): Death {
    const nth = (this.handOvers.get(to) ?? 0) + 1;
    this.handOvers.set(to, nth);
    const rolled = chance(this.seed, to, nth, 'death');
    return rolled < 0.01 ? 'before the hand-over' : rolled < 0.02 ? 'after the hand-over' : 'lives';
  }
}
