import { Test, type TestingModule } from '@nestjs/testing';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Role, StaffActor } from '@app/platform/actor.js';
import { ENTITIES } from '@app/briefs/entities.js';
import { CourseModule } from '@app/course/course.module.js';
import { Database } from '@app/platform/database/database.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import { aClinic, type MadeClinic } from '../../factories/clinic.factory.js';
import { type CourseHouse, courseHouseOf } from '../../factories/course-house.js';
import { type House, houseOf } from '../../factories/house.js';
import { aStaffMember } from '../../factories/staff-member.factory.js';
import { type TestDatabase, testDatabase } from '../database.js';

/** The rooms up to the course on a database of their own, with two clinics and their people. */
export interface OpenCourse {
  app: TestingModule;
  database: TestDatabase;
  house: CourseHouse & House;
  clinic: MadeClinic;
  /** Practitioners of the first clinic, its coordinator, its admin, and a practitioner next door. */
  maren: StaffActor;
  ines: StaffActor;
  coordinator: StaffActor;
  admin: StaffActor;
  stranger: StaffActor;
  /** Sees every clinic. */
  superuser: Client;
  close: () => Promise<void>;
}

export async function openCourse(): Promise<OpenCourse> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'throughline-course-'));
  writeFileSync(join(folder, 'kek'), randomBytes(32).toString('base64'));
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: database.appUrl,
    KEK_FILE: join(folder, 'kek'),
    DATA_DIR: folder,
  });
  const app = await Test.createTestingModule({
    imports: [PlatformModule.with(ENTITIES), CourseModule],
  }).compile();
  const superuser = new Client({ connectionString: database.adminUrl });
  await superuser.connect();
  const house = { ...courseHouseOf(app), ...houseOf(app) };
  const clinic = await aClinic(house);
  const nextDoor = await aClinic(house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
  const staff = async (name: string, at: MadeClinic, ...roles: Role[]) =>
    (await aStaffMember(house, { clinic: at, name, roles })).actor;
  return {
    app,
    database,
    house,
    clinic,
    maren: await staff('Maren Okoye', clinic, 'practitioner'),
    ines: await staff('Ines Halvard', clinic, 'practitioner'),
    coordinator: await staff('Lena Brandt', clinic, 'coordinator'),
    admin: await staff('Oren Tallis', clinic, 'admin'),
    stranger: await staff('Petra Lund', nextDoor, 'practitioner', 'admin'),
    superuser,
    close: async () => {
      await superuser.end();
      await app.close();
      await app.get(Database).onModuleDestroy();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Rows of a table with the rights of a superuser, who sees every clinic. */
export async function rowsOf<Row>(course: OpenCourse, sql: string, params: unknown[] = []): Promise<Row[]> {
  return (await course.superuser.query(sql, params)).rows as Row[];
}
