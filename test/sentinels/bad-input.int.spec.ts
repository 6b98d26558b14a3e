import type { Response } from 'supertest';
import { newId } from '@app/platform/ids/ids.js';
import { someAtATime } from '../support/some-at-a-time.js';
import { type BadCase, badCasesOf } from './bad-cases.js';
import { BODIES } from './bodies.js';
import { type CallerWorld, callerWorld, type Colleague } from './caller-world.js';
import { type Operation, operationsOf, pathOf, placesOf } from './operations.js';
import { ROUTES } from './route-matrix.data.js';
import type { Things } from './things.js';

jest.setTimeout(120_000);

/** Bad requests that are under way together: none of them may change anything, so none minds another. */
const AT_ONCE = 4;

/** Creating calls: they take an Idempotency-Key. The second body differs from the first in one field. */
const CREATING: Readonly<Record<string, object>> = {
  'post /api/clients': { pronouns: 'he/him' },
  'post /api/clients/{id}/ketamine-sessions': { route: 'sc' },
  'post /api/clients/{id}/appointments': { minutes: 45 },
  'post /api/clients/{id}/series': { name: 'Autumn' },
  'post /api/locations': { name: 'Birch Street' },
};

/** Bodies that are well formed, and hold no code, token or password that fits. */
const FITS_NOTHING = [
  'post /api/sign-ins',
  'post /api/sign-ins/current/second-factor',
  'post /api/sign-ins/current/passkey',
  'post /api/sign-ins/current/step-up',
  'post /api/me/totp/confirmation',
  'post /api/me/passkeys',
  'post /api/password-resets/redemption',
  'post /api/invitations/opening',
  'post /api/invitations/acceptance',
  'post /api/clinic-starts/opening',
  'post /api/clinic-starts/acceptance',
  'post /api/clinic-senders/confirmation',
  // There is nothing to confirm while its e-mail has not left.
  'post /api/prompts/{id}/delivery-confirmation',
];

/** Who calls, where it is not the reader, or else the admin. */
const WHO: Readonly<Record<string, Colleague>> = { 'post /api/clients/{id}/break-glass': 'off' };

describe('bad input', () => {
  let world: CallerWorld;
  let operations: Operation[];

  beforeAll(async () => {
    world = await callerWorld();
    operations = operationsOf((await world.api.call('get', '/api/openapi.json').expect(200)).body);
  });
  afterAll(() => world.stop());

  const named = (name: string) => {
    const operation = operations.find((each) => each.name === name);
    if (!operation) throw new Error(`The API has no ${name}.`);
    return operation;
  };
  const cookieFor = async ({ name }: Operation): Promise<string> => {
    const { lets, open, spends } = ROUTES[name]!;
    if (open === 'everybody') return '';
    if (open === 'after the password alone') return world.people.signIn(world.callers.reader, 'half');
    const who = WHO[name] ?? (lets.includes('reader') ? 'reader' : 'admin');
    return (spends ? await world.another(who) : world.callers[who]).cookie;
  };
  const send = (operation: Operation, path: string, cookie: string, body?: string) => {
    const call = world.api.call(operation.method, path, cookie);
    return body === undefined ? call : call.set('Content-Type', 'application/json').send(body);
  };
  const goodBody = ({ name }: Operation, things: Things) => BODIES[name]?.(things) ?? null;
  const troubleOf = ({ status, headers, body }: Response): string | null => {
    if (status < 400 || status > 499) return `answered ${status}`;
    if (!headers['content-type']?.startsWith('application/problem+json'))
      return `answered ${headers['content-type']}`;
    if (body.status !== status || !body.title || !body.type || !Array.isArray(body.errors))
      return 'is no problem+json';
    if (/select |insert |\bat .*\.js|node_modules/i.test(JSON.stringify(body))) return 'tells of the inside';
    return null;
  };

  /** The first that changes something when they are sent once more, one by one. */
  const culpritAmong = async (
    cases: readonly BadCase[],
    operation: Operation,
    path: string,
    cookie: string,
  ): Promise<string> => {
    let before = await world.contents();
    for (const { what, body } of cases) {
      await send(operation, path, cookie, body);
      const after = await world.contents();
      if (after !== before) return what;
      before = after;
    }
    return 'none, the second time';
  };

  it('is tried on everything that writes', () => {
    const writing = operations.filter(({ method }) => ['post', 'put', 'patch'].includes(method));
    expect(writing.map(({ name }) => name).sort()).toEqual(Object.keys(BODIES).sort());
    expect(operations.length).toBeGreaterThan(30);
  });

  it.each(Object.keys(BODIES))('gets a clear 4xx and changes nothing: %s', async (name) => {
    const operation = named(name);
    const path = pathOf(operation, world.mine);
    const cookie = await cookieFor(operation);
    const cases = badCasesOf(operation, goodBody(operation, world.mine));
    const before = await world.contents();
    const answers = await someAtATime(cases, AT_ONCE, ({ body }) => send(operation, path, cookie, body));
    const troubles = answers.flatMap((answer, nth) => {
      const { what, status } = cases[nth]!;
      const trouble = status && answer.status !== status ? `answered ${answer.status}` : troubleOf(answer);
      return trouble ? [`${what}: ${trouble}`] : [];
    });
    // Which one it was is asked only when there is one.
    if ((await world.contents()) !== before)
      troubles.push(
        `one of them changed the database: ${await culpritAmong(cases, operation, path, cookie)}`,
      );
    expect(troubles).toEqual([]);
  });

  it('names the field that is wrong, in words', async () => {
    const body = JSON.stringify({ name: 'A', timeZone: 'Mars/Olympus' });
    const answer = await send(named('post /api/clients'), '/api/clients', world.callers.reader.cookie, body);
    expect(answer.body.errors).toEqual([
      { field: 'timeZone', code: 'isTimeZone', params: {}, message: expect.stringMatching(/\S/) },
    ]);
  });

  it.each(Object.keys(CREATING))('gets 422 for an idempotency key with another body: %s', async (name) => {
    const operation = named(name);
    const things = await world.fresh(operation);
    const cookie = await cookieFor(operation);
    const post = (body: object) =>
      send(operation, pathOf(operation, things), cookie, JSON.stringify(body)).set('Idempotency-Key', key);
    const good = goodBody(operation, things)!;
    const key = newId();
    const first = await post(good).expect(201);
    const before = await world.contents();
    const again = await post(good).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const { body } = await post({ ...good, ...CREATING[name] }).expect(422);
    expect(body.type).toBe('urn:throughline:problem:idempotency-body-differs');
    expect(await world.contents()).toBe(before);
  });

  it('finds an id that cannot be one like one of nobody: 404', async () => {
    const withIds = operations.filter((operation) => placesOf(operation).length > 0);
    const cookies = new Map<string, string>();
    for (const operation of withIds) cookies.set(operation.name, await cookieFor(operation));
    const before = await world.contents();
    const troublesWith = async (operation: Operation) => {
      const good = goodBody(operation, world.mine);
      const troubles: string[] = [];
      for (const { place } of placesOf(operation)) {
        const told = new Set<string>();
        for (const id of [newId(), 'nonsense', '%27%20or%201=1', '0']) {
          const path = pathOf({ path: operation.path.replace(place, id) }, world.mine);
          const sent = good ? JSON.stringify(good) : undefined;
          const { status, body, headers } = await send(operation, path, cookies.get(operation.name)!, sent);
          if (status !== 404) troubles.push(`${operation.name} with ${id}: ${status}`);
          if (body.requestId !== headers['x-request-id']) troubles.push(`${operation.name}: no request id`);
          told.add(JSON.stringify({ ...body, requestId: '' }));
        }
        if (told.size > 1) troubles.push(`${operation.name} tells them apart: ${[...told].join(' ')}`);
      }
      return troubles;
    };
    const troubles = (await someAtATime(withIds, AT_ONCE, troublesWith)).flat();
    expect(troubles).toEqual([]);
    expect(await world.contents()).toBe(before);
  });

  it('is told to sign in before anything else, whatever else is wrong', async () => {
    const closed = operations.filter(({ name }) => ROUTES[name]!.open !== 'everybody');
    await someAtATime(closed, AT_ONCE, async (operation) => {
      const broken = operation.method === 'get' ? undefined : '{"';
      const answer = await send(operation, pathOf(operation, world.mine), '', broken);
      expect({ of: operation.name, status: answer.status }).toEqual({ of: operation.name, status: 401 });
    });
  });

  it('is not what the bodies here are: each is taken as it stands', async () => {
    const troubles: string[] = [];
    for (const name of Object.keys(BODIES).filter((each) => !FITS_NOTHING.includes(each))) {
      const operation = named(name);
      const things = await world.fresh(operation);
      await FIRST[name]?.(things);
      const cookie = await cookieFor(operation);
      const body = JSON.stringify(goodBody(operation, things) ?? {});
      const { status, text } = await send(operation, pathOf(operation, things), cookie, body);
      if (status >= 300) troubles.push(`${name}: ${status} ${text}`);
    }
    expect(troubles).toEqual([]);
    // New things for each.
  }, 300_000);

  const openFlag = (things: Things) => {
    const open = named('get /api/safety-flags/{id}');
    return send(open, pathOf(open, things), world.callers.reader.cookie).expect(200);
  };

  /** What has to happen before some things can be done. */
  const FIRST: Readonly<Record<string, (things: Things) => Promise<unknown>>> = {
    'post /api/clinic/safety-webhook/test': (things) => {
      const set = named('put /api/clinic/safety-webhook');
      return send(set, set.path, world.callers.admin.cookie, JSON.stringify(goodBody(set, things)));
    },
    'post /api/safety-flags/{id}/acknowledgement': (things) => openFlag(things),
    'post /api/safety-flags/{id}/closing': async (things) => {
      await openFlag(things);
      const acknowledge = named('post /api/safety-flags/{id}/acknowledgement');
      const body = JSON.stringify(goodBody(acknowledge, things));
      return send(acknowledge, pathOf(acknowledge, things), world.callers.reader.cookie, body).expect(201);
    },
    'post /api/ketamine-sessions/{id}/completion': (things) => {
      const move = named('patch /api/ketamine-sessions/{id}');
      const heldAt = new Date(Date.now() - 3_600_000).toISOString();
      const body = JSON.stringify({ version: 1, heldAt });
      return send(move, pathOf(move, things), world.callers.reader.cookie, body).expect(200);
    },
    'post /api/staff-members/{id}/restoration': async (things) => {
      const suspend = named('post /api/staff-members/{id}/suspension');
      const body = JSON.stringify({ version: 1, clients: 'stay' });
      await send(suspend, pathOf(suspend, things), world.callers.admin.cookie, body).expect(201);
    },
  };
});
