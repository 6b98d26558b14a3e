import { createHmac } from 'node:crypto';
import { createServer as createPlainServer, type IncomingMessage, type Server } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { Config } from '@app/platform/config/config.js';
import { SafetyWebhooks, safeUrl } from './safety-webhooks.js';

const PSK = Buffer.alloc(32, 7);
const call = { secret: 'a-secret-of-the-clinic', body: '{"event":"test"}', at: 1_762_700_000 };

/** Trusts one server by a key that both hold, so that no certificate has to be made. */
class TestWebhooks extends SafetyWebhooks {
  readonly asked: string[] = [];

  constructor(
    private readonly found: string[],
    setting: Config['WEBHOOKS_TO_PRIVATE_ADDRESSES'] = 'allowed',
  ) {
    super(Object.assign(new Config(), { WEBHOOKS_TO_PRIVATE_ADDRESSES: setting }));
  }

  protected override connection(): ReturnType<SafetyWebhooks['connection']> {
    return {
      ciphers: 'PSK',
      maxVersion: 'TLSv1.2',
      pskCallback: () => ({ psk: PSK, identity: 'throughline' }),
      checkServerIdentity: () => undefined,
    };
  }

  protected override resolve(hostname: string): Promise<{ address: string }[]> {
    this.asked.push(hostname);
    return Promise.resolve(this.found.map((address) => ({ address })));
  }
}

describe('calling a webhook', () => {
  const servers: Server[] = [];
  const came: { method: string; headers: IncomingMessage['headers']; body: string }[] = [];
  let port: number;
  let answers: (status: number) => void;
  let status = 204;
  const location = () => `https://hook.example:${port}/elsewhere`;

  beforeAll(async () => {
    const server = createServer(
      { ciphers: 'PSK', maxVersion: 'TLSv1.2', pskCallback: () => PSK },
      (request, response) => {
        let body = '';
        request.on('data', (piece: Buffer) => (body += piece.toString()));
        request.on('end', () => {
          came.push({ method: request.method!, headers: request.headers, body });
          if (status > 0) response.writeHead(status, { location: location() }).end('whatever');
        });
      },
    );
    servers.push(server);
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
    answers = (next) => (status = next);
  });
  beforeEach(() => {
    came.length = 0;
    answers(204);
  });
  afterAll(() => servers.forEach((server) => (server.closeAllConnections(), server.close())));

  const to = (path = '/safety') => `https://hook.example:${port}${path}`;

  it('posts what happened, signed, so that whoever holds the secret knows it is from us', async () => {
    const webhooks = new TestWebhooks(['127.0.0.1']);
    expect(await webhooks.call({ ...call, url: to() })).toBe('accepted');
    expect(came).toHaveLength(1);
    expect(came[0]).toMatchObject({ method: 'POST', body: call.body });
    expect(came[0]!.headers['content-type']).toBe('application/json');
    const [, at, given] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(
      String(came[0]!.headers['throughline-signature']),
    )!;
    expect(given).toBe(createHmac('sha256', call.secret).update(`${at}.${call.body}`).digest('hex'));
    // Another body, another time or another secret do not fit it.
    const forged = [`${at}.${call.body} `, `${Number(at) + 1}.${call.body}`];
    for (const text of forged)
      expect(createHmac('sha256', call.secret).update(text).digest('hex')).not.toBe(given);
  });

  it.each([301, 302, 307, 308, 400, 404, 500])(
    'takes %i for a refusal and follows it nowhere',
    async (given) => {
      answers(given);
      expect(await new TestWebhooks(['127.0.0.1']).call({ ...call, url: to() })).toBe('refused');
      expect(came).toHaveLength(1);
    },
  );

  it('does not wait for an answer for longer than five seconds', async () => {
    answers(0);
    const began = performance.now();
    expect(await new TestWebhooks(['127.0.0.1']).call({ ...call, url: to() })).toBe('unknown');
    expect(performance.now() - began).toBeLessThan(9_000);
  });

  it.each([
    ['this machine', ['127.0.0.1']],
    ['its network', ['10.0.0.8']],
    ['what a cloud tells its machines', ['169.254.169.254']],
    ['this machine in IPv6', ['::1']],
    ['an address that also leads inside', ['8.8.8.8', '127.0.0.1']],
  ])('calls no name that leads to %s', async (_, found) => {
    expect(await new TestWebhooks(found, 'refused').call({ ...call, url: to() })).toBe('refused');
    expect(came).toHaveLength(0);
  });

  it.each([
    'https://127.0.0.1',
    'https://[::1]',
    'https://[::ffff:127.0.0.1]',
    'https://0x7f000001',
    'https://2130706433',
  ])('calls no %s either', async (url) => {
    const webhooks = new TestWebhooks(['127.0.0.1'], 'refused');
    expect(await webhooks.call({ ...call, url: `${url}:${port}/` })).toBe('refused');
    expect(came).toHaveLength(0);
  });

  it('looks a name up once, and calls the address that was looked at', async () => {
    const webhooks = new TestWebhooks(['127.0.0.1']);
    await webhooks.call({ ...call, url: to() });
    expect(webhooks.asked).toEqual(['hook.example']);
  });

  it.each([
    'http://hook.example/',
    'ftp://hook.example/',
    'https://user:word@hook.example/',
    'hook.example',
    'javascript:1',
  ])('takes no %s', async (url) => {
    expect(safeUrl(url)).toBeNull();
    expect(await new TestWebhooks(['8.8.8.8']).call({ ...call, url })).toBe('refused');
  });

  it('says that nobody answered where no name, no server and no such key is', async () => {
    expect(await new TestWebhooks([]).call({ ...call, url: to() })).toBe('unknown');
    const plain = createPlainServer();
    servers.push(plain);
    await new Promise<void>((done) => plain.listen(0, '127.0.0.1', done));
    const url = `https://hook.example:${(plain.address() as AddressInfo).port}/`;
    expect(await new TestWebhooks(['127.0.0.1']).call({ ...call, url })).toBe('unknown');
  });
});
