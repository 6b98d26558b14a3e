import { Temporal } from 'temporal-polyfill';

interface Entry {
  at: Temporal.Instant;
  order: number;
  happen: () => Promise<void>;
}

/** What an invented past needs of the product while it is lived through. */
export interface World {
  setClock(instant: Temporal.Instant): Promise<void>;
  /** When the next mailing of any client is due; null when none is before `until`. */
  nextDue(until: Temporal.Instant): Promise<Temporal.Instant | null>;
  /** Sends everything that is due at the clock's time. */
  sweep(): Promise<void>;
}

/** Lives through moments in order of time, sweeping whenever a mailing falls due between them. */
export class Life {
  private readonly moments: Entry[] = [];
  private counter = 0;

  constructor(private readonly world: World) {}

  /** Something that happens at an instant; may itself plan more. */
  plan(at: Temporal.Instant, happen: () => Promise<void>): void {
    this.moments.push({ at, order: this.counter++, happen });
  }

  /** Lives until `end`. What lies after it does not happen. */
  async liveUntil(end: Temporal.Instant): Promise<void> {
    for (;;) {
      const next = this.next(end);
      const due = await this.world.nextDue(next?.at ?? end);
      if (due) {
        await this.world.setClock(due);
        await this.world.sweep();
      } else if (next) {
        this.moments.splice(this.moments.indexOf(next), 1);
        await this.world.setClock(next.at);
        await next.happen();
      } else {
        return;
      }
    }
  }

  private next(end: Temporal.Instant): Entry | undefined {
    return this.moments
      .filter((moment) => Temporal.Instant.compare(moment.at, end) <= 0)
      .sort((a, b) => Temporal.Instant.compare(a.at, b.at) || a.order - b.order)[0];
  }
}
