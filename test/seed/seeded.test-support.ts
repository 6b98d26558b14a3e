import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { Temporal } from 'temporal-polyfill';
import { totpCode } from '@app/clinics/factors/totp.rules.js';
import { startProcess } from '../sentinels/processes.js';
import { type TestDatabase, testDatabase } from '../support/database.js';
import { waitFor } from '../support/wait-for.js';

export interface DemonstrationSignIn {
  clinic: string;
  email: string;
  password: string;
  totpSecret: string;
  roles: string[];
}

/** The demonstration as `npm start` leaves it, and the API over it. */
export interface Seeded {
  database: TestDatabase;
  signIns: DemonstrationSignIn[];
  /** Signs in with the code of the authenticator app, as a stranger would. */
  desk: (email: string) => Promise<SeededDesk>;
  stop: () => Promise<void>;
}

/** What somebody of the demonstration sees. */
export interface SeededDesk {
  get: <View>(path: string) => Promise<View>;
  list: <View>(path: string) => Promise<View[]>;
}

export async function seeded(): Promise<Seeded> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-seed-'));
  const env = {
    DATABASE_URL: database.appUrl,
    KEK_FILE: join(folder, 'kek'),
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  };
  writeFileSync(env.KEK_FILE, randomBytes(32).toString('base64'));
  const owner = { DATABASE_OWNER_URL: database.ownerUrl };
  const seed = startProcess('test/seed/seed.ts', { NODE_ENV: 'development', ...env, ...owner });
  await waitFor('the seed to end', seed.hasEnded, { limitMs: 110_000, everyMs: 100 });
  expect(seed.output()).toBe('');
  const { signIns } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as Pick<Seeded, 'signIns'>;
  Object.assign(process.env, { NODE_ENV: 'test', ...env });
  const { createApi } = await import('../../apps/api/src/create-api.js');
  const app = await createApi();
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer();
  const get = async <View>(path: string, cookie: string) =>
    (await request(server).get(`/api${path}`).set('Cookie', cookie).expect(200)).body as View;
  return {
    database,
    signIns,
    desk: async (email) => {
      const person = signIns.find((one) => one.email === email)!;
      const cookie = await signedIn(server, person);
      return {
        get: (path) => get(path, cookie),
        list: async <View>(path: string) => (await get<{ items: View[] }>(path, cookie)).items,
      };
    },
    stop: async () => {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function signedIn(
  server: Parameters<typeof request>[0],
  { email, password, totpSecret }: DemonstrationSignIn,
): Promise<string> {
  const post = (path: string) => request(server).post(`/api${path}`).set('X-Throughline', '1');
  const half = await post('/sign-ins').send({ email, password }).expect(201);
  const code = totpCode(totpSecret, Temporal.Now.instant());
  const whole = await post('/sign-ins/current/second-factor')
    .set('Cookie', cookieOf(half))
    .send({ kind: 'totp', code })
    .expect(201);
  return cookieOf(whole);
}

function cookieOf({ headers }: request.Response): string {
  return (headers['set-cookie'] as unknown as string[])[0]!.split(';', 1)[0]!;
}
