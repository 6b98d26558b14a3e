import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const closers: (() => unknown)[] = [];

/** Runs at the end of the test, the last one first. */
export function later(close: () => unknown): void {
  closers.push(close);
}

export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** A true SMTP server that refuses where it is told to. */
export async function smtp(options: SMTPServerOptions = {}) {
  const received: ParsedMail[] = [];
  const envelopes: { from: string; to: string[] }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData: (stream, session, done) => {
      const { mailFrom, rcptTo } = session.envelope;
      envelopes.push({ from: mailFrom ? mailFrom.address : '', to: rcptTo.map(({ address }) => address) });
      simpleParser(stream).then((parsed) => {
        received.push(parsed);
        done(null, 'OK for rowan@ellis.example');
      }, done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  later(() => new Promise<void>((resolve) => server.close(resolve)));
  return { received, envelopes, port: (server.server.address() as AddressInfo).port };
}

/** A far end written line by line, for what no true server does. `data` is called with the mail so far. */
export async function script(play: {
  reply: (line: string, socket: Socket) => string | undefined;
  data?: (soFar: string, socket: Socket) => void;
  greeting?: string;
}) {
  const server: Server = createServer((socket) => {
    let buffer = '';
    let inData = false;
    socket.on('error', () => undefined);
    socket.write(play.greeting ?? '220 here\r\n');
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      if (inData) return play.data?.(buffer, socket);
      for (let end = buffer.indexOf('\r\n'); end >= 0 && !inData; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        const reply = play.reply(line, socket) ?? (line === 'DATA' ? '354 go on' : '250 fine');
        inData = reply.startsWith('354');
        if (reply !== 'silence') socket.write(`${reply}\r\n`);
      }
      if (inData && buffer) play.data?.(buffer, socket);
    });
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => sockets.add(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  later(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
