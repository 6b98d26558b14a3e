import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaughtMail } from './caught-mail.js';
import { type MailCatcher, type MailCatcherOptions, startMailCatcher } from './mail-catcher.js';
import { Mailer } from './mailer.js';
import { messageIdFor } from './outgoing-mail.js';

const running: MailCatcher[] = [];
const mailers: Mailer[] = [];
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-mails-'));
});
afterEach(async () => {
  for (const mailer of mailers.splice(0)) mailer.close();
  await Promise.all(running.splice(0).map((catcher) => catcher.stop()));
  await rm(folder, { recursive: true, force: true });
});

async function start(options: Partial<MailCatcherOptions> = {}) {
  const catcher = await startMailCatcher({ smtpPort: 0, httpPort: 0, ...options });
  running.push(catcher);
  const mailer = new Mailer({ smtpUrl: `smtp://127.0.0.1:${catcher.smtpPort}` });
  mailers.push(mailer);
  let count = 0;
  const send = async (changes: { subject?: string; text?: string; html?: string; name?: string } = {}) => {
    count += 1;
    const { name = 'Fernhollow', ...rest } = changes;
    const outcome = await mailer.send({
      from: { name, address: 'hello@fernhollow.example' },
      to: 'rowan@ellis.example',
      subject: `Mail ${count}`,
      text: 'What stayed with you?\nhttps://throughline.example/r/abc?x=1&y=2.',
      html: '<p>What <a href="https://throughline.example/r/abc?x=1&amp;y=2">stayed</a>?</p>',
      messageId: messageIdFor(String(count), 'fernhollow.example'),
      ...rest,
    });
    expect(outcome.outcome).toBe('accepted');
  };
  const get = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${catcher.httpPort}${path}`, init);
  const list = async () => (await (await get('/api/messages')).json()) as CaughtMail[];
  return { catcher, send, get, list };
}

it('shows what was sent, newest first, with its links', async () => {
  const { send, get, list } = await start();
  expect(await list()).toEqual([]);
  expect(await (await get('/')).text()).toContain('No mail yet');
  await send();
  await send({ subject: 'Grüße 🌿' });
  const [newest, first] = await list();
  expect(newest).toMatchObject({ subject: 'Grüße 🌿', to: 'rowan@ellis.example' });
  expect(first).toMatchObject({
    from: 'Fernhollow <hello@fernhollow.example>',
    subject: 'Mail 1',
    messageId: '<mailing.1@fernhollow.example>',
    links: ['https://throughline.example/r/abc?x=1&y=2'],
    headers: { 'mime-version': '1.0' },
  });
  expect(first?.text).toContain('What stayed with you?');
  expect(await (await get(`/api/messages/${first?.id}`)).json()).toEqual(first);
  const page = await (await get(`/messages/${first?.id}`)).text();
  expect(page).toContain('<a href="https://throughline.example/r/abc?x=1&amp;y=2"');
  expect(page).toContain(
    `<iframe title="The HTML part of this mail" src="/messages/${first?.id}/html" sandbox=`,
  );
});

it('shows a hostile mail as text, and its HTML only behind a strict policy', async () => {
  const { send, get, list } = await start();
  const evil = `"><script>alert('1')</script>`;
  const html = `<html><head><title>x</title></head><body>${evil}<a href='javascript:alert(1)'>a</a></body></html>`;
  await send({ subject: evil, name: evil, text: `${evil} & javascript:alert(1)`, html });
  const [mail] = await list();
  expect(mail?.links).toEqual([]);
  for (const path of ['/', `/messages/${mail?.id}`]) {
    const answer = await get(path);
    const page = await answer.text();
    expect(page).not.toContain('<script');
    expect(page).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self';/);
  }
  const framed = await get(`/messages/${mail?.id}/html`);
  const policy = framed.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/);
  expect(policy).not.toContain('script');
  expect(await framed.text()).toContain('<head><base target="_blank"><title>');
});

it('keeps its mails over a restart, and passes over what is no mail', async () => {
  const before = await start({ dataDir: folder });
  await before.send();
  await before.send();
  const mails = await before.list();
  await running.pop()?.stop();
  await writeFile(join(folder, '00000009.json'), '{half');
  await writeFile(join(folder, 'notes.txt'), 'mine');
  const after = await start({ dataDir: folder });
  expect(await after.list()).toEqual(mails);
  await after.send();
  expect((await after.list()).map(({ id }) => id)).toEqual(['00000010', '00000002', '00000001']);
  expect(await after.get('/api/messages', { method: 'DELETE' })).toMatchObject({ status: 204 });
  expect(await after.list()).toEqual([]);
  expect(await readdir(folder)).toEqual(['notes.txt']);
});

it('shows the codes of a demonstration beside the mails, and asks for them anew when they change', async () => {
  let code = '123456';
  const codes = () => Promise.resolve([{ name: 'Maren Okoye', email: 'maren@fernhollow.example', code }]);
  const { get } = await start({ signInCodes: codes });
  const page = await (await get('/')).text();
  expect(page).toContain('Current sign-in codes');
  expect(page).toMatch(/maren@fernhollow\.example<br>Maren Okoye<\/dt><dd>123 456</);
  const [, seconds] = /http-equiv="refresh" content="(\d+)"/.exec(page)!;
  expect(Number(seconds)).toBeGreaterThanOrEqual(1);
  expect(Number(seconds)).toBeLessThanOrEqual(30);
  code = '654321';
  expect(await (await get('/')).text()).toContain('654 321');
});

it('says nothing of codes where there is no demonstration', async () => {
  for (const { get } of [await start(), await start({ signInCodes: () => Promise.resolve([]) })]) {
    expect(await (await get('/')).text()).not.toMatch(/sign-in codes|refresh/);
  }
});

it('keeps the last 200', async () => {
  const { send, list } = await start({ dataDir: folder });
  await Promise.all(Array.from({ length: 203 }, () => send()));
  expect(await list()).toHaveLength(200);
  expect(await readdir(folder)).toHaveLength(200);
});

it('answers plainly what it does not have or do', async () => {
  const { catcher, get } = await start();
  expect((await get('/messages/00000001')).status).toBe(404);
  expect((await get('/api/messages/../../etc/passwd')).status).toBe(404);
  expect((await get('/api/messages/00000001/html')).status).toBe(404);
  expect((await get('/api/messages', { method: 'POST' })).status).toBe(405);
  expect((await get('/', { method: 'HEAD' })).status).toBe(200);
  const status = await new Promise((resolve, reject) => {
    const options = { port: catcher.httpPort, host: '127.0.0.1', headers: { host: 'evil.example' } };
    request(options, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

it('says which port is taken, and leaves none open', async () => {
  const { catcher } = await start();
  await expect(startMailCatcher({ smtpPort: 0, httpPort: catcher.httpPort })).rejects.toThrow(/EADDRINUSE/);
  await expect(startMailCatcher({ smtpPort: catcher.smtpPort, httpPort: 0 })).rejects.toThrow(/EADDRINUSE/);
});
