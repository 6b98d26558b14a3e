import { simpleParser } from 'mailparser';
import { waitFor } from '../support/wait-for.js';
import type { UnaskedBrowser, UnaskedLife } from './plain-text.unasked.js';

/** What is wished for one's words, as it would be written down unsealed. */
export function myWordsSecrets() {
  return {
    'please don’t raise this': '"dontRaise":true',
    'please don’t raise this, in a column': '"dontRaise": true',
    'the button “please don’t raise this”': 'dont-raise',
    'a starred line': '"starred":[{"from":4,"to":9',
    'a starred line, in a column': '"starred": [{',
  };
}

/** The client who left something reads it again, keeps a copy, stars it and takes it back; wishes for what stays. */
export async function readOwnWords(
  { email, secrets, mails, tokens }: UnaskedLife,
  { browser, at }: { browser: UnaskedBrowser; at: string },
): Promise<void> {
  const words = secrets['unasked words'];
  const before = mails.length;
  const press = async (page: string, to: string, fields: Record<string, string>, status: number) => {
    const { text } = await browser.get(page).expect(200);
    const nonce = /name="nonce" value="([^"]+)"/.exec(text)![1]!;
    return browser
      .post(to)
      .type('form')
      .send({ nonce, ...fields })
      .expect(status);
  };
  await press(at, `${at}/words-link`, {}, 200);
  const mail = await waitFor('the link', () => mails.slice(before).find(({ to }) => to === email), {
    limitMs: 20_000,
    everyMs: 100,
  });
  const { text } = await simpleParser(`${mail.headers}\r\n\r\n${mail.body}`);
  tokens['my words'] = /\/r\/([\w-]{43})(?![\w-])/.exec(text ?? '')![1]!;
  const entered = await browser.get(`/r/${tokens['my words']}`).expect(303);
  const own = `${String(entered.headers.location)}/words`;
  const opened = await press(own, own, { act: 'open' }, 303);
  for (const cookie of (opened.headers['set-cookie'] ?? []) as unknown as string[]) {
    tokens['cookie of my words'] = /=([^;]*)/.exec(cookie)![1]!;
  }
  const list = await browser.get(own).expect(200);
  const idOf = (text: string): string => {
    if (!list.text.includes(text)) throw new Error('The words are not there to be read.');
    const card = list.text.slice(list.text.indexOf(text));
    return new RegExp(`href="${own}/([0-9a-f-]{36})"`).exec(card)![1]!;
  };
  const reflection = idOf(words);
  for (const as of ['page', 'data', 'booklet', 'booklet-pdf']) {
    const copy = await press(`${own}/copy`, own, { act: 'copy', as }, 200);
    if (String(copy.headers['content-disposition']).includes('quarry'))
      throw new Error('A name of a file tells.');
  }
  await press(`${own}/${reflection}/line`, own, { act: 'star', reflection, line: `0-${words.length}` }, 303);
  await press(`${own}/${reflection}/take-back`, own, { act: 'take-back', reflection }, 303);
  if ((await browser.get(own).expect(200)).text.includes(words)) throw new Error('It is still there.');
  const kept = idOf(secrets['changed words']);
  await press(`${own}/${kept}/line`, own, { act: 'star', reflection: kept, line: '4-9' }, 303);
  await press(`${own}/${kept}`, own, { act: 'dont-raise', reflection: kept }, 303);
  await press(own, own, { act: 'close' }, 303);
}
