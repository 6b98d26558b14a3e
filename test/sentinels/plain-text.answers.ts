import { simpleParser } from 'mailparser';
import request from 'supertest';
import { waitFor } from '../support/wait-for.js';
import type { ReceivedMail } from './mail-server.js';
import { nonceIn } from './plain-text.pace.js';

/** Who answers, and what they type. */
export interface Answering {
  base: string;
  secrets: Readonly<Record<'words' | 'changed words' | 'draft' | 'draft of a call' | 'e-mail', string>>;
  /** Takes the tokens that must stand nowhere. */
  tokens: Record<string, string>;
}

/** The page of a mail in a new browser, and how its buttons are pressed. */
export async function enter(
  { base, tokens }: Pick<Answering, 'base' | 'tokens'>,
  mail: ReceivedMail,
  name: string,
) {
  const { text } = await simpleParser(`${mail.headers}\r\n\r\n${mail.body}`);
  const path = /\/r\/([\w-]{43})(?![\w-])/.exec(text ?? '')!;
  tokens[`reply ${name}`] = path[1]!;
  const unfolded = mail.headers.replace(/\r\n[ \t]+/g, '');
  tokens[`stop ${name}`] = /\/r\/stop\/([\w-]{43})/.exec(unfolded)![1]!;
  const browser = request.agent(base);
  const entered = await browser.get(path[0]).expect(303);
  for (const [index, cookie] of cookiesOf(entered).entries()) tokens[`cookie ${index} ${name}`] = cookie;
  const at = entered.headers.location as string;
  const page = async (under = '') => nonceIn((await browser.get(`${at}${under}`).expect(200)).text);
  const act = async (fields: Record<string, string>, under = '') =>
    browser
      .post(at)
      .type('form')
      .send({ nonce: await page(under), ...fields });
  return { browser, at, act };
}

/** Saves, sends and changes an answer, with mistakes in between. */
export async function answer(life: Answering, mail: ReceivedMail, name: string): Promise<void> {
  const { base, secrets, tokens } = life;
  const { browser, at, act } = await enter(life, mail, name);
  const forged = { nonce: 'x', act: 'send', words: secrets.words };
  expect((await act({ act: 'save', words: secrets.draft })).status).toBeLessThan(400);
  expect((await act({ act: 'nonsense', words: secrets.words })).status).toBe(400);
  expect((await browser.post(at).type('form').send(forged)).status).toBe(403);
  expect((await act({ act: 'send', words: secrets.words })).status).toBeLessThan(400);
  const changed = { act: 'change', words: secrets['changed words'] };
  expect((await act(changed, '/change')).status).toBeLessThan(400);
  await browser.get(`/r/${tokens[`reply ${name}`]!.slice(0, 42)}_`).expect(404);
  await request(base).post(at).type('form').send({ act: 'send', words: secrets.words }).expect(404);
}

/** Asks to be called, and for a fresh link afterwards. */
export async function askForCall(
  life: Answering,
  mail: ReceivedMail,
  mails: readonly ReceivedMail[],
): Promise<void> {
  const { secrets, tokens } = life;
  const { browser, at, act } = await enter(life, mail, 'second');
  expect((await act({ act: 'call-me', words: secrets['draft of a call'] })).status).toBeLessThan(400);
  const before = mails.length;
  await browser.post(`${at}/fresh-link`).type('form').send({}).expect(200);
  const fresh = await waitFor(
    'the fresh link',
    () => mails.slice(before).find(({ to }) => to === secrets['e-mail']),
    { limitMs: 20_000, everyMs: 100 },
  );
  const { text } = await simpleParser(`${fresh.headers}\r\n\r\n${fresh.body}`);
  tokens.fresh = /\/r\/([\w-]{43})(?![\w-])/.exec(text ?? '')![1]!;
  await browser.get(`/r/${tokens.fresh}`).expect(303);
}

export function cookiesOf({ headers }: { headers: Record<string, unknown> }): string[] {
  return ((headers['set-cookie'] ?? []) as string[]).map((cookie) => /=([^;]*)/.exec(cookie)![1]!);
}
