import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One e-mail as it came over the wire. */
export interface ReceivedMail {
  to: string;
  /** Everything before the empty line, as it was written. */
  headers: string;
  body: string;
}

/** A mail server that keeps what it takes, and refuses recipients whose address begins with `refused`. */
export async function startMailServer(): Promise<{
  url: string;
  mails: ReceivedMail[];
  stop: () => Promise<void>;
}> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      if (!address.startsWith('refused')) return done();
      // Servers say whom they refuse: the address comes back in their answer.
      done(Object.assign(new Error(`<${address}> is unknown here`), { responseCode: 550 }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const end = raw.indexOf('\r\n\r\n');
        mails.push({
          to: session.envelope.rcptTo[0]!.address,
          headers: raw.slice(0, end),
          body: raw.slice(end + 4),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
