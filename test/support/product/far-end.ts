import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail that reached the far end to its last byte, whatever was answered then. */
export interface Arrival {
  to: string;
  messageId: string;
}

/** `250`: taken. Every other number is a refusal with that code. */
export type Reply = 250 | 421 | 450 | 451 | 550;

type Decide<About> = (about: About) => Reply | Promise<Reply>;

/** The mail server of the world outside: counts what comes and answers as a test wants it to. */
export class FarEnd {
  /** Every mail that arrived in full, in order. */
  readonly arrivals: Arrival[] = [];
  /** Answers the finished mail; the worker waits for it as long as this does. */
  onMail: Decide<Arrival> = () => 250;
  /** Answers the address, before there is a mail. */
  onAddress: Decide<string> = () => 250;

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 500,
    onRcptTo: ({ address }, _session, done) => answer(this.onAddress, address, done),
    onData: (stream, { envelope }, done) => {
      void simpleParser(stream).then(({ messageId = '' }) => {
        const arrival = { to: envelope.rcptTo[0]!.address, messageId };
        this.arrivals.push(arrival);
        answer(this.onMail, arrival, done);
      });
    },
  });

  private constructor() {
    // A worker that is killed in the middle is what some tests are about.
    this.server.on('error', () => undefined);
  }

  static async open(): Promise<FarEnd> {
    const farEnd = new FarEnd();
    farEnd.server.listen(0, '127.0.0.1');
    await once(farEnd.server.server, 'listening');
    return farEnd;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  arrivalsFor(address: string): Arrival[] {
    return this.arrivals.filter(({ to }) => to === address);
  }

  /** How often each Message-ID of a mail to a client arrived. */
  counts(): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const { messageId } of this.arrivals.filter(({ to }) => !isOfStaff(to)))
      counts[messageId] = (counts[messageId] ?? 0) + 1;
    return counts;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

/** What an account is told of itself is not what is counted: every sign-in with a recovery code is told. */
function isOfStaff(address: string): boolean {
  return address.endsWith('@fernhollow.example');
}

function answer<About>(decide: Decide<About>, about: About, done: (error?: Error | null) => void): void {
  void Promise.resolve(decide(about)).then((code) => {
    done(code === 250 ? null : Object.assign(new Error('not today'), { responseCode: code }));
  });
}
