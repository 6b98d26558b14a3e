import type { Response } from 'supertest';
import { newId } from '@app/platform/ids/ids.js';
import { type CallerWorld, callerWorld, type Things } from './caller-world.js';
import { badCasesOf, BODIES, type Operation, operationsOf, pathOf } from './operations.js';

/** Creating calls: they take an Idempotency-Key. The second body differs from the first in one field. */
const CREATING: Readonly<Record<string, object>> = {
  'post /api/clients': { pronouns: 'he/him' },
  'post /api/clients/{id}/ketamine-sessions': { route: 'sc' },
  'post /api/clients/{id}/appointments': { minutes: 45 },
};

/** What a coordinator may not know of, although the client is not hidden from them. */
const OF_THE_WORDS = [
  'put /api/appointments/{id}/closing-note',
  'get /api/appointments/{id}/brief',
  'get /api/clients/{id}/reflections',
  'post /api/reflections/{id}/reading',
  'delete /api/reflections/{id}/reading',
  'post /api/safety-flags/{id}/closing',
];

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
  const send = (operation: Operation, path: string, body?: string, cookie = world.cookie) => {
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

  it('is tried on everything that writes', () => {
    const writing = operations.filter(({ method }) => ['post', 'put', 'patch'].includes(method));
    expect(writing.map(({ name }) => name).sort()).toEqual(Object.keys(BODIES).sort());
    expect(operations.length).toBeGreaterThan(30);
  });

  it.each(Object.keys(BODIES))('gets a clear 4xx and changes nothing: %s', async (name) => {
    const operation = named(name);
    const path = pathOf(operation, world.mine);
    const before = await world.contents();
    const troubles: string[] = [];
    for (const { what, body, status } of badCasesOf(operation, goodBody(operation, world.mine))) {
      const answer = await send(operation, path, body);
      const trouble = status && answer.status !== status ? `answered ${answer.status}` : troubleOf(answer);
      if (trouble) troubles.push(`${what}: ${trouble}`);
      if ((await world.contents()) !== before) {
        troubles.push(`${what}: changed the database`);
        break;
      }
    }
    expect(troubles).toEqual([]);
  });

  it('names the field that is wrong, in words', async () => {
    const answer = await send(
      named('post /api/clients'),
      '/api/clients',
      JSON.stringify({ name: 'A', timeZone: 'Mars/Olympus' }),
    );
    expect(answer.body.errors).toEqual([
      { field: 'timeZone', code: 'isTimeZone', params: {}, message: expect.stringMatching(/\S/) },
    ]);
  });

  it.each(Object.keys(CREATING))('gets 422 for an idempotency key with another body: %s', async (name) => {
    const operation = named(name);
    const things = await world.fresh();
    const path = pathOf(operation, things);
    const good = goodBody(operation, things);
    const key = newId();
    const first = await send(operation, path, JSON.stringify(good)).set('Idempotency-Key', key).expect(201);
    const before = await world.contents();
    const again = await send(operation, path, JSON.stringify(good)).set('Idempotency-Key', key).expect(201);
    expect(again.body.id).toBe(first.body.id);
    const other = JSON.stringify({ ...good, ...CREATING[name] });
    const { body } = await send(operation, path, other).set('Idempotency-Key', key).expect(422);
    expect(body.type).toBe('urn:throughline:problem:idempotency-body-differs');
    expect(await world.contents()).toBe(before);
  });

  it.each<[string, (other: Things) => object]>([
    ['post /api/clients', ({ locationId }) => ({ locationId })],
    ['post /api/clients', ({ staffMemberId }) => ({ careTeam: [{ staffMemberId, seat: 'words' }] })],
    ['post /api/clients/{id}/ketamine-sessions', ({ seriesId }) => ({ seriesId })],
    ['post /api/clients/{id}/ketamine-sessions', ({ locationId }) => ({ locationId })],
    ['post /api/clients/{id}/appointments', ({ staffMemberId }) => ({ practitionerId: staffMemberId })],
    ['patch /api/appointments/{id}', ({ staffMemberId }) => ({ practitionerId: staffMemberId })],
  ])('gets a 4xx for an id of another clinic inside the body: %s', async (name, over) => {
    const operation = named(name);
    const before = await world.contents();
    const body = { ...goodBody(operation, world.mine), ...over(world.nextDoor) };
    expect(troubleOf(await send(operation, pathOf(operation, world.mine), JSON.stringify(body)))).toBeNull();
    expect(await world.contents()).toBe(before);
  });

  it('finds ids of another clinic, of another care team, and of nobody all alike: 404', async () => {
    const before = await world.contents();
    const troubles: string[] = [];
    for (const operation of operations.filter(({ path }) => path.includes('{id}'))) {
      const good = goodBody(operation, world.mine);
      const body = good ? JSON.stringify(good) : undefined;
      const bodies = new Set<string>();
      for (const id of [
        newId(),
        pathId(operation, world.nextDoor),
        pathId(operation, world.ofAColleague),
        'nonsense',
      ]) {
        const answer = await send(operation, pathOf(operation, id), body);
        if (answer.status !== 404) troubles.push(`${operation.name} with ${id}: ${answer.status}`);
        const { requestId, ...rest } = answer.body;
        if (requestId !== answer.headers['x-request-id']) troubles.push(`${operation.name}: no request id`);
        bodies.add(JSON.stringify(rest));
      }
      if (bodies.size !== 1) troubles.push(`${operation.name} tells them apart: ${[...bodies].join(' ')}`);
    }
    expect(troubles).toEqual([]);
    expect(await world.contents()).toBe(before);
  });

  it('finds words that a coordinator may not know of like those of nobody: 404', async () => {
    const before = await world.contents();
    for (const operation of OF_THE_WORDS.map(named)) {
      const good = goodBody(operation, world.mine);
      const ask = (id: string) =>
        send(operation, pathOf(operation, id), good ? JSON.stringify(good) : undefined, world.coordinator);
      const [mine, nobodys] = [await ask(pathId(operation, world.mine)), await ask(newId())];
      expect({ of: operation.name, status: mine.status }).toEqual({ of: operation.name, status: 404 });
      expect({ ...mine.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
    }
    expect(await world.contents()).toBe(before);
  });

  it('is told to sign in before anything else, whatever else is wrong', async () => {
    for (const operation of operations.filter(({ path }) => !path.startsWith('/api/sign-ins'))) {
      const answer = await send(
        operation,
        pathOf(operation, world.mine),
        operation.method === 'get' ? undefined : '{"',
        '',
      );
      expect({ of: operation.name, status: answer.status }).toEqual({ of: operation.name, status: 401 });
    }
  });

  it('is not what the bodies here are: each is taken as it stands', async () => {
    const troubles: string[] = [];
    for (const name of Object.keys(BODIES).filter((each) => each !== 'post /api/sign-ins')) {
      const operation = named(name);
      const things = await world.fresh();
      if (name.endsWith('/closing')) {
        const acknowledge = named('post /api/safety-flags/{id}/acknowledgement');
        await send(
          acknowledge,
          pathOf(acknowledge, things),
          JSON.stringify(goodBody(acknowledge, things)),
        ).expect(201);
      }
      if (name.endsWith('/completion')) {
        const move = named('patch /api/ketamine-sessions/{id}');
        const heldAt = new Date(Date.now() - 3_600_000).toISOString();
        await send(move, pathOf(move, things), JSON.stringify({ version: 1, heldAt })).expect(200);
      }
      const body = goodBody(operation, things) ?? {};
      const { status, body: answer } = await send(operation, pathOf(operation, things), JSON.stringify(body));
      if (status >= 300) troubles.push(`${name}: ${status} ${JSON.stringify(answer)}`);
    }
    expect(troubles).toEqual([]);
  });
});

function pathId(operation: Operation, things: Things): string {
  return things[operation.path.split('/')[2] as keyof Things];
}
