import type { Response } from 'supertest';
import { newId } from '@app/platform/ids/ids.js';
import { BODIES } from './bodies.js';
import { type CallerWorld, callerWorld, type Colleague, COLLEAGUES } from './caller-world.js';
import { type Operation, operationsOf, pathOf, placesOf } from './operations.js';
import { LOOKED_UP_BY_NOBODY, ROUTES } from './route-matrix.data.js';
import type { Things } from './things.js';

jest.setTimeout(120_000);

const problem = (code: string) => `urn:throughline:problem:${code}`;
/** Places that name a kind, one of a few words: nobody else's is there. */
const KINDS = ['crisis-contacts', 'rosters'];

describe('every operation, for everybody and every id', () => {
  let world: CallerWorld;
  let operations: Operation[];
  /** What somebody is told who asks for what is not there. */
  let missing: string;
  /** What somebody is told who is not signed in. */
  let signedOut: string;
  /** Has given the password, and has no second factor yet. */
  let newcomer: string;

  beforeAll(async () => {
    world = await callerWorld();
    operations = operationsOf((await world.api.call('get', '/api/openapi.json').expect(200)).body);
    const { reader } = world.callers;
    missing = told(await world.api.call('get', `/api/clients/${newId()}`, reader.cookie).expect(404));
    signedOut = told(await world.api.call('get', '/api/me').expect(401));
    newcomer = await world.newcomer();
  });
  afterAll(() => world.stop());

  const ask = (operation: Operation, path: string, cookie: string, things: Things, over: object = {}) => {
    const call = world.api.call(operation.method, path, cookie);
    const body = BODIES[operation.name]?.(things);
    return body ? call.send({ ...body, ...over }) : call;
  };

  it('is written down', () => {
    expect(operations.map(({ name }) => name).sort()).toEqual(Object.keys(ROUTES).sort());
  });

  describe.each(Object.entries(ROUTES))('%s', (name, route) => {
    let operation: Operation;
    beforeAll(() => {
      operation = operations.find((each) => each.name === name)!;
    });

    const callerFor = async (who: Colleague) =>
      (route.spends && route.lets.includes(who) ? await world.another(who) : world.callers[who]).cookie;

    it('lets through whom it is for; for everybody else of the clinic it is not there', async () => {
      const troubles: string[] = [];
      for (const who of COLLEAGUES) {
        const lets = route.lets.includes(who);
        const things = lets && route.consumes ? await freshFor(who) : world.mine;
        const answer = await ask(operation, pathOf(operation, things), await callerFor(who), things);
        const wanted = route.open === 'after the password alone' ? signedOut : missing;
        const trouble = lets
          ? refusalIn(answer)
          : told(answer) !== wanted && `${answer.status} ${answer.text}`;
        if (trouble) troubles.push(`${who}: ${trouble}`);
      }
      expect(troubles).toEqual([]);
    });

    it('is closed to who is signed out, or has given the password alone', async () => {
      const { people, callers, mine } = world;
      const half = await people.signIn(callers.reader, 'half');
      const mayHalf = route.open !== undefined;
      for (const [who, cookie, mayCome] of [
        ['nobody', '', route.open === 'everybody'],
        ['half', half, mayHalf],
        ['newcomer', newcomer, mayHalf || route.newcomers],
      ] as const) {
        const answer = await ask(operation, pathOf(operation, mine), cookie, mine);
        const outcome = mayCome ? refusalIn(answer) : told(answer);
        expect({ who, outcome }).toEqual({ who, outcome: mayCome ? null : signedOut });
      }
    });

    it('answers for the clinic next door, for another care team and for nobody alike', async () => {
      const troubles: string[] = [];
      const places = placesOf(operation).filter(({ of }) => !KINDS.includes(of));
      for (const who of places.length > 0 ? route.lets : []) {
        const cookie = await callerFor(who);
        for (const { place, of } of places) {
          const random = await ask(operation, at(place, newId()), cookie, world.mine);
          if (random.status !== 404) troubles.push(`${who}, ${place} of nobody: ${random.status}`);
          for (const [whose, id] of foreign(who, of)) {
            const answer = await ask(operation, at(place, id), cookie, world.mine);
            if (told(answer) !== told(random))
              troubles.push(`${who}, ${place} of ${whose}: ${answer.status} ${answer.text}`);
          }
        }
      }
      expect(troubles).toEqual([]);
    });

    it('takes no id of the clinic next door inside of a body or a query', async () => {
      const who = route.lets.at(0);
      if (!who) return;
      const troubles: string[] = [];
      const things = operation.bodyIds.length > 0 ? await world.fresh(operation) : world.mine;
      const lookedUp = operation.bodyIds.filter((field) => !LOOKED_UP_BY_NOBODY[name]?.includes(field));
      for (const field of lookedUp) {
        const answers = new Set<string>();
        for (const id of [world.nextDoor[thingOf(field, name)], newId()]) {
          // Steps of one's own would stand instead of the template's.
          const over = {
            ...overOf(BODIES[name]!(things)!, field, id),
            ...(field === 'template' && { steps: undefined }),
          };
          const answer = await ask(
            operation,
            pathOf(operation, things),
            world.callers[who].cookie,
            things,
            over,
          );
          answers.add(told(answer));
          if (![400, 404, 422].includes(answer.status))
            troubles.push(`${field}: ${answer.status} ${answer.text}`);
        }
        if (answers.size !== 1) troubles.push(`${field} tells them apart: ${[...answers].join(' ')}`);
      }
      for (const field of operation.queryIds) {
        const { cookie } = world.callers[who];
        const path = (id: string) => `${pathOf(operation, world.mine)}?${field}=${id}`;
        const theirs = await ask(operation, path(world.nextDoor[queryThing(field)]), cookie, world.mine);
        const random = await ask(operation, path(newId()), cookie, world.mine);
        if (told(theirs) !== told(random)) troubles.push(`${field}: ${theirs.text} is not ${random.text}`);
      }
      expect(troubles).toEqual([]);
    });

    it(`${route.stepUp ? 'asks' : 'does not ask'} for a second factor of the last five minutes`, async () => {
      const cookie = await world.stale();
      const answer = await ask(operation, pathOf(operation, world.mine), cookie, world.mine);
      const asks = answer.status === 403 && answer.body.type === problem('step-up-required');
      expect(asks).toBe(route.stepUp ?? false);
    });

    /** Another client with the same people around them, where it is somebody of the care team who asks. */
    const freshFor = async (who: Colleague) => {
      const things = await world.fresh(operation);
      const isSeated = who === 'supervisor' || who === 'body';
      if (isSeated && things.clients !== world.mine.clients)
        await world.people.seat(world.callers[who], things.clients, who);
      return things;
    };
    const at = (place: string, id: string) => pathOf({ path: operation.path.replace(place, id) }, world.mine);
    const foreign = (who: Colleague, of: keyof Things): [whose: string, id: string][] => {
      const { nextDoor, ofAColleague } = world;
      const byTeam = !route.beyondCareTeams && of !== 'care-team' && !OFFICE.includes(who) && who !== 'off';
      return [
        ['the clinic next door', nextDoor[of]],
        ...(byTeam ? [['another care team', ofAColleague[of]] as [string, string]] : []),
      ];
    };
  });
});

/** Sees every client, whoever reads for them. */
const OFFICE: readonly Colleague[] = ['coordinator', 'admin'];

/** Why this is no answer for somebody who is let through; null when it is one. That a link has ended is one. */
function refusalIn({ status, text, body }: Response): string | null {
  const codes = ['signed-out', 'not-found', 'header-missing', 'origin-foreign', 'step-up-required'];
  const isRefused = codes.map(problem).includes((body as { type?: string }).type ?? '');
  return isRefused || status >= 500 ? `${status} ${text}` : null;
}

/** The whole answer as it is told, save what belongs to the one request. */
function told({ status, headers, text }: Response): string {
  const { 'x-request-id': requestId, date: _date, ...rest } = headers as Record<string, string>;
  return JSON.stringify([status, rest, text.replaceAll(requestId ?? '-', 'the request id')]);
}

/** The body with another id in one place, however deep, be it inside of a list. */
function overOf(body: Record<string, unknown>, field: string, id: string): Record<string, unknown> {
  const [outer, ...inner] = field.split('.') as [string, ...string[]];
  if (inner.length === 0) return { [outer]: id };
  const held = body[outer] as Record<string, unknown> | Record<string, unknown>[];
  const one = Array.isArray(held) ? held[0]! : held;
  const other = { ...one, ...overOf(one, inner.join('.'), id) };
  return { [outer]: Array.isArray(held) ? [other] : other };
}

function thingOf(field: string, operation: string): keyof Things {
  const name = field.split('.').at(-1)!;
  if (name === 'locationId' || name === 'seriesId' || name === 'clinicId') return name;
  if (name === 'planId') return 'plans';
  if (name === 'clientId') return 'clients';
  if (name === 'reflectionId' || name === 'originReflectionId') return 'reflections';
  if (field.endsWith('prompt.template') || operation.includes('/prompt-templates')) return 'prompt-templates';
  if (name === 'template' || name === 'startedFrom') return 'plan-templates';
  return 'staffMemberId';
}

function queryThing(field: string): keyof Things {
  return field === 'staffMemberId' ? field : 'clients';
}
