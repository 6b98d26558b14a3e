import { chance } from './chance.js';

/** Mailings whose time has not come yet, the next ones first: a job of one may be left over from before it moved. */
export const WAITING = `select id from mailings where status = 'scheduled' order by send_at, id limit 12`;

/**
 * The queue between finding what is due and sending it, as queues are: it keeps some jobs back until the next
 * sweep, however late that is, and then two workers take them at once. What was due by then need not be any more;
 * and it brings a job that nobody asked for.
 */
export class LateQueue {
  private kept: string[] = [];
  private nth = 0;
  private isHealed = false;

  constructor(private readonly seed: number) {}

  /** What is tried now, of what was found due now and before, and of what waits. */
  deliver(due: readonly string[], waiting: readonly { id: string }[]): string[] {
    const late = this.kept.splice(0);
    if (this.isHealed) return [...late, ...due];
    this.kept = due.filter(() => chance(this.seed, 'late', (this.nth += 1)) < 0.15);
    const stray = waiting[Math.floor(chance(this.seed, 'stray', (this.nth += 1)) * 12)];
    return [...late, ...due.filter((id) => !this.kept.includes(id)), ...late, ...(stray ? [stray.id] : [])];
  }

  /** Everything at once: nothing is kept back any more. */
  heal(): void {
    this.isHealed = true;
  }

  get isLate(): boolean {
    return this.kept.length > 0;
  }
}
