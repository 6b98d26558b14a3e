import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Temporal } from 'temporal-polyfill';
import type { Role } from '@app/platform/actor.js';
import { Database } from '@app/platform/database/database.js';
import { aClinic, type ClinicWishes, type MadeClinic } from '../factories/clinic.factory.js';
import { houseOf } from '../factories/house.js';
import { aStaffMember, type MadeStaffMember } from '../factories/staff-member.factory.js';
import { settle } from './demonstration-settings.js';
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
  staff: { name: string; email: string; roles: Role[]; totpSecret: string }[];
  stories: readonly Story[];
  nightDesk: string;
}

interface OpenedClinic {
  clinic: MadeClinic;
  made: MadeStaffMember[];
}

/** Only for the demonstration, like the secrets below: everybody who runs it may read them on the terminal. */
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
      {
        name: 'Maren Okoye',
        email: 'maren@fernhollow.example',
        roles: ['practitioner'],
        totpSecret: 'MARENOKOYEFERNANDHARROWDEMONSTRA',
      },
      {
        name: 'Dana Reyes',
        email: 'dana@fernhollow.example',
        roles: ['admin'],
        totpSecret: 'DANAREYESFERNANDHARROWDEMONSTRAT',
      },
      {
        name: 'Ines Halvorsen',
        email: 'ines@fernhollow.example',
        roles: ['coordinator'],
        totpSecret: 'INESHALVORSENFERNANDHARROWDEMONS',
      },
    ],
    stories: FERNHOLLOW_STORIES,
    nightDesk: '+1 503 555 0190',
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
    staff: [
      {
        name: 'Tom Ashby',
        email: 'tom@harrowlane.example',
        roles: ['admin', 'practitioner'],
        totpSecret: 'TOMASHBYFERNANDHARROWDEMONSTRATI',
      },
    ],
    stories: HARROW_LANE_STORIES,
    nightDesk: '+44 20 7946 0990',
  },
];

/** Fills an empty database with two invented clinics, and writes their sign-ins to DATA_DIR/demo.json. */
async function main(): Promise<void> {
  // A thousand small transactions: what a power cut takes from an invented past is told anew.
  process.env['PGOPTIONS'] ??= '-c synchronous_commit=off';
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
    const opened: OpenedClinic[] = [];
    for (const { wishes, staff } of CLINICS) opened.push(await open(app, wishes, staff));
    await workInBoth(app, opened);
    // Before anybody is asked anything: what asks how safe somebody is needs people who answer.
    for (const [index, clinic] of opened.entries()) await settleClinic(app, clinic, CLINICS[index]!);
    for (const [index, clinic] of opened.entries()) {
      await live(app, { clock, now, ...clinic, of: CLINICS[index]! });
    }
    await clock.reset();
    writeSignIns(opened);
  } finally {
    await clock.reset();
    await clock.close();
  }
}

/** One clinic's past, from its first day to now. */
async function live(
  app: INestApplicationContext,
  {
    clock,
    now,
    clinic,
    made,
    of: { wishes, stories },
  }: OpenedClinic & { clock: HeldClock; now: Temporal.Instant; of: DemonstrationClinic },
): Promise<void> {
  const tellers: StoryTeller[] = [];
  const post = new DemonstrationWorld(app, clock, clinic.clinicId, (mailing) => {
    for (const teller of tellers) teller.receive(mailing);
  });
  const life = new Life(post);
  const place = { timeZone: wishes.timeZone, readingDays: wishes.readingDays ?? [], now, post };
  for (const story of stories) {
    const teller = new StoryTeller(app, life, story, made[0]!.actor, place);
    tellers.push(teller);
    teller.tell();
  }
  await life.liveUntil(now);
}

function settleClinic(
  app: INestApplicationContext,
  { clinic, made }: OpenedClinic,
  { wishes: { timeZone }, nightDesk }: DemonstrationClinic,
): Promise<void> {
  const admin = made.find(({ actor }) => actor.roles.includes('admin'))!;
  const isPractitioner = (one: MadeStaffMember) => one.actor.roles.includes('practitioner');
  const colleague = made.find((one) => one !== made[0] && isPractitioner(one)) ?? null;
  return settle(app, { clinic, timeZone, therapist: made[0]!, admin, colleague, nightDesk });
}

async function open(
  app: INestApplicationContext,
  wishes: ClinicWishes,
  staff: DemonstrationClinic['staff'],
): Promise<OpenedClinic> {
  const house = houseOf(app);
  const clinic = await aClinic(house, wishes);
  const made: MadeStaffMember[] = [];
  for (const person of staff) {
    const one = await aStaffMember(house, { ...person, clinic, password: PASSWORD });
    await house.factors.newRecoveryCodes(one.accountId);
    made.push(one);
  }
  return { clinic, made };
}

/** Who runs the second clinic also works in the first: later than in his own, where he so signs in first. */
async function workInBoth(app: INestApplicationContext, [first, second]: OpenedClinic[]): Promise<void> {
  const { name, accountId } = second!.made[0]!;
  const { clinic, made } = first!;
  made.push(await aStaffMember(houseOf(app), { clinic, name, accountId, roles: ['practitioner'] }));
}

function writeSignIns(opened: readonly OpenedClinic[]): void {
  const signIns = opened.flatMap(({ made }, index) =>
    made.map(({ name, email, password, totpSecret, actor }) => {
      const clinic = CLINICS[index]!.wishes.name;
      return { clinic, name, email, password, totpSecret, roles: actor.roles };
    }),
  );
  const folder = process.env['DATA_DIR'] ?? '.data';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'demo.json'), `${JSON.stringify({ signIns }, null, 2)}\n`, { mode: 0o600 });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
