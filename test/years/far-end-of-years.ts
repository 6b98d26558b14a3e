import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What the mail server does with one attempt at one mail. */
export type Fate =
  | 'take'
  | '421 at the greeting'
  | '451 at the address'
  | '451 at the end'
  | '550 at the address'
  | 'silence before the mail'
  | 'silence after the final dot'
  | 'gone after it took the mail';

/** A mail that came whole, to its final dot, and was not refused then. */
export interface Arrival {
  to: string;
  messageId: string;
}

/** The mail server of the world outside, written line by line: a true one does not misbehave like this. */
export class FarEndOfYears {
  readonly arrivals: Arrival[] = [];
  /** Decides on an attempt; told the address and which attempt to it this is, from 1. */
  fateOf: (to: string, attempt: number) => Fate = () => 'take';
  private readonly attempts = new Map<string, number>();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.talk(socket));

  private constructor() {
    this.server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('close', () => this.sockets.delete(socket));
    });
  }

  static async open(): Promise<FarEndOfYears> {
    const farEnd = new FarEndOfYears();
    farEnd.server.listen(0, '127.0.0.1');
    await once(farEnd.server, 'listening');
    return farEnd;
  }

  get smtpUrl(): string {
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
  }

  private talk(socket: Socket): void {
    let buffer = '';
    let to = '';
    let fate: Fate = 'take';
    let isMail = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    say('220 here');
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (;;) {
        const end = buffer.indexOf(isMail ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + (isMail ? 5 : 2));
        if (isMail) {
          isMail = false;
          if (!this.take({ to, text, fate }, socket)) return;
          continue;
        }
        const address = /^RCPT TO:<(.+)>/i.exec(text)?.[1];
        if (address) {
          to = address;
          fate = this.nextFate(to);
        }
        if (address && fate === '421 at the greeting') {
          say('421 closing');
          socket.end();
          return;
        }
        if (address && fate.endsWith('at the address')) say(`${fate.slice(0, 3)} no`);
        else if (text === 'DATA' && fate === 'silence before the mail') return;
        else if (text === 'DATA') isMail = say('354 go on') || true;
        else say('250 fine');
      }
    });
  }

  private nextFate(to: string): Fate {
    const attempt = (this.attempts.get(to) ?? 0) + 1;
    this.attempts.set(to, attempt);
    return this.fateOf(to, attempt);
  }

  /** Whether the conversation goes on. */
  private take({ to, text, fate }: { to: string; text: string; fate: Fate }, socket: Socket): boolean {
    if (fate === '451 at the end') return socket.write('451 not now\r\n') || true;
    this.arrivals.push({ to, messageId: /^Message-ID:\s*(<[^>]+>)/im.exec(text)?.[1] ?? '' });
    if (fate === 'silence after the final dot') return false;
    if (fate === 'gone after it took the mail') {
      socket.destroy();
      return false;
    }
    return socket.write('250 taken\r\n') || true;
  }
}
