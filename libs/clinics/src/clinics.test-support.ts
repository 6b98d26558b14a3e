import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { ENTITIES } from '@app/briefs/entities.js';
import type { Role, StaffActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { aClinic, type MadeClinic } from '../../../test/factories/clinic.factory.js';
import type { House } from '../../../test/factories/house.js';
import { shiftClock } from '../../../test/support/api/clock.js';
import { testDatabase } from '../../../test/support/database.js';
import { AccountMailSending } from './account-mails/account-mail-sending.service.js';
import { AccountMailSendingModule } from './account-mails/account-mail-sending.module.js';
import { AccountsService } from './accounts/accounts.service.js';
import { ClinicsModule } from './clinics.module.js';
import { StaffJoining } from './staff/staff-joining.service.js';
import { FarEnd } from './far-end.test-support.js';

export interface MadePerson {
  email: string;
  password: string;
  actor: StaffActor;
}

/** This room alone on a database of its own, with the far end of SMTP in memory. */
export interface ClinicsHouse {
  app: TestingModule;
  db: Database;
  farEnd: FarEnd;
  clinic: MadeClinic;
  aClinic: (wishes?: Parameters<typeof aClinic>[1]) => Promise<MadeClinic>;
  aPerson: (wishes: { at: MadeClinic; roles?: Role[]; email?: string }) => Promise<MadePerson>;
  get: <T>(service: abstract new (...args: never[]) => T) => T;
  /** Moves the clock from the real time, e.g. `31 minutes`. */
  shift: (by: string) => Promise<void>;
  /** What the worker does: everything that is due is sent. */
  sendDue: () => Promise<void>;
  /** The token that stands in the newest mail. */
  newestToken: () => string;
  rows: <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

export const PASSWORD = 'a calm morning by the fern';

export async function openClinicsHouse(env: Record<string, string> = {}): Promise<ClinicsHouse> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-clinics-'));
  writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'));
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    KEK_FILE: join(folder, 'kek'),
    DATA_DIR: folder,
    BASE_URL: 'https://throughline.example',
    ...env,
  });
  const farEnd = new FarEnd();
  @Global()
  @Module({ providers: [{ provide: Mailer, useValue: farEnd }], exports: [Mailer] })
  class FarEndModule {}
  const app = await Test.createTestingModule({
    imports: [PlatformModule.with(ENTITIES), FarEndModule, ClinicsModule, AccountMailSendingModule],
  }).compile();
  app.useLogger(false);
  const get: ClinicsHouse['get'] = (service) => app.get(service as never, { strict: false });
  const db = get(Database);
  const founding = { db, keyring: get(Keyring) } as House;
  const superuser = new Client({ connectionString: database.adminUrl });
  await superuser.connect();
  let made = 0;
  return {
    app,
    db,
    farEnd,
    clinic: await aClinic(founding),
    aClinic: (wishes) => aClinic(founding, wishes),
    aPerson: async ({ at, roles = ['practitioner'], email = `person-${(made += 1)}@fernhollow.example` }) => {
      const accountId = await get(AccountsService).create(email, PASSWORD);
      const newcomer = { accountId, name: 'Maren Okoye', roles, locationId: at.locationId };
      const staffMemberId = await db.inClinic(at.system, (tx) => get(StaffJoining).join(tx, newcomer));
      const actor: StaffActor = { kind: 'staff', clinicId: at.clinicId, accountId, staffMemberId, roles };
      return { email, password: PASSWORD, actor };
    },
    get,
    shift: (by) => shiftClock(database, by),
    sendDue: async () => {
      const sending = get(AccountMailSending);
      for (const mailId of await sending.due(100)) await sending.send(mailId);
    },
    newestToken: () =>
      /#([\w-]{43})/.exec(farEnd.mails.at(-1)?.text ?? '')?.[1] ?? 'no mail, or none with a link',
    rows: async <Row>(sql: string, params: unknown[] = []) =>
      (await superuser.query(sql, params)).rows as Row[],
    close: async () => {
      await app.close();
      await db.onModuleDestroy();
      await superuser.end();
      await database.drop();
      delete process.env.BASE_URL;
      for (const name of Object.keys(env)) delete process.env[name];
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
