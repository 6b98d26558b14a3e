import type { Body, Field, Operation } from './operations.js';

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
  if (!('clinicId' in fields))
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
        ...(!AS_TYPED.includes(name) && { status: 400 }),
      });
    put('endless', 'x'.repeat(20_000), 400);
  }
  return cases;
}

/** Taken as they were typed, and then they do not fit. */
const AS_TYPED = ['password', 'current', 'code', 'token'];

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
    case 'clinicName':
    case 'shortName':
    case 'label':
      return [
        ['two lines', 'Imani\r\nOsei'],
        ['spaces alone', '   '],
      ];
    case 'country':
      return [
        ['a name', 'Norway'],
        ['small letters', 'us'],
      ];
    case 'roles':
      return [
        ['none', []],
        ['an unknown one', ['owner']],
        ['one twice', ['admin', 'admin']],
        ['a wildcard', ['*']],
      ];
    case 'openDays':
    case 'readingDays':
      return [
        ['the eighth day', [8]],
        ['a day twice', [1, 1]],
        ['a fraction', [1.5]],
      ];
    case 'holidays':
      return [
        ['no day', ['2027-02-30']],
        ['one twice', ['2026-12-25', '2026-12-25']],
        ['far too many', Array.from({ length: 400 }, (_, day) => `20${30 + (day % 60)}-01-01`)],
      ];
    case 'fromOn':
    case 'untilOn':
    case 'verifiedOn':
      return [
        ['no day', '2027-02-30'],
        ['in the year 9999', '9999-01-05'],
        ['with a time', '2026-11-02T10:00:00Z'],
      ];
    case 'quietFrom':
    case 'quietTo':
    case 'openFrom':
    case 'openTo':
      return [
        ['the 25th hour', '25:00'],
        ['with seconds', '08:00:00'],
      ];
    case 'reason':
      return [['too short', 'because']];
    case 'token':
      return [
        ['short', 'x'],
        ['no base64url', `${'x'.repeat(42)}/`],
      ];
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
    case 'locationId':
    case 'seriesId':
    case 'staffMemberId':
    case 'practitionerId':
    case 'coverId':
    case 'responderId':
    case 'leadId':
    case 'clinicId':
      return [
        ['no id', 'nonsense'],
        ['nobody’s', '01939af2-0000-7000-8000-000000000001'],
      ];
    default:
      return field.enum ? [['another choice', 'elsewhere']] : [];
  }
}
