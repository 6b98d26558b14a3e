import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import type { Role } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { Keyring } from '@app/platform/encryption/keyring.js';
import { aClinic, type ClinicWishes } from '../factories/clinic.factory.js';
import { aStaffMember, type MadeStaffMember } from '../factories/staff-member.factory.js';
import { DemonstrationWorld } from './demonstration-world.js';
import { HeldClock } from './held-clock.js';
import { Life } from './life.js';
import { SeedModule } from './seed.module.js';
import { FERNHOLLOW_STORIES, HARROW_LANE_STORIES } from './stories.js';
import { StoryTeller } from './story-teller.js';
import type { Story } from './story.types.js';

interface DemonstrationClinic {
  wishes: ClinicWishes & { timeZone: string };
  /** The first one is whose clients the stories tell of. */
  staff: { name: string; email: string; roles: Role[] }[];
  stories: readonly Story[];
}

/** Only for the demonstration: everybody who runs it may read it on the terminal. */
const PASSWORD = 'fern-and-harrow-demo';

const CLINICS: readonly DemonstrationClinic[] = [
  {
    wishes: {
      name: 'Fernhollow Integration',
      shortName: 'Fernhollow',
      country: 'US',
      phone: '+1 503 555 0142',
      readingDays: [1, 3, 5],
      locationName: 'Alder Street',
      timeZone: 'America/Los_Angeles',
    },
    staff: [
      { name: 'Maren Okoye', email: 'maren@fernhollow.example', roles: ['practitioner'] },
      { name: 'Dana Reyes', email: 'dana@fernhollow.example', roles: ['admin'] },
      { name: 'Ines Halvorsen', email: 'ines@fernhollow.example', roles: ['coordinator'] },
    ],
    stories: FERNHOLLOW_STORIES,
  },
  {
    wishes: {
      name: 'Harrow Lane Clinic',
      shortName: 'Harrow Lane',
      country: 'GB',
      phone: '+44 20 7946 0958',
      readingDays: [2, 4],
      locationName: 'Harrow Lane',
      timeZone: 'Europe/London',
    },
    staff: [{ name: 'Tom Ashby', email: 'tom@harrowlane.example', roles: ['admin', 'practitioner'] }],
    stories: HARROW_LANE_STORIES,
  },
];

/** Fills an empty database with two invented clinics, and writes their sign-ins to DATA_DIR/demo.json. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['error', 'warn'] });
  try {
    const [accounts] = await app
      .get(Database)
      .acrossClinics<{ any: boolean }>('select exists (select 1 from accounts) as any');
    if (!accounts!.any) await fill(app);
  } finally {
    await app.close();
  }
}

async function fill(app: INestApplicationContext): Promise<void> {
  const ownerUrl = process.env['DATABASE_OWNER_URL'];
  if (!ownerUrl) throw new Error('DATABASE_OWNER_URL is missing.');
  const clock = await HeldClock.open(ownerUrl);
  try {
    const now = await app.get(Database).now();
    const tellers: StoryTeller[] = [];
    const clinicIds: string[] = [];
    const world = new DemonstrationWorld(app, clock, clinicIds, (mailing) => {
      for (const teller of tellers) teller.receive(mailing);
    });
    const life = new Life(world);
    const signIns: object[] = [];
    for (const { wishes, staff, stories } of CLINICS) {
      const { clinicId, made } = await open(app, wishes, staff);
      clinicIds.push(clinicId);
      const place = { timeZone: wishes.timeZone, now };
      for (const story of stories) tellers.push(new StoryTeller(app, life, story, made[0]!.actor, place));
      for (const { name, email, password, actor } of made) {
        signIns.push({ clinic: wishes.name, name, email, password, roles: actor.roles });
      }
    }
    for (const teller of tellers) teller.tell();
    await life.liveUntil(now);
    writeSignIns(signIns);
  } finally {
    await clock.reset();
    await clock.close();
  }
}

async function open(
  app: INestApplicationContext,
  wishes: ClinicWishes,
  staff: DemonstrationClinic['staff'],
): Promise<{ clinicId: string; made: MadeStaffMember[] }> {
  const house = {
    db: app.get(Database),
    keyring: app.get(Keyring),
    accounts: app.get(AccountsService, { strict: false }),
  };
  const clinic = await aClinic(house, wishes);
  const made: MadeStaffMember[] = [];
  for (const person of staff) made.push(await aStaffMember(house, { ...person, clinic, password: PASSWORD }));
  return { clinicId: clinic.clinicId, made };
}

function writeSignIns(signIns: readonly object[]): void {
  const folder = process.env['DATA_DIR'] ?? '.data';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'demo.json'), `${JSON.stringify({ signIns }, null, 2)}\n`, { mode: 0o600 });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
