import { simpleParser } from 'mailparser';
import type { Client } from 'pg';
import request from 'supertest';
import { hashedPassword } from '@app/clinics/accounts/password.js';
import { waitFor } from '../support/wait-for.js';
import type { ReceivedMail } from './mail-server.js';

/** What is typed on the way to leaving something unasked, each unlike anything else. */
export function unaskedSecrets(mark: string) {
  return {
    'unasked words': `A note about the quarry ${mark}`,
    'unknown address': `stranger-${mark}@letterbox.example`,
    'mistyped address': `stranger ${mark} at letterbox`,
    passphrase: `quartz otter ${mark}`,
    'wrong passphrase': `granite otter ${mark}`,
  };
}

export type UnaskedBrowser = ReturnType<typeof request.agent>;

export interface UnaskedLife {
  base: string;
  admin: Client;
  clientId: string;
  /** The client's address. */
  email: string;
  /** And what the client sent before, as it was changed. */
  secrets: ReturnType<typeof unaskedSecrets> & Record<'changed words', string>;
  mails: readonly ReceivedMail[];
  /** Takes the tokens that must stand nowhere. */
  tokens: Record<string, string>;
}

/** A client leaves something nobody asked for, behind a passphrase. Gives their browser, and where it stands. */
export async function leaveUnasked(life: UnaskedLife): Promise<{ browser: UnaskedBrowser; at: string }> {
  const { base, admin, clientId, email, secrets, mails, tokens } = life;
  await admin.query("update clinics set slug = 'fernhollow'");
  const ask = (address: string, status: number) =>
    request(base).post('/c/fernhollow').type('form').send({ email: address }).expect(status);
  await ask(secrets['mistyped address'], 400);
  await ask(secrets['unknown address'], 200);
  const before = mails.length;
  await ask(email, 200);
  const mail = await waitFor('the link', () => mails.slice(before).find(({ to }) => to === email), {
    limitMs: 20_000,
    everyMs: 100,
  });
  const { text } = await simpleParser(`${mail.headers}\r\n\r\n${mail.body}`);
  tokens.unasked = /\/r\/([\w-]{43})(?![\w-])/.exec(text ?? '')![1]!;
  await admin.query('update clients set passphrase_hash = $1 where id = $2', [
    await hashedPassword(secrets.passphrase),
    clientId,
  ]);

  const browser = request.agent(base);
  const entered = await browser.get(`/r/${tokens.unasked}`).expect(303);
  const at = entered.headers.location as string;
  const act = async (fields: Record<string, string>, status: number) => {
    const page = await browser.get(at).expect(200);
    const nonce = /name="nonce" value="([^"]+)"/.exec(page.text)![1]!;
    return browser
      .post(at)
      .type('form')
      .send({ nonce, ...fields })
      .expect(status);
  };
  await act({ act: 'unlock', passphrase: secrets['wrong passphrase'] }, 403);
  await act({ act: 'open', words: secrets['unasked words'] }, 403);
  await act({ act: 'unlock', passphrase: secrets.passphrase }, 303);
  const opened = await act({ act: 'open' }, 303);
  const cookies = [entered, opened].flatMap(
    ({ headers }) => (headers['set-cookie'] ?? []) as unknown as string[],
  );
  for (const [index, cookie] of cookies.entries()) {
    tokens[`unasked cookie ${index}`] = /=([^;]*)/.exec(cookie)![1]!;
  }
  await act({ act: 'send', words: secrets['unasked words'], wait: 'next-working-day' }, 303);
  const thanks = await browser.get(at).expect(200);
  if (!thanks.text.includes(secrets['unasked words'])) throw new Error('The words did not arrive.');
  return { browser, at };
}
