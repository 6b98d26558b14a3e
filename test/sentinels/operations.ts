import type { Things } from './caller-world.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Body = Record<string, unknown>;

/** One operation of the description of the API. */
export interface Operation {
  name: string;
  method: Method;
  path: string;
  /** The fields of its body with what the description says of each; null when it takes none. */
  fields: Record<string, Field> | null;
}

export interface Field {
  type?: string;
  enum?: string[];
  nullable?: boolean;
}

interface Description {
  paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: { $ref: string } }> } }>
  >;
  components: { schemas: Record<string, { properties?: Record<string, Field> }> };
}

export function operationsOf({ paths, components }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { requestBody }]) => {
      const ref = requestBody?.content['application/json']?.schema.$ref.split('/').at(-1);
      return {
        name: `${method} ${path}`,
        method: method as Method,
        path,
        fields: ref ? (components.schemas[ref]!.properties ?? {}) : null,
      };
    }),
  );
}

const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

/** Everything that writes, with a body that it takes. An operation that is missing here turns the test red. */
export const BODIES: Readonly<Record<string, (things: Things) => Body | null>> = {
  'post /api/sign-ins': () => ({ email: 'maren@fernhollow.example', password: 'not the right one at all' }),
  'post /api/clients': ({ staffMemberId, locationId }) => ({
    name: 'Imani Osei',
    email: `imani-${Math.random().toString(36).slice(2)}@osei.example`,
    phone: '+1 208 555 0101',
    pronouns: 'she/her',
    timeZone: 'America/Boise',
    language: 'en',
    emailConsent: { givenOn: '2026-01-05', how: 'on paper' },
    careTeam: [{ staffMemberId, seat: 'words' }],
    quietHours: { from: '21:00', to: '08:00' },
    locationId,
  }),
  'patch /api/clients/{id}': () => ({
    version: 1,
    name: 'June Abara',
    email: `june-${Math.random().toString(36).slice(2)}@abara.example`,
    phone: '+1 208 555 0102',
    pronouns: 'they/them',
    timeZone: 'America/Denver',
    status: 'active',
    pace: 'gentle',
    quietHours: { from: '22:00', to: '07:00' },
    emailConsent: { givenOn: '2026-01-05', how: 'on paper' },
  }),
  'post /api/clients/{id}/ketamine-sessions': ({ seriesId, locationId }) => ({
    heldAt: days(9),
    route: 'im',
    setting: 'clinic',
    status: 'planned',
    seriesId,
    locationId,
  }),
  'patch /api/ketamine-sessions/{id}': () => ({ version: 1, heldAt: days(3), route: 'iv' }),
  'post /api/ketamine-sessions/{id}/completion': () => ({ version: 2 }),
  'post /api/prompts/{id}/dispatch': () => ({ version: 1 }),
  'post /api/prompts/{id}/hold': () => ({ version: 1 }),
  'post /api/prompts/{id}/cancellation': () => ({ version: 1 }),
  'post /api/ketamine-sessions/{id}/cancellation': () => ({ version: 1, noShow: true }),
  'post /api/clients/{id}/series': () => ({ name: 'Spring' }),
  'post /api/clients/{id}/appointments': ({ staffMemberId }) => ({
    startsAt: days(5),
    minutes: 50,
    practitionerId: staffMemberId,
  }),
  'patch /api/appointments/{id}': ({ staffMemberId }) => ({
    version: 1,
    startsAt: days(6),
    minutes: 30,
    practitionerId: staffMemberId,
  }),
  'post /api/appointments/{id}/cancellation': () => ({ version: 1 }),
  'put /api/appointments/{id}/closing-note': () => ({ version: 1, text: 'The garden next time.' }),
  'post /api/clients/{id}/plans': () => ({ template: 'steady' }),
  'post /api/reflections/{id}/reading': () => ({}),
  'post /api/safety-flags/{id}/acknowledgement': () => ({ version: 1, callBy: days(1) }),
  'post /api/safety-flags/{id}/closing': () => ({
    version: 2,
    disposition: 'Called. We talked for a while.',
  }),
};

/** The address of an operation about these things. */
export function pathOf({ path }: Pick<Operation, 'path'>, things: Things | string): string {
  if (typeof things === 'string') return path.replace('{id}', things);
  return path.replace('{id}', things[path.split('/')[2] as keyof Things]);
}

/** One request that must be refused: what is sent, as it goes over the wire. */
export interface BadCase {
  what: string;
  body: string;
  /** What is wrong in itself is refused as such, before anything is looked up: 400, unless it is too large. */
  status?: number;
}

const RAW: readonly BadCase[] = [
  { what: 'broken JSON', body: '{"version":', status: 400 },
  { what: 'a list', body: '[]', status: 400 },
  { what: 'a text', body: '"words"', status: 400 },
  { what: 'null', body: 'null', status: 400 },
  { what: 'too much', body: JSON.stringify({ words: 'x'.repeat(140 * 1024) }), status: 413 },
  { what: 'an unknown field with a NUL', body: '{"a":"\\u0000"}', status: 400 },
];

/** Every way to get the body of an operation wrong that its description suggests. */
export function badCasesOf({ fields }: Operation, good: Body | null): BadCase[] {
  const cases = [...RAW];
  const say = (what: string, body: Body, status?: number) =>
    cases.push({ what, body: JSON.stringify(body), ...(status && { status }) });
  if (!fields || !good) return cases;
  say('an unknown field', { ...good, admin: true }, 400);
  say('a field of the row', { ...good, clinicId: '01939af2-0000-7000-8000-000000000001' }, 400);
  for (const [name, field] of Object.entries(fields)) {
    const put = (what: string, value: unknown, status?: number) =>
      say(`${name}: ${what}`, { ...good, [name]: value }, status);
    for (const [what, value] of wrongTypesFor(field)) put(what, value, 400);
    for (const [what, value] of wrongValuesFor(name, field)) put(what, value);
    if (field.type !== 'string') continue;
    for (const [what, value] of WRONG_TEXTS)
      cases.push({
        what: `${name}: ${what}`,
        body: withText(good, name, value),
        ...(name !== 'password' && { status: 400 }),
      });
    put('endless', 'x'.repeat(20_000), 400);
  }
  return cases;
}

const WRONG_TEXTS: readonly [string, string][] = [
  ['a NUL', 'a\\u0000b'],
  ['a lone high surrogate', 'a\\ud83d'],
  ['a lone low surrogate', '\\udc00b'],
  ['a bell', 'a\\u0007'],
  ['a mark that turns the reading direction', 'a\\u202eb'],
];

/** JSON by hand: a serialiser would mend what must stay broken. */
function withText(good: Body, name: string, value: string): string {
  const rest = JSON.stringify({ ...good, [name]: undefined }).slice(1, -1);
  return `{${rest}${rest ? ',' : ''}${JSON.stringify(name)}:"${value}"}`;
}

function wrongTypesFor({ type }: Field): [string, unknown][] {
  const values: [string, unknown, string][] = [
    ['a number', 7, 'number'],
    ['a text', 'seven', 'string'],
    ['true', true, 'boolean'],
    ['a list', [1], 'array'],
    ['an object', { $ne: 1 }, 'object'],
  ];
  return values.filter(([, , of]) => of !== (type ?? 'object')).map(([what, value]) => [what, value]);
}

function wrongValuesFor(name: string, field: Field): [string, unknown][] {
  switch (name) {
    case 'version':
      return [
        ['stale', 999],
        ['a fraction', 1.5],
        ['zero', 0],
        ['beyond counting', 1e21],
        ['as a text', '1'],
      ];
    case 'minutes':
      return [
        ['four', 4],
        ['a day and more', 1_500],
        ['a fraction', 50.5],
      ];
    case 'email':
      return [
        ['with CR and LF', 'a@b.example\r\nBcc: c@d.example'],
        ['with LF', 'a@b.example\nc'],
        ['with a name', 'Rowan <a@b.example>'],
        ['two of them', 'a@b.example,c@d.example'],
      ];
    case 'timeZone':
      return [
        ['unknown', 'Mars/Olympus'],
        ['an offset', '+05:00'],
        ['nothing', ''],
      ];
    case 'heldAt':
    case 'startsAt':
    case 'callBy':
      return [
        ['in the year 9999', '9999-11-02T10:00:00Z'],
        ['in the year 1', '0001-11-02T10:00:00Z'],
        ['without an offset', '2026-11-02T10:00:00'],
        ['on a day that does not exist', '2027-02-30T10:00:00Z'],
      ];
    case 'heldOn':
      return [
        ['beside heldAt', '2027-01-05'],
        ['in the year 9999', '9999-01-05'],
        ['no day', '2027-02-30'],
      ];
    case 'time':
      return [['the 25th hour', '25:00']];
    case 'name':
      return [['two lines', 'Imani\r\nOsei']];
    case 'emailConsent':
      return [
        ['ahead', { givenOn: '2099-01-01', how: 'on paper' }],
        ['half of it', { givenOn: '2026-01-05' }],
      ];
    case 'quietHours':
      return [
        ['all day', { from: '08:00', to: '07:30' }],
        ['half of them', { from: '21:00' }],
      ];
    case 'careTeam':
      return [
        ['nobody we know', [{ staffMemberId: '01939af2-0000-7000-8000-000000000001', seat: 'words' }]],
        ['an unknown seat', [{ staffMemberId: '01939af2-0000-7000-8000-000000000001', seat: 'owner' }]],
      ];
    default:
      return field.enum ? [['another choice', 'elsewhere']] : [];
  }
}
