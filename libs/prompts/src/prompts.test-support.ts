import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Temporal } from 'temporal-polyfill';
import { BriefsModule } from '@app/briefs/briefs.module.js';
import { ENTITIES } from '@app/briefs/entities.js';
import { CourseModule } from '@app/course/course.module.js';
import { ReplyCourseModule } from '@app/course/reply-course.module.js';
import type { Role, StaffActor, SystemActor } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import { Mailer } from '@app/platform/mail/mailer.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { aClinic, type MadeClinic } from '../../../test/factories/clinic.factory.js';
import { type CourseHouse, courseHouseOf } from '../../../test/factories/course-house.js';
import { type House, houseOf } from '../../../test/factories/house.js';
import { aStaffMember } from '../../../test/factories/staff-member.factory.js';
import { HeldClock } from '../../../test/seed/held-clock.js';
import { testDatabase } from '../../../test/support/database.js';
import { SendingModule } from './sending.module.js';

/** The far end of SMTP: keeps what it is handed and answers what it is told to. */
export class FarEnd {
  readonly mails: OutgoingMail[] = [];
  answer: (mail: OutgoingMail) => Promise<Handover> = accepts;

  send(mail: OutgoingMail): Promise<Handover> {
    this.mails.push(mail);
    return this.answer(mail);
  }

  forget(): void {
    this.mails.length = 0;
    this.answer = accepts;
  }
}

const accepts = (): Promise<Handover> => Promise.resolve({ outcome: 'accepted', response: '250 ok' });

/** Everything of the server but HTTP and the queue, on a database and a clock of its own. */
export interface PromptHouse {
  app: TestingModule;
  house: CourseHouse & House;
  farEnd: FarEnd;
  clinic: MadeClinic;
  worker: SystemActor;
  maren: StaffActor;
  ines: StaffActor;
  coordinator: StaffActor;
  admin: StaffActor;
  stranger: StaffActor;
  get: <T>(service: abstract new (...args: never[]) => T) => T;
  /** Holds the clock at a time of the client's day, `YYYY-MM-DDTHH:MM` in Boise. It goes on ticking. */
  setClock: (local: string) => Promise<void>;
  clock: HeldClock;
  /** Rows with the rights of a superuser, who sees every clinic. */
  rows: <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;
  close: () => Promise<void>;
}

export const ZONE = 'America/Boise';

export function boise(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).toInstant();
}

/** `mailer` in place of a far end that keeps what it is handed. */
export async function openPromptHouse({
  mailer,
}: { mailer?: Pick<Mailer, 'send'> } = {}): Promise<PromptHouse> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-prompts-'));
  writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'));
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    KEK_FILE: join(folder, 'kek'),
    DATA_DIR: folder,
  });
  const farEnd = new FarEnd();
  @Global()
  @Module({ providers: [{ provide: Mailer, useValue: mailer ?? farEnd }], exports: [Mailer] })
  class FarEndModule {}
  const app = await Test.createTestingModule({
    imports: [
      PlatformModule.with(ENTITIES),
      FarEndModule,
      BriefsModule,
      CourseModule,
      ReplyCourseModule,
      SendingModule,
    ],
  }).compile();
  app.useLogger(false);
  const clock = await HeldClock.open(database.ownerUrl);
  const superuser = new Client({ connectionString: database.adminUrl });
  await superuser.connect();
  const house = { ...courseHouseOf(app), ...houseOf(app) };
  const clinic = await aClinic(house);
  const nextDoor = await aClinic(house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
  const staff = async (name: string, at: MadeClinic, ...roles: Role[]) =>
    (await aStaffMember(house, { clinic: at, name, roles })).actor;
  return {
    app,
    house,
    farEnd,
    clinic,
    worker: { kind: 'system', clinicId: clinic.clinicId, job: 'send-mailing' },
    maren: await staff('Maren Okoye', clinic, 'practitioner'),
    ines: await staff('Ines Halvard', clinic, 'practitioner'),
    coordinator: await staff('Lena Brandt', clinic, 'coordinator'),
    admin: await staff('Oren Tallis', clinic, 'admin'),
    stranger: await staff('Petra Lund', nextDoor, 'practitioner', 'admin'),
    get: (service) => app.get(service as never, { strict: false }),
    setClock: (local) => clock.set(boise(local)),
    clock,
    rows: async <Row>(sql: string, params: unknown[] = []) =>
      (await superuser.query(sql, params)).rows as Row[],
    close: async () => {
      await clock.close();
      await superuser.end();
      await app.close();
      await app.get(Database).onModuleDestroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A prompt with its first mailing, as they stand in the database. */
export interface StandingPrompt {
  id: string;
  code: string;
  status: string;
  held: boolean;
  send_at: Date;
  send_until: Date;
  closes_at: Date | null;
  reasons: { code: string }[];
  mailing_id: string;
  mailing: string;
  sent_on: string | null;
  attempts: number;
  fence: string | null;
  mail_at: Date;
  anchor_id: string;
  version: number;
}

/** A client's prompts in the order of their times. */
export function standingPrompts(of: Pick<PromptHouse, 'rows'>, clientId: string): Promise<StandingPrompt[]> {
  return of.rows<StandingPrompt>(
    `select p.id, p.template_code as code, p.status, p.held, p.send_at, p.send_until, p.closes_at, p.reasons,
       m.id as mailing_id, m.status as mailing, m.sent_on::text, m.attempts, m.fence, m.send_at as mail_at,
       p.anchor_id, p.version
     from prompts p join mailings m on m.prompt_id = p.id and m.kind = 'first'
     where p.client_id = $1 order by p.send_at, p.id`,
    [clientId],
  );
}
