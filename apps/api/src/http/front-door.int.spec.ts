import { databaseOutage } from '../../../../test/support/api/outage.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { waitFor } from '../../../../test/support/wait-for.js';
import { openFrontDoor } from './open-front-door.js';
import { ProbeModule } from './probe.test-support.js';

const AN_ID = '01939af2-0000-7000-8000-000000000001';
const problem = (code: string) => `urn:throughline:problem:${code}`;

describe('the front door', () => {
  let api: RunningApi;
  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(ProbeModule) });
  });
  afterAll(() => api.stop());

  const send = (body: unknown) =>
    api
      .call('post', '/api/probe')
      .set('Content-Type', 'application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));

  it('takes what is well formed', async () => {
    const body = {
      line: 'Fern, 2 – “Main” 🌿',
      words: 'one\ntwo\ttabs',
      zone: 'America/Boise',
      at: '2026-11-02T14:00:00-07:00',
      time: '23:59',
      email: 'rowan@ellis.example',
      count: 5,
      route: 'iv',
      inner: { givenOn: '2028-02-29' },
    };
    const answer = await send(body).set('Idempotency-Key', 'k-1').expect(201);
    expect(answer.body).toEqual({ body, key: 'k-1' });
  });

  it.each([
    ['no field at all', {}, 'line', 'isString'],
    ['a number for text', { line: 7 }, 'line', 'isString'],
    ['a list for text', { line: ['a'] }, 'line', 'isString'],
    ['an object for text', { line: { $ne: '' } }, 'line', 'isString'],
    ['an unknown field', { line: 'a', admin: true }, 'admin', 'whitelistValidation'],
    ['a line break in one line', { line: 'a\r\nBcc: x@y.example' }, 'line', 'isSingleLine'],
    ['a control character', { line: 'a\u0007' }, 'line', 'isSafeText'],
    ['a mark that turns the reading direction', { line: 'a\u202eb' }, 'line', 'isSafeText'],
    ['text that is too long', { line: 'a'.repeat(21) }, 'line', 'maxLength'],
    ['an unknown zone', { line: 'a', zone: 'Mars/Olympus' }, 'zone', 'isTimeZone'],
    ['an offset for a zone', { line: 'a', zone: '+05:00' }, 'zone', 'isTimeZone'],
    ...['PST', 'EAT', 'MIT', 'US/Pacific-New', 'CET', 'america/boise'].map(
      (zone): [string, object, string, string] => [
        `the zone ${zone}, which not all of us read alike`,
        { line: 'a', zone },
        'zone',
        'isTimeZone',
      ],
    ),
    ['an instant without an offset', { line: 'a', at: '2026-11-02T14:00:00' }, 'at', 'isInstant'],
    ['an instant in the year 9999', { line: 'a', at: '9999-11-02T14:00:00Z' }, 'at', 'isInstant'],
    ['a day that does not exist', { line: 'a', at: '2026-02-30T14:00:00Z' }, 'at', 'isInstant'],
    ['the 25th hour', { line: 'a', time: '24:00' }, 'time', 'isLocalTime'],
    [
      'an address with a line break',
      { line: 'a', email: 'a@b.example\r\nBcc: c@d.example' },
      'email',
      'isEmail',
    ],
    ['an address with a name', { line: 'a', email: 'Rowan <a@b.example>' }, 'email', 'isEmail'],
    ['two addresses', { line: 'a', email: 'a@b.example,c@d.example' }, 'email', 'isEmail'],
    ['a number as text', { line: 'a', count: '3' }, 'count', 'isInt'],
    ['a fraction', { line: 'a', count: 1.5 }, 'count', 'isInt'],
    ['too much', { line: 'a', count: 6 }, 'count', 'max'],
    ['another choice', { line: 'a', route: 'oral' }, 'route', 'isIn'],
    ['text for an object', { line: 'a', inner: 'x' }, 'inner', 'isObject'],
    ['a wrong field inside', { line: 'a', inner: { givenOn: '2027-02-29' } }, 'inner.givenOn', 'isDateOnly'],
  ])('refuses %s, naming the field', async (_, body, field, code) => {
    const answer = await send(body).expect(400);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ type: problem('invalid'), status: 400 });
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, code }));
    expect(answer.body.errors[0].message).not.toBe('');
  });

  it('says what would fit', async () => {
    const { body } = await send({ line: 'a'.repeat(21), route: 'oral' }).expect(400);
    expect(body.errors).toEqual([
      { field: 'line', code: 'maxLength', params: { max: 20 }, message: 'Use at most 20 characters.' },
      { field: 'route', code: 'isIn', params: { values: 'iv, im' }, message: 'Choose one of: iv, im.' },
    ]);
  });

  it.each([
    ['broken JSON', '{"line":'],
    ['a list', '[1]'],
    ['bare text', '"line"'],
    ['null', 'null'],
    ['a NUL byte', '{"line":"a\\u0000b"}'],
    ['a NUL byte in a name', '{"line":"a","b\\u0000":1}'],
    ['a lone surrogate', '{"line":"\\ud83d"}'],
    ['a lone surrogate far inside', '{"line":"a","inner":{"givenOn":["\\udc00"]}}'],
    ['nesting without end', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['a prototype', '{"line":"a","__proto__":{"admin":true}}'],
  ])('cannot read %s', async (_, body) => {
    const answer = await send(body).expect(400);
    expect(answer.body).toMatchObject({ type: problem('malformed'), status: 400, errors: [] });
  });

  it('takes an empty JSON body as an object of nothing', async () => {
    const { body } = await send('').expect(400);
    expect(body.type).toBe(problem('invalid'));
  });

  it('refuses what is too large', async () => {
    const { body } = await send({ line: 'a'.repeat(130 * 1024) }).expect(413);
    expect(body.type).toBe(problem('too-large'));
  });

  it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])(
    'does not take %s for the API',
    async (type) => {
      const answer = await api
        .call('post', '/api/probe')
        .set('Content-Type', type)
        .send('line=a')
        .expect(415);
      expect(answer.body.type).toBe(problem('unsupported-media'));
    },
  );

  it.each([
    ['?limit=0', 'limit'],
    ['?limit=201', 'limit'],
    ['?limit=ten', 'limit'],
    ['?after=7', 'after'],
    ['?sort=name', 'sort'],
    ['?limit=1&limit=2', 'limit'],
  ])('refuses the list query %s', async (query, field) => {
    const { body } = await api.call('get', `/api/probe/list${query}`).expect(400);
    expect(body.errors[0].field).toBe(field);
  });

  it('gives 50 of a list unless asked', async () => {
    expect((await api.call('get', '/api/probe/list').expect(200)).body).toEqual({ limit: 50 });
    const asked = await api.call('get', `/api/probe/list?limit=200&after=${AN_ID}`).expect(200);
    expect(asked.body).toEqual({ limit: 200, after: AN_ID });
  });

  it.each(['/api/probe/list?after=%00', '/api/%ed%a0%80', '/api/probe/open/%00', '/%c0'])(
    'answers 400 to the address %s',
    async (path) => {
      const { body, headers } = await api
        .call('get', path)
        .expect((answer) => [400, 404].includes(answer.status));
      expect(headers['content-type']).toMatch(/^application\/problem\+json/);
      expect(body.requestId).toBe(headers['x-request-id']);
    },
  );

  it.each(['', ' ', 'a b', 'ä', 'x'.repeat(201)])('refuses the Idempotency-Key "%s"', async (key) => {
    // Node refuses to send some of these itself; they cannot arrive then.
    const call = send({ line: 'a' });
    try {
      call.set('Idempotency-Key', key);
    } catch {
      return;
    }
    const answer = await call;
    if (key.trim() === '') expect([201, 400]).toContain(answer.status);
    else expect(answer.body.errors[0].field).toBe('Idempotency-Key');
  });

  describe('the order of refusals', () => {
    const bad = '{"line":';
    const post = (path: string) =>
      api.call('post', path).set('Content-Type', 'application/json').set('X-Throughline', '');

    it('is 401 before everything else', async () => {
      await post('/api/probe/closed/nothing').send(bad).expect(401);
    });
    it('is 403 before 404', async () => {
      const { body } = await post('/api/probe/open/nothing').send(bad).expect(403);
      expect(body.type).toBe(problem('header-missing'));
    });
    it('is 404 before 400, and an impossible id does not exist', async () => {
      await api.call('post', '/api/probe/open/nothing').type('json').send(bad).expect(404);
      await api.call('post', `/api/probe/open/${AN_ID}`).type('json').send(bad).expect(400);
    });
  });

  describe('a call from another site', () => {
    const call = (headers: Record<string, string>) =>
      api.call('post', '/api/probe').set(headers).send({ line: 'a' });

    it.each<Record<string, string>>([
      { Origin: 'https://elsewhere.example' },
      { Origin: 'null' },
      { Origin: 'http://127.0.0.1:3999' },
      { Origin: 'http://localhost:3000.elsewhere.example' },
      { 'Sec-Fetch-Site': 'cross-site' },
    ])('is refused: %j', async (headers) => {
      const { body } = await call(headers).expect(403);
      expect(body.type).toBe(problem('origin-foreign'));
    });

    it.each<Record<string, string>>([
      {},
      { Origin: 'http://127.0.0.1:3000' },
      { Origin: 'http://localhost:3000', 'Sec-Fetch-Site': 'same-origin' },
    ])('is not what this is: %j', async (headers) => {
      await call(headers).expect(201);
    });
  });

  it('takes forms for the client pages, urlencoded and multipart', async () => {
    const encoded = await api.call('post', '/r/form').type('form').send({ a: '1', b: 'ü' }).expect(201);
    expect(encoded.body).toEqual({ a: '1', b: 'ü' });
    const parts = await api.call('post', '/r/form').field('List-Unsubscribe', 'One-Click').expect(201);
    expect(parts.body).toEqual({ 'List-Unsubscribe': 'One-Click' });
    await api.call('post', '/r/form').type('form').send('a=%00').expect(400);
    await api.call('post', '/r/form').attach('file', Buffer.from('x'), 'x.txt').expect(413);
  });

  it.each([
    ['/api/me', 401],
    ['/api/nothing-here', 404],
    ['/api/probe/broken', 500],
    ['/api/probe/list', 200],
    ['/api/probe/list?limit=0', 400],
    ['/api/docs', 200],
    ['/livez', 200],
    ['/%c0', 400],
    ['/nothing-here', 404],
  ])('sends the security headers with %s (%i)', async (path, status) => {
    const { headers } = await api.call('get', path).expect(status);
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'/,
    );
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    if (path.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store');
  });

  it('takes no request id from outside', async () => {
    const { headers } = await api.call('get', '/livez').set('X-Request-Id', 'forged');
    expect(headers['x-request-id']).not.toBe('forged');
  });

  it('tells nothing of an error of its own', async () => {
    const { body, text } = await api.call('get', '/api/probe/broken').expect(500);
    expect(body).toMatchObject({ type: problem('internal'), status: 500, errors: [] });
    expect(text).not.toMatch(/select|canary|probe/);
  });

  it('shows the API to people, without anything inline', async () => {
    const { text } = await api.call('get', '/api/docs').expect(200);
    expect(text).not.toMatch(/<style|style=|<script(?! src=)|\son\w+=/);
    await api.call('get', '/api/docs/docs.css').expect('content-type', /^text\/css/);
    await api.call('get', '/api/docs/docs-script.js').expect('content-type', /^text\/javascript/);
  });

  it('is ready when database, migrations and queue are', async () => {
    const { body } = await api.call('get', '/readyz').expect(200);
    expect(body).toEqual({ status: 'ready', database: 'up', migrations: 'up', queue: 'up' });
  });

  it('answers 503 within two seconds while the database is away, and comes back by itself', async () => {
    const cookie = `signin=${'a'.repeat(43)}`;
    const end = await databaseOutage(api.database);
    const startedAt = performance.now();
    const { body } = await api.call('get', '/readyz').expect(503);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(body).toMatchObject({ status: 'not-ready', database: 'down' });
    await api.call('get', '/livez').expect(200);
    const refused = await api.call('get', '/api/me', cookie).expect(503);
    expect(refused.body.type).toBe(problem('unavailable'));
    await end();
    await waitFor(
      'the API to be ready again',
      async () => (await api.call('get', '/readyz')).status === 200,
      {
        limitMs: 15_000,
        everyMs: 200,
      },
    );
    await api.call('get', '/api/me', cookie).expect(401);
  });
});
