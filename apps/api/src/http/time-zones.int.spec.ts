import { Temporal } from 'temporal-polyfill';
import { Client } from 'pg';
import { type TestDatabase, testDatabase } from '../../../../test/support/database.js';
import { isTimeZone, TIME_ZONES } from './time-zones.js';

/** Winter and summer of both halves of the earth, the hours around changes. Past: data of two ages agree on it. */
const INSTANTS = [
  '2010-07-15T12:00:00Z',
  '2024-01-15T12:00:00Z',
  '2024-03-10T10:30:00Z',
  '2024-03-31T01:30:00Z',
  '2024-07-15T12:00:00Z',
  '2024-11-03T08:30:00Z',
  '2025-01-15T12:00:00Z',
  '2025-07-15T12:00:00Z',
];

describe('the time zones we take', () => {
  let database: TestDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await testDatabase();
    client = new Client({ connectionString: database.adminUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  const zones = [...TIME_ZONES];

  it('are many, with the one each browser sends for a place', () => {
    expect(zones.length).toBeGreaterThan(400);
    const sent = ['America/Boise', 'Europe/London', 'Asia/Kolkata', 'Asia/Calcutta', 'Europe/Kyiv', 'UTC'];
    expect(sent.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });

  it('are all names of zones in the database, in the same letters', async () => {
    const { rows } = await client.query<{ zone: string }>(
      'select zone from unnest($1::text[]) zone where zone not in (select name from pg_timezone_names)',
      [zones],
    );
    expect(rows).toEqual([]);
  });

  it('are none of the abbreviations the database reads as a fixed offset', async () => {
    const { rows } = await client.query<{ abbrev: string }>('select abbrev from pg_timezone_abbrevs');
    const abbreviations = rows.map(({ abbrev }) => abbrev);
    expect(abbreviations.length).toBeGreaterThan(100);
    expect(abbreviations.filter((name) => name !== 'UTC' && isTimeZone(name))).toEqual([]);
  });

  it('have the same offset in the database as here, summer and winter', async () => {
    const { rows } = await client.query<{ zone: string; at: Date; minutes: number }>(
      `select zone, at, (extract(epoch from (at at time zone zone) - (at at time zone 'UTC')) / 60)::float as minutes
       from unnest($1::text[]) zone, unnest($2::timestamptz[]) at`,
      [zones, INSTANTS],
    );
    expect(rows.length).toBe(zones.length * INSTANTS.length);
    const differing = rows.filter(({ zone, at, minutes }) => {
      const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
      return here.offsetNanoseconds / 60e9 !== minutes;
    });
    expect(differing).toEqual([]);
  });

  it.each(['PST', 'EAT', 'MIT', 'US/Pacific-New', 'CET', 'EST', 'MST', 'EST5EDT', 'Etc/GMT+8', 'GMT'])(
    'do not have %s among them',
    (zone) => {
      expect(isTimeZone(zone)).toBe(false);
    },
  );
});
