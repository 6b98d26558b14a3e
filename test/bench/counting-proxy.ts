import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** `Query` and `Sync`: each makes the server answer everything so far, ending with `ReadyForQuery`. */
const ASKS = new Set(['Q'.charCodeAt(0), 'S'.charCodeAt(0)]);
const READY = 'Z'.charCodeAt(0);

/**
 * Stands before PostgreSQL and counts how often clients wait for it: a trip begins with a message that asks for an
 * answer while every earlier one has been answered. What is sent behind it without waiting belongs to it.
 */
export class CountingProxy {
  private count = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: number,
  ) {
    server.on('connection', (client) => this.serve(client));
  }

  static async open(target: number): Promise<CountingProxy> {
    const server = createServer();
    const proxy = new CountingProxy(server, target);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Round trips since the last time this was asked. */
  take(): number {
    const { count } = this;
    this.count = 0;
    return count;
  }

  close(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private serve(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    let unanswered = 0;
    const asked = new Messages(true, (type) => {
      if (!ASKS.has(type)) return;
      if (unanswered === 0) this.count += 1;
      unanswered += 1;
    });
    const answered = new Messages(false, (type) => {
      // The first one says that the sign-in is over.
      if (type === READY) unanswered = Math.max(0, unanswered - 1);
    });
    client.on('data', (chunk: Buffer) => asked.read(chunk));
    server.on('data', (chunk: Buffer) => answered.read(chunk));
    client.pipe(server);
    server.pipe(client);
    for (const socket of [client, server]) {
      socket.setNoDelay(true);
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        server.destroy();
      });
    }
  }
}

/** Cuts what one side sends into messages: type, length, content. A client's first one has no type. */
class Messages {
  private rest = Buffer.alloc(0);

  constructor(
    private isFirst: boolean,
    private readonly found: (type: number) => void,
  ) {}

  read(chunk: Buffer): void {
    this.rest = Buffer.concat([this.rest, chunk]);
    for (;;) {
      const typeLength = this.isFirst ? 0 : 1;
      if (this.rest.length < typeLength + 4) return;
      const length = typeLength + this.rest.readUInt32BE(typeLength);
      if (this.rest.length < length) return;
      if (!this.isFirst) this.found(this.rest[0]!);
      this.isFirst = false;
      this.rest = this.rest.subarray(length);
    }
  }
}
