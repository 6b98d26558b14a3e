import { Temporal } from 'temporal-polyfill';
import { Mailer } from '@app/platform/mail/mailer.js';
import { ClosingService } from '@app/prompts/closing.service.js';
import { boise, openPromptHouse, type PromptHouse } from '@app/prompts/prompts.test-support.js';
import { SendingService } from '@app/prompts/sending.service.js';
import { aClient } from '../factories/client.factory.js';
import { aPlan } from '../factories/plan.factory.js';
import { pick } from './chance.js';
import { type Outage, outageAt, outagesOf, type Turn, turnsOf } from './client-year.js';
import { FarEndOfYears } from './far-end-of-years.js';
import { Happenings, isRefusal, type Person } from './happenings.js';
import { brokenBy, dateOf, LETTER, type Letter, mailingIdOf, type Standing, STANDINGS } from './letters.js';
import { LateQueue, WAITING } from './late-queue.js';
import { Misfortunes } from './misfortunes.js';
import { MortalMailer, WorkerDied } from './mortal-mailer.js';

const START = boise('2026-01-05T09:00');
const SILENCE_MS = 150;
const AT_ONCE = 5;
const FIND_DUE = 'find_due_mailings_across_clinics(50)';

interface WorldWishes {
  seed: number;
  clients: number;
  days: number;
}

/** A clinic's year on a real database, with a mail server that misbehaves, workers that die and days without any. */
export class YearWorld {
  /** What was broken, in words; nothing when every promise was kept. */
  readonly broken: string[] = [];
  /** How often each thing came about: a year in which nothing happens proves nothing. */
  readonly seen: Record<string, number> = {};
  private readonly clients: Person[] = [];
  private readonly happenings: Happenings;
  private readonly outages: Outage[];
  private readonly queue: LateQueue;
  private readonly sentOn = new Set<string>();
  private read = 0;
  private toppedUp = START;
  private now = START;

  private constructor(
    private readonly seed: number,
    private readonly days: number,
    private readonly at: PromptHouse,
    private readonly farEnd: FarEndOfYears,
    private readonly mailer: Mailer,
  ) {
    this.happenings = new Happenings(at);
    this.outages = outagesOf(seed, { from: START, days });
    this.queue = new LateQueue(seed);
  }

  static async open({ seed, clients, days }: WorldWishes): Promise<YearWorld> {
    const farEnd = await FarEndOfYears.open();
    const limits = {
      connectionTimeout: 2000,
      greetingTimeout: 2000,
      socketTimeout: SILENCE_MS,
      sendTimeout: 4000,
    };
    const mailer = new Mailer({ smtpUrl: farEnd.smtpUrl, maxConnections: AT_ONCE, ...limits });
    const mortal = new MortalMailer(mailer);
    const at = await openPromptHouse({ mailer: mortal });
    const world = new YearWorld(seed, days, at, farEnd, mailer);
    const misfortunes = new Misfortunes(seed);
    mortal.deathAt = ({ to }) => misfortunes.deathAt(to);
    farEnd.fateOf = (to, attempt) => {
      const fate = misfortunes.fateOf(to, attempt);
      world.count(fate);
      return fate;
    };
    await at.clock.set(START);
    for (let nth = 0; nth < clients; nth += 1) await world.welcome(nth);
    return world;
  }

  /** Turn after turn; in between the clock jumps to whatever is due next. */
  async live(): Promise<void> {
    const end = START.add({ hours: this.days * 24 });
    for (const turn of turnsOf(this.seed, this.clients.length, { from: START, days: this.days })) {
      await this.workUntil(turn.at);
      await this.moveTo(turn.at);
      await this.happen(turn);
    }
    await this.workUntil(end);
    await this.healAt(end);
  }

  async close(): Promise<void> {
    await this.at.close();
    this.mailer.close();
    this.farEnd.close();
  }

  private async welcome(nth: number): Promise<void> {
    const by = this.at.maren;
    const timeZone = pick(
      ['America/Boise', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'],
      this.seed,
      nth,
    );
    const { id } = await aClient(this.at.house, { by, timeZone, email: `client-${nth}@ellis.example` });
    await aPlan(this.at.house, { by, clientId: id });
    this.clients.push({ id, by });
  }

  private async happen(turn: Turn): Promise<void> {
    try {
      await this.happenings.happen(turn, this.clients[turn.client]!);
      this.count(turn.happening);
    } catch (error) {
      if (!isRefusal(error)) throw new Error(`${turn.name} ${turn.happening}`, { cause: error });
      this.count('refused');
    }
  }

  /** Works from one due instant to the next, where a worker runs. */
  private async workUntil(end: Temporal.Instant): Promise<void> {
    for (;;) {
      const next = await this.nextDue(end);
      if (!next) return;
      await this.moveTo(next);
      await this.sweep();
    }
  }

  private async nextDue(end: Temporal.Instant): Promise<Temporal.Instant | null> {
    const outage = outageAt(this.outages, this.now);
    const from = outage ? outage.until : this.now;
    const [row] = await this.at.rows<{ due: Date | null }>(
      `select min(at) as due from (
         select send_at as at from mailings where status = 'scheduled' and send_at > $1
         union all select send_until from mailings where status = 'scheduled' and send_until > $1
         union all select lease_until from mailings where status = 'sending' and lease_until > $1) due`,
      [from.toString()],
    );
    const due = row?.due ? Temporal.Instant.from(row.due.toISOString()).add({ milliseconds: 5 }) : null;
    // What became due while nobody worked is due when somebody does again.
    const next = outage ? outage.until : due;
    return next && Temporal.Instant.compare(next, end) < 0 ? next : null;
  }

  private async sweep(): Promise<void> {
    await this.topUp();
    const before = new Map((await this.at.rows<Standing>(STANDINGS)).map((one) => [one.id, one]));
    await this.giveUpLeases();
    await this.send();
    await this.readLetters(before);
    await this.closePrompts();
  }

  private async send(): Promise<void> {
    const found = await this.across('mailing_id', FIND_DUE);
    const due = this.queue.deliver(found, await this.at.rows<{ id: string }>(WAITING));
    if (this.queue.isLate) this.count('a job came late');
    const sending = this.at.get(SendingService);
    for (let from = 0; from < due.length; from += AT_ONCE) {
      await Promise.all(
        due.slice(from, from + AT_ONCE).map((id) =>
          sending.send(this.at.worker, id).catch((error: unknown) => {
            if (!(error instanceof WorkerDied)) throw error;
            this.count('a worker died');
          }),
        ),
      );
    }
    // Whatever came of them, they are not as they were (I4).
    const left = await this.across('mailing_id', FIND_DUE);
    for (const id of left.filter((one) => due.includes(one))) this.broken.push(`${id} was due, and left`);
  }

  private async giveUpLeases(): Promise<void> {
    for (const id of await this.across('mailing_id', 'find_dead_leases_across_clinics()'))
      await this.at.get(SendingService).giveUpLease(this.at.worker, id);
  }

  private async closePrompts(): Promise<void> {
    const closing = this.at.get(ClosingService);
    for (const id of await this.across('prompt_id', 'find_prompts_to_close_across_clinics()'))
      await closing.expire(this.at.worker, id);
    for (const id of await this.across('mailing_id', 'find_overdue_mailings_across_clinics()'))
      await closing.settleOverdue(this.at.worker, id);
    for (const id of await this.across('client_id', 'find_clients_to_reschedule_across_clinics()'))
      await closing.planAgain(this.at.worker, id);
  }

  private async topUp(): Promise<void> {
    // Rows stand 60 days ahead: a week without is well within that, and saves most of the year's planning.
    const isDue = Temporal.Duration.compare(this.now.since(this.toppedUp), { hours: 7 * 24 }) >= 0;
    if (!isDue) return;
    this.toppedUp = this.now;
    for (const { id } of this.clients) await this.at.get(ClosingService).planAgain(this.at.worker, id);
  }

  /** Holds every letter that has just arrived against the promises (I2, I5). */
  private async readLetters(before: ReadonlyMap<string, Standing>): Promise<void> {
    for (const arrival of this.farEnd.arrivals.slice(this.read)) {
      const id = mailingIdOf(arrival);
      const [letter] = id ? await this.at.rows<Letter>(LETTER, [id]) : [];
      if (!letter) {
        this.broken.push(`a mail of nobody: ${arrival.messageId}`);
        continue;
      }
      const client = before.get(letter.client_id)!;
      this.count(letter.dispatched ? 'dispatched' : letter.kind);
      const told = (words: string) =>
        this.broken.push(`${letter.kind} ${letter.id} ${words} at ${this.now.toString()}`);
      brokenBy(letter, client, this.now).forEach(told);
      const times = this.farEnd.arrivals.filter(({ messageId }) => messageId === arrival.messageId).length;
      if (times > (letter.retried ? 2 : 1)) told(`came ${times} times`);
      const day = `${client.id} ${dateOf(this.now, client)}`;
      if (letter.counts_for_day && this.sentOn.has(day)) told('is the second of a day');
      if (letter.counts_for_day) this.sentOn.add(day);
    }
    this.read = this.farEnd.arrivals.length;
  }

  /** The faults heal; two minutes later nothing that is due may still wait (I4). */
  private async healAt(end: Temporal.Instant): Promise<void> {
    this.farEnd.fateOf = () => 'take';
    this.outages.length = 0;
    this.queue.heal();
    for (const seconds of [0, 60, 120]) {
      await this.moveTo(end.add({ seconds }));
      await this.sweep();
    }
    for (const id of await this.across('mailing_id', FIND_DUE)) this.broken.push(`${id} is still due`);
    const stuck = await this.at.rows<{ id: string }>(
      `select id from mailings where status = 'sending' or status = 'scheduled' and send_until <= app_now()
       union all select id from prompts where status = 'scheduled' and limit_at <= app_now()`,
    );
    for (const { id } of stuck) this.broken.push(`${id} is stuck`);
  }

  private async across(column: string, call: string): Promise<string[]> {
    const rows = await this.at.house.db.acrossClinics<{ id: string }>(`select ${column} as id from ${call}`);
    return rows.map(({ id }) => id);
  }

  private async moveTo(now: Temporal.Instant): Promise<void> {
    if (Temporal.Instant.compare(now, this.now) > 0) this.now = now;
    await this.at.clock.set(this.now);
  }

  private count(what: string): void {
    this.seen[what] = (this.seen[what] ?? 0) + 1;
  }
}
