import { once } from 'node:events';
import { type AddressInfo, type Socket, createServer } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { closeAll, later, script, smtp } from './mail.test-support.js';
import { Mailer, type MailerOptions } from './mailer.js';
import { type OutgoingMail, UnsendableMail, listUnsubscribe, messageIdFor } from './outgoing-mail.js';

const mail = (changes: Partial<OutgoingMail> = {}): OutgoingMail => ({
  from: { name: 'Fernhollow Integration', address: 'hello@fernhollow.example' },
  to: 'rowan@ellis.example',
  subject: 'A question for today',
  text: 'What stayed with you?',
  html: '<p>What stayed with you?</p>',
  messageId: messageIdFor('0198c0de-0000-7000-8000-000000000001', 'fernhollow.example'),
  ...changes,
});

const quick = { connectionTimeout: 500, greetingTimeout: 500, socketTimeout: 500, sendTimeout: 5_000 };
afterEach(closeAll);

function mailerFor(port: number, options: Partial<MailerOptions> = {}): Mailer {
  const mailer = new Mailer({ smtpUrl: `smtp://127.0.0.1:${port}`, ...quick, ...options });
  later(() => mailer.close());
  return mailer;
}

const plain = () => undefined;
const answering = (answer: string) => ({
  reply: plain,
  data: (soFar: string, socket: Socket) =>
    void (soFar.endsWith('\r\n.\r\n') && socket.write(`${answer}\r\n`)),
});
const refusing = (command: string, answer: string) => ({
  reply: (line: string) => (line.startsWith(command) ? answer : undefined),
});

describe('what arrives', () => {
  it('is the mail as written, with both parts and its envelope', async () => {
    const { received, envelopes, port } = await smtp();
    const url = 'https://throughline.example/u/' + 'x'.repeat(90);
    const sent = mail({
      subject: 'Eine Frage für heute 🌿',
      replyTo: 'maren@fernhollow.example',
      envelopeFrom: 'bounces+7@fernhollow.example',
      headers: { 'Auto-Submitted': 'auto-generated', ...listUnsubscribe(url) },
    });
    expect(await mailerFor(port).send(sent)).toEqual({ outcome: 'accepted', response: '250 OK for …' });
    const [parsed] = received;
    expect(parsed).toMatchObject({ subject: sent.subject, messageId: sent.messageId, html: sent.html });
    expect(parsed?.text?.trim()).toBe(sent.text);
    expect(parsed?.from?.value).toEqual([sent.from]);
    expect(parsed?.replyTo?.value[0]?.address).toBe('maren@fernhollow.example');
    expect(envelopes).toEqual([{ from: 'bounces+7@fernhollow.example', to: ['rowan@ellis.example'] }]);
    const lines = parsed?.headerLines.map(({ line }) => line.replace(/\r\n\s+/g, ' '));
    expect(lines).toContain(`List-Unsubscribe: <${url}>`);
    expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(lines?.join('\n')).not.toMatch(/nodemailer|^x-/im);
  });

  it('has the same Message-ID at every attempt of a mailing', async () => {
    const { received, port } = await smtp();
    const mailer = mailerFor(port);
    await mailer.send(mail());
    await mailer.send(mail());
    expect(received.map(({ messageId }) => messageId)).toEqual([mail().messageId, mail().messageId]);
    expect(mail().messageId).toBe('<mailing.0198c0de-0000-7000-8000-000000000001@fernhollow.example>');
  });

  it('comes over connections that are used again', async () => {
    let connections = 0;
    const { received, port } = await smtp({
      onConnect: (_, done) => {
        connections += 1;
        done();
      },
    });
    const mailer = mailerFor(port, { maxConnections: 2 });
    await Promise.all(Array.from({ length: 20 }, () => mailer.send(mail())));
    expect(received).toHaveLength(20);
    expect(connections).toBe(2);
  });
});

describe('what is not sent at all', () => {
  it.each<[string, Partial<OutgoingMail>]>([
    ['subject', { subject: 'Hello\r\nBcc: x@y.example' }],
    ['subject', { subject: 'a\u2028b' }],
    ['subject', { subject: 'half a pair \ud83c' }],
    ['from', { from: { name: 'Maren\r\nX: y', address: 'maren@fernhollow.example' } }],
    ['from', { from: { name: 'Maren', address: 'maren@fernhollow.example\r\n' } }],
    ['to', { to: 'rowan@ellis.example\r\nRCPT TO:<x@y.example>' }],
    ['to', { to: 'rowan@ellis.example, x@y.example' }],
    ['to', { to: 'Rowan <rowan@ellis.example>' }],
    ['replyTo', { replyTo: 'a@b.example\n' }],
    ['envelopeFrom', { envelopeFrom: 'a@b.example> SIZE=1' }],
    ['messageId', { messageId: '<a@b.example>\r\nX: y' }],
    ['messageId', { messageId: 'a@b.example' }],
    ['headers', { headers: { 'X-Y\r\nBcc': 'z' } }],
    ['headers', { headers: { bcc: 'x@y.example' } }],
    ['X-Y', { headers: { 'X-Y': 'a\r\nBcc: x@y.example' } }],
    ['text', { text: '  ' }],
  ])('a bad %s: %j', async (field, changes) => {
    const { received, port } = await smtp();
    const error: unknown = await mailerFor(port)
      .send(mail(changes))
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UnsendableMail);
    expect((error as UnsendableMail).message).toBe(`unsendable mail: bad ${field}`);
    expect(received).toEqual([]);
  });

  it('nor are bad ids and links made into headers', () => {
    expect(() => messageIdFor('a b', 'fernhollow.example')).toThrow(UnsendableMail);
    expect(() => messageIdFor('a', 'x.example>\r\nX: y')).toThrow(UnsendableMail);
    expect(() => listUnsubscribe('https://x.example/>,<mailto:x@y.example')).toThrow(UnsendableMail);
    expect(() => listUnsubscribe('javascript:alert(1)')).toThrow(UnsendableMail);
  });
});

describe('what became of a mail', () => {
  const forNow = (code: unknown) => ({ outcome: 'refused-for-now', code });
  const forGood = (code: string) => ({ outcome: 'refused', code });
  const nobodyKnows = { outcome: 'unknown', why: expect.any(String) as string };

  it.each([
    [
      '421 at the greeting',
      { reply: plain, greeting: '421 4.3.2 busy\r\n' },
      forNow(expect.stringMatching(/^(421|E)/)),
    ],
    ['554 at the greeting', { reply: plain, greeting: '554 not here\r\n' }, forNow('554')],
    ['silence instead of a greeting', { reply: plain, greeting: '' }, forNow('ETIMEDOUT')],
    ['451 at MAIL FROM', refusing('MAIL', '451 later'), forNow('451')],
    ['530 at MAIL FROM: sign in first', refusing('MAIL', '530 5.7.0 sign in'), forNow('530 5.7.0')],
    ['550 at MAIL FROM', refusing('MAIL', '550 not from you'), forGood('550')],
    ['451 at RCPT TO', refusing('RCPT', '451 4.7.1 greylisted rowan@ellis.example'), forNow('451 4.7.1')],
    ['550 at RCPT TO', refusing('RCPT', '550 5.1.1 no such person'), forGood('550 5.1.1')],
    ['452 at DATA', refusing('DATA', '452 full'), forNow('452')],
    ['silence at DATA', refusing('DATA', 'silence'), forNow('ETIMEDOUT')],
    ['552 after the dot', answering('552 5.2.2 too much'), forGood('552 5.2.2')],
    ['421 after the dot', answering('421 closing'), forNow('421')],
    ['nonsense after the dot', answering('hello'), nobodyKnows],
    [
      'a reset after the dot',
      {
        reply: plain,
        data: (soFar: string, socket: Socket) => void (soFar.endsWith('.\r\n') && socket.resetAndDestroy()),
      },
      nobodyKnows,
    ],
    [
      'half an answer after the dot',
      {
        reply: plain,
        data: (soFar: string, socket: Socket) => void (soFar.endsWith('.\r\n') && socket.end('451 la')),
      },
      nobodyKnows,
    ],
    [
      'a reset at RCPT TO',
      {
        reply: (line: string, socket: Socket) => {
          if (!line.startsWith('RCPT')) return undefined;
          socket.resetAndDestroy();
          return 'silence';
        },
      },
      forNow('ESOCKET'),
    ],
  ])('%s', async (_, play, expected) => {
    const mailer = mailerFor(await script(play));
    expect(await mailer.send(mail())).toEqual(expected);
  });

  const saying = (message: string, responseCode: number) =>
    Object.assign(new Error(message), { responseCode });
  const afterData = (end: (done: (error?: Error) => void) => void): SMTPServerOptions => ({
    onData: (stream, _, done) => void stream.resume().on('end', () => end(done)),
  });
  it.each<[string, SMTPServerOptions, unknown]>([
    ['421 at connect', { onConnect: (_, done) => done(saying('busy', 421)) }, forNow('421')],
    ['451 at RCPT TO', { onRcptTo: (_, __, done) => done(saying('later', 451)) }, forNow('451')],
    ['550 at RCPT TO', { onRcptTo: (_, __, done) => done(saying('nobody', 550)) }, forGood('550')],
    ['451 after the dot', afterData((done) => done(saying('later', 451))), forNow('451')],
    ['552 after the dot', afterData((done) => done(saying('too much', 552))), forGood('552')],
    ['silence after the dot', afterData(() => undefined), { outcome: 'unknown', why: 'ETIMEDOUT' }],
  ])('%s of a true SMTP server', async (_, options, expected) => {
    const { port } = await smtp({ closeTimeout: 100, ...options });
    expect(await mailerFor(port).send(mail())).toEqual(expected);
  });

  it('nobody listens: refused for now', async () => {
    expect(await mailerFor(1).send(mail())).toEqual({ outcome: 'refused-for-now', code: 'ESOCKET' });
  });

  it('the server stops reading before the dot: refused for now, the mail cannot have been taken', async () => {
    const port = await script({ reply: plain, data: (_, socket) => void socket.pause() });
    const large = mail({ text: 'x '.repeat(16_000_000) });
    expect(await mailerFor(port).send(large)).toEqual(forNow('ETIMEDOUT'));
  });

  it('an answer drop by drop: unknown at the limit for the whole send', async () => {
    const port = await script({
      reply: plain,
      data: (soFar, socket) => {
        if (!soFar.endsWith('\r\n.\r\n')) return;
        const drops = setInterval(() => socket.write('250-'), 100);
        socket.on('close', () => clearInterval(drops));
      },
    });
    expect(await mailerFor(port, { sendTimeout: 900 }).send(mail())).toEqual({
      outcome: 'unknown',
      why: 'EABORT',
    });
  });

  it('a slow server within the limits: accepted', async () => {
    const { port } = await smtp({ onRcptTo: (_, __, done) => void setTimeout(done, 300) });
    expect(await mailerFor(port).send(mail())).toMatchObject({ outcome: 'accepted' });
  });

  it('goes out once although the kept connection was closed in between', async () => {
    let connections = 0;
    let sockets: Socket[] = [];
    const port = await script(answering('250 taken'));
    const counting = createServer((near) => {
      connections += 1;
      const far = new (near.constructor as typeof Socket)();
      far.connect(port, '127.0.0.1');
      near.pipe(far).pipe(near);
      near.on('error', () => undefined);
      far.on('error', () => undefined);
      sockets.push(near);
    });
    counting.listen(0, '127.0.0.1');
    await once(counting, 'listening');
    later(() => {
      for (const socket of sockets) socket.destroy();
      counting.close();
    });
    const mailer = mailerFor((counting.address() as AddressInfo).port);
    expect(await mailer.send(mail())).toMatchObject({ outcome: 'accepted' });
    for (const socket of sockets) socket.resetAndDestroy();
    sockets = [];
    const second = await mailer.send(mail());
    expect(['accepted', 'refused-for-now']).toContain(second.outcome);
    expect(await mailer.send(mail())).toMatchObject({ outcome: 'accepted' });
    expect(connections).toBe(2);
  });
});
