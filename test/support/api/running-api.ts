import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { type House, houseOf } from '../../factories/house.js';
import type { MadeStaffMember } from '../../factories/staff-member.factory.js';
import { type TestDatabase, testDatabase } from '../database.js';

export interface RunningApi {
  app: NestFastifyApplication;
  database: TestDatabase;
  house: House;
  /** A call to the running API; unsafe ones carry the header of the console. */
  call: (method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, cookie?: string) => request.Test;
  /** The `Cookie` header of a new sign-in, password and second factor; counts as stepped up for five minutes. */
  signIn: (person: SignsIn) => Promise<string>;
  /** The `Cookie` header after the password alone: opens nothing but the second factor. */
  signInHalf: (person: SignsIn) => Promise<string>;
  stop: () => Promise<void>;
}

/** What somebody needs to sign in. A recovery code is spent with each. */
export type SignsIn = Pick<MadeStaffMember, 'email' | 'password' | 'recoveryCodes'>;

export interface ApiWishes {
  /** Sets or replaces settings of the environment. */
  env?: Record<string, string>;
  /** Makes the application; the whole API unless given. */
  open?: () => Promise<NestFastifyApplication>;
}

/** The API as in production, on a database of its own. */
export async function runningApi({ env = {}, open = wholeApi }: ApiWishes = {}): Promise<RunningApi> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-api-'));
  writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'));
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.appUrl,
    KEK_FILE: join(folder, 'kek'),
    DATA_DIR: folder,
    ...env,
  });
  const app = await open();
  // Once for all calls: otherwise each of them would open a port, and close it.
  await app.listen(0, '127.0.0.1');
  const server = app.getHttpServer();
  const call: RunningApi['call'] = (method, path, cookie) => {
    const made = request(server)[method](path);
    if (method !== 'get') made.set('X-Throughline', '1');
    return cookie ? made.set('Cookie', cookie) : made;
  };
  const signInHalf: RunningApi['signInHalf'] = async ({ email, password }) =>
    cookieOf(await call('post', '/api/sign-ins').send({ email, password }).expect(201));
  return {
    app,
    database,
    house: houseOf(app),
    call,
    signIn: async (person) => {
      const half = await signInHalf(person);
      const factor = { kind: 'recovery-code', code: person.recoveryCodes.shift() };
      const answer = await call('post', '/api/sign-ins/current/second-factor', half).send(factor);
      if (answer.status !== 201) throw new Error(`second factor: ${answer.status} ${answer.text}`);
      return cookieOf(answer);
    },
    signInHalf,
    stop: async () => {
      await app.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The name and value of the cookie that an answer sets. */
function cookieOf({ headers }: request.Response): string {
  return (headers['set-cookie'] as unknown as string[])[0]!.split(';', 1)[0]!;
}

/** Loaded when asked for: a spec of the front door alone does not need every feature to compile. */
async function wholeApi(): Promise<NestFastifyApplication> {
  const { createApi } = await import('../../../apps/api/src/create-api.js');
  return createApi();
}
