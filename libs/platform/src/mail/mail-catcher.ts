import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { CaughtMails } from './caught-mail.js';
import type { SignInCode } from './sign-in-codes-page.js';
import { framedHtml, listPage, mailPage, missingPage, style } from './mail-catcher-page.js';

export type MailCatcherOptions = {
  /** 0: any free port. */
  smtpPort: number;
  httpPort: number;
  /** Folder that keeps the mails over a restart; absent: memory only. */
  dataDir?: string;
  /** Default 127.0.0.1. The page shows whole mails with their links: never open it to a network. */
  host?: string;
  /** Second factors of a demonstration, to be shown beside the mails; asked at each view. */
  signInCodes?: () => Promise<readonly SignInCode[]>;
};

export type MailCatcher = { smtpPort: number; httpPort: number; stop(): Promise<void> };

/**
 * Takes every mail, delivers none, and shows what came: for development and for the demonstration.
 * @throws when a port is in use (`EADDRINUSE`) or the folder cannot be written
 */
export async function startMailCatcher(options: MailCatcherOptions): Promise<MailCatcher> {
  const host = options.host ?? '127.0.0.1';
  const mails = new CaughtMails(options.dataDir);
  await mails.load();

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: 10 * 1024 * 1024,
    closeTimeout: 1_000,
    onAuth: (_, __, done) => done(null, { user: 'anyone' }),
    onData: (stream, session, done) => {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      simpleParser(stream, { skipTextToHtml: true, skipImageLinks: true })
        .then((parsed) => mails.add(parsed, recipients, new Date()))
        .then(() => done(), done);
    },
  });
  // A client that goes away in the middle is no trouble of ours.
  smtp.on('error', () => undefined);
  const http = createServer((request, response) => {
    answer({ mails, request, response, host, signInCodes: options.signInCodes }).catch(() =>
      response.destroy(),
    );
  });

  const stop = async () => {
    http.closeAllConnections();
    await Promise.all([
      new Promise<void>((resolve) => (smtp.server.listening ? smtp.close(resolve) : resolve())),
      new Promise<void>((resolve) => void http.close(() => resolve())),
    ]);
  };
  try {
    smtp.listen(options.smtpPort, host);
    await once(smtp.server, 'listening');
    http.listen(options.httpPort, host);
    await once(http, 'listening');
  } catch (error) {
    await stop();
    throw error;
  }
  const portOf = (server: { address(): AddressInfo | string | null }) =>
    (server.address() as AddressInfo).port;
  return { smtpPort: portOf(smtp.server), httpPort: portOf(http), stop };
}

const pagePolicy =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** The mail's own HTML: its inline styles and nothing else. No script, no request to anywhere. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; " +
  "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

interface Asked {
  mails: CaughtMails;
  request: IncomingMessage;
  response: ServerResponse;
  host: string;
  signInCodes: MailCatcherOptions['signInCodes'];
}

async function answer({ mails, request, response, host, signInCodes }: Asked): Promise<void> {
  const send = (status: number, type: string, body: string, policy = pagePolicy) => {
    response.writeHead(status, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const json = (status: number, body: unknown) => send(status, 'application/json', JSON.stringify(body));

  // A page elsewhere could have its own name lead to this machine and so read the mails.
  const asked = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host === '127.0.0.1' && !['127.0.0.1', 'localhost', '[::1]'].includes(asked)) {
    return send(421, 'text/plain', 'Ask for localhost.\n');
  }

  const path = (request.url ?? '/').split('?')[0] ?? '/';
  const reading = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/api/messages') {
    if (reading) return json(200, mails.list());
    if (request.method === 'DELETE') {
      await mails.clear();
      response.writeHead(204).end();
      return;
    }
  }
  if (!reading) return json(405, { title: 'Method not allowed' });
  if (path === '/') return send(200, 'text/html', listPage(mails.list(), await signInCodes?.()));
  if (path === '/style.css') return send(200, 'text/css', style);

  const [, api, id = '', html] = /^(\/api)?\/messages\/(\d{8})(\/html)?$/.exec(path) ?? [];
  const mail = mails.find(id);
  if (api && !html) return mail ? json(200, mail) : json(404, { title: 'No such mail' });
  if (!mail || api)
    return path.startsWith('/api')
      ? json(404, { title: 'Not found' })
      : send(404, 'text/html', missingPage());
  if (html) return send(200, 'text/html', framedHtml(mail), mailPolicy);
  return send(200, 'text/html', mailPage(mail));
}
