import { simpleParser } from 'mailparser';
import request from 'supertest';
import { waitFor } from '../support/wait-for.js';
import type { ReceivedMail } from './mail-server.js';

/** What is typed where e-mails are set up, each unlike anything else. */
export function paceSecrets(mark: string) {
  return {
    'first passphrase': `obsidian lynx ${mark}`,
    'mistyped passphrase': `obsidian lnyx ${mark}`,
    'address for answers': `answers-${mark}@letterbox.example`,
  };
}

interface PaceLife {
  base: string;
  secrets: ReturnType<typeof paceSecrets>;
  mails: readonly ReceivedMail[];
  /** Takes the tokens that must stand nowhere. */
  tokens: Record<string, string>;
}

/** A client stops, wants to start again, says yes by the mail that asks, and that somebody else opens the mailbox. */
export async function stopAndStartAgain(
  life: PaceLife,
  { link, email }: { link: string; email: string },
): Promise<void> {
  const { secrets, tokens } = life;
  const asked = await pressed(life, `/r/${link}/pace`, { act: 'stop' });
  tokens['start-again'] = await tokenIn(life, email, /\/r\/([\w-]{43})(?![\w-])/, asked.at);
  const started = await pressed(life, `/r/${tokens['start-again']}`, { act: 'start-again' });
  tokens['opt-in'] = await tokenIn(life, email, /\/r\/([\w-]{43})(?![\w-])/, started.at);
  const agreed = await pressed(life, `/r/${tokens['opt-in']}`, { act: 'consent', shared: 'yes' });
  for (const [index, cookie] of [asked, started, agreed].entries())
    tokens[`pace cookie ${index}`] = cookie.token;
  const { browser } = agreed;
  const at = agreed.location.replace(/\/passphrase$/, '');
  const set = async (again: string, status: number) => {
    const page = await browser.get(agreed.location).expect(200);
    const fields = {
      act: 'set-passphrase',
      nonce: nonceIn(page.text),
      passphrase: secrets['first passphrase'],
    };
    await browser
      .post(at)
      .type('form')
      .send({ ...fields, again })
      .expect(status);
  };
  await set(secrets['mistyped passphrase'], 422);
  await set(secrets['first passphrase'], 303);
}

/** Staff say where answers go, and open the link that is sent there. Last of all: it stands on every later e-mail. */
export async function confirmSender(life: PaceLife, cookie: string): Promise<void> {
  const { base, secrets, tokens, mails } = life;
  const call = (method: 'get' | 'post' | 'put', path: string, body?: object) => {
    const made = request(base)[method](`/api${path}`).set('X-Throughline', '1').set('Cookie', cookie);
    return body ? made.send(body) : made;
  };
  const { body } = await call('get', '/clinic/sender').expect(200);
  const replyTo = secrets['address for answers'];
  const { version } = body as { version: number };
  await call('put', '/clinic/sender', { version, fromName: 'Fernhollow', replyTo: `${replyTo} ` }).expect(
    400,
  );
  await call('put', '/clinic/sender', { version, fromName: 'Fernhollow', replyTo }).expect(200);
  const before = mails.length;
  await call('post', '/clinic/sender/verification', {}).expect(202);
  const token = await tokenIn(life, replyTo, /\/confirm-sender#([\w-]{43})(?![\w-])/, before);
  tokens.sender = token;
  await call('post', '/clinic-senders/confirmation', { token: `${token.slice(0, 42)}_` }).expect(404);
  await call('post', '/clinic-senders/confirmation', { token }).expect(204);
}

interface Pressed {
  browser: ReturnType<typeof request.agent>;
  /** Where the act led. */
  location: string;
  /** Of the cookie that the link set. */
  token: string;
  /** How many e-mails there were before. */
  at: number;
}

/** Opens a link in a new browser and presses one button. */
async function pressed({ base, mails }: PaceLife, link: string, fields: object): Promise<Pressed> {
  const browser = request.agent(base);
  const entered = await browser.get(link).expect(303);
  const page = entered.headers.location as string;
  const { text } = await browser.get(page).expect(200);
  const at = mails.length;
  const answer = await browser
    .post(/^\/r\/p\/[\w-]+/.exec(page)![0])
    .type('form')
    .send({ nonce: nonceIn(text), ...fields })
    .expect(303);
  const [cookie] = entered.headers['set-cookie'] as unknown as string[];
  return { browser, location: answer.headers.location as string, token: /=([^;]*)/.exec(cookie!)![1]!, at };
}

export function nonceIn(html: string): string {
  const nonce = /name="nonce" value="([^"]+)"/.exec(html)?.[1];
  if (!nonce) throw new Error(`The page has no form: ${html.slice(0, 300)}`);
  return nonce;
}

/** The token of the link in the first mail to this address since then. */
function tokenIn({ mails }: PaceLife, address: string, link: RegExp, since: number): Promise<string> {
  return waitFor(
    `a link to ${link.source}`,
    async () => {
      for (const { to, headers, body } of mails.slice(since)) {
        if (to !== address) continue;
        const { text } = await simpleParser(`${headers}\r\n\r\n${body}`);
        const found = link.exec(text ?? '');
        if (found) return found[1];
      }
      return undefined;
    },
    { limitMs: 20_000, everyMs: 100 },
  );
}
