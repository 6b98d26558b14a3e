import type { OpenAPIObject } from '@nestjs/swagger';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';

describe('the description of the API', () => {
  let api: RunningApi;
  let description: OpenAPIObject;
  beforeAll(async () => {
    api = await runningApi();
    description = (await api.call('get', '/api/openapi.json').expect(200)).body as OpenAPIObject;
  });
  afterAll(() => api.stop());

  const schemas = () => Object.entries(description.components?.schemas ?? {});
  const operations = () =>
    Object.entries(description.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
    );

  it('knows the fields of everything that is sent or answered', () => {
    const empty = schemas().filter(
      ([, schema]) => !('properties' in schema) || Object.keys(schema.properties!).length === 0,
    );
    expect(empty.map(([name]) => name)).toEqual([]);
  });

  it('knows kinds and bounds, not only names', () => {
    const named = Object.fromEntries(schemas());
    expect(named.SignInDto).toMatchObject({
      properties: { email: { type: 'string' }, password: { type: 'string', maxLength: 1024 } },
      required: ['email', 'password'],
    });
    expect(named.MeView).toMatchObject({
      properties: { clinic: { $ref: '#/components/schemas/MyClinicView' } },
    });
  });

  it('says of each operation what it does and what it answers', () => {
    const silent = operations().filter(
      ({ operation }) =>
        !operation.summary || Object.keys(operation.responses).every((status) => status === 'default'),
    );
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('names every field that a call takes', () => {
    const bodies = operations().filter(({ operation }) => operation.requestBody);
    const vague = bodies.filter(
      ({ operation }) => !operation.requestBody.content['application/json']?.schema.$ref,
    );
    expect(vague.map(({ name }) => name)).toEqual([]);
  });

  it.each([
    'post /api/sign-ins',
    'delete /api/sign-ins/current',
    'get /api/me',
    'get /api/staff',
    'get /api/service',
    'post /api/password-resets',
    'post /api/password-resets/redemption',
    'get /api/invitations',
    'post /api/invitations',
    'post /api/invitations/{id}/resending',
    'post /api/invitations/{id}/revocation',
    'post /api/invitations/opening',
    'post /api/invitations/acceptance',
    'post /api/clinic-starts',
    'post /api/clinic-starts/opening',
    'post /api/clinic-starts/acceptance',
    'post /api/clinics',
    'get /api/clients',
    'post /api/clients',
    'get /api/clients/{id}',
    'patch /api/clients/{id}',
    'get /api/clients/{id}/ketamine-sessions',
    'post /api/clients/{id}/ketamine-sessions',
    'post /api/clients/{id}/series',
    'patch /api/ketamine-sessions/{id}',
    'post /api/ketamine-sessions/{id}/completion',
    'post /api/ketamine-sessions/{id}/cancellation',
    'get /api/clients/{id}/appointments',
    'post /api/clients/{id}/appointments',
    'patch /api/appointments/{id}',
    'post /api/appointments/{id}/cancellation',
    'put /api/appointments/{id}/closing-note',
    'get /api/clients/{id}/plans',
    'post /api/clients/{id}/plans',
    'get /api/clients/{id}/prompts',
    'post /api/prompts/{id}/dispatch',
    'post /api/prompts/{id}/hold',
    'delete /api/prompts/{id}/hold',
    'post /api/prompts/{id}/cancellation',
    'get /api/clients/{id}/reflections',
    'post /api/reflections/{id}/reading',
    'delete /api/reflections/{id}/reading',
    'get /api/today',
    'get /api/appointments/{id}/brief',
    'get /api/safety-flags/{id}',
    'post /api/safety-flags/{id}/acknowledgement',
    'post /api/safety-flags/{id}/closing',
    'get /api/clinic',
    'patch /api/clinic',
    'get /api/clinic/setup',
    'post /api/clinic/setup/finishing',
    'get /api/locations',
    'post /api/locations',
    'patch /api/locations/{id}',
    'get /api/crisis-contacts',
    'put /api/crisis-contacts/{kind}',
    'delete /api/crisis-contacts/{kind}',
    'get /api/rosters',
    'put /api/rosters/{kind}',
  ])('holds %s', (operation) => {
    expect(operations().map(({ name }) => name)).toContain(operation);
  });

  it('names the header that unsafe calls need', () => {
    const without = operations().filter(
      ({ name, operation }) =>
        !name.startsWith('get ') &&
        !operation.parameters.some((each: { name: string }) => each.name === 'X-Throughline'),
    );
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it('holds nothing of the client pages', () => {
    expect(Object.keys(description.paths).filter((path) => !path.startsWith('/api/'))).toEqual([]);
  });
});
