import { Test } from '@nestjs/testing';
import { Client } from 'pg';
import { AuditService } from '@app/audit/audit.service.js';
import { ENTITIES } from '@app/briefs/entities.js';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { Roster } from '@app/clinics/settings/roster.entity.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { type Key, seal } from '@app/platform/encryption/sealing.js';
import type { Mailer } from '@app/platform/mail/mailer.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import { newId } from '@app/platform/ids/ids.js';
import { PlatformModule } from '@app/platform/platform.module.js';
import type { Queues } from '@app/platform/queues/queues.js';
import { sealReflection } from '@app/reflections/reflection-body.js';
import { EscalationsService } from '@app/safety/escalations.service.js';
import { FlagNotices } from '@app/safety/flag-notices.service.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { NoticeLetters } from '@app/safety/notice-letters.service.js';
import { NoticeWebhook } from '@app/safety/notice-webhook.service.js';
import { SafetyModule } from '@app/safety/safety.module.js';
import { SafetyNoticesService } from '@app/safety/safety-notices.service.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { openCourse, type OpenCourse } from '../../../../test/support/course/open-course.js';
import { EscalateFlagJob } from './escalate-flag.job.js';
import { FindOverdueFlagsJob } from './find-overdue-flags.job.js';

/** A clinic whose two rosters stand apart from the client's care team, with its clock in one's hand. */
export interface SafetyTown {
  course: OpenCourse;
  /** A service of the safety room. */
  get: <T>(type: new (...args: never[]) => T) => T;
  /** On the psychological roster: responder, backup, lead. */
  maren: StaffActor;
  ines: StaffActor;
  oren: StaffActor;
  /** Reads the client's words, and stands on no roster. */
  dana: StaffActor;
  clientId: string;
  mails: OutgoingMail[];
  /** Sets the product's clock, from where it runs on. */
  setClock: (instant: string) => Promise<void>;
  rows: <Row>(sql: string, params?: unknown[]) => Promise<Row[]>;
  /** In a transaction of the client's own. */
  asClient: <T>(act: (raising: FlagRaising, tx: Tx, key: Key) => Promise<T>) => Promise<T>;
  /** One worker, new: looks once for what is due and does it. */
  sweep: (notices?: FlagNotices) => Promise<void>;
  /** Hands every notice over that is due. */
  deliver: (webhook?: NoticeWebhook) => Promise<void>;
  /** Who was told, e.g. `raised 1 maren`, in order of reason and name. */
  told: () => Promise<string[]>;
  log: () => Promise<string[]>;
  /** A PHQ-9 that the client sent, a minute after the one before. */
  sent: (measure: Record<string, number>) => Promise<void>;
  /** Nothing is open any more. */
  clear: () => Promise<void>;
  close: () => Promise<void>;
}

export const BACKUP_ELSEWHERE = 'backup@harrow.example';

export async function safetyTown(): Promise<SafetyTown> {
  const course = await openCourse();
  const { house, clinic } = course;
  const app = await Test.createTestingModule({
    imports: [PlatformModule.with(ENTITIES), SafetyModule],
  }).compile();
  const superuser = new Client({ connectionString: course.database.adminUrl });
  superuser.on('error', () => undefined);
  await superuser.connect();
  const rows = async <Row>(sql: string, params: unknown[] = []) =>
    (await superuser.query(sql, params)).rows as Row[];
  const dana = (await aStaffMember(house, { clinic, name: 'Dana Quist' })).actor;
  const names = { [course.maren.staffMemberId]: 'maren', [course.ines.staffMemberId]: 'ines' };
  Object.assign(names, { [course.admin.staffMemberId]: 'oren', [dana.staffMemberId]: 'dana' });
  Object.assign(names, { [course.coordinator.staffMemberId]: 'lena' });
  await putRosters(course);
  const { id: clientId } = await aClient(house, { by: dana, name: 'Rowan Ellis' });
  const get = <T>(type: new (...args: never[]) => T): T => app.get<T>(type, { strict: false });
  const mails: OutgoingMail[] = [];
  const mailer = {
    send: (mail: OutgoingMail) => {
      mails.push(mail);
      return Promise.resolve({ outcome: 'accepted' as const, response: '250' });
    },
  } as unknown as Mailer;
  const letters = new NoticeLetters(house.db, house.keyring, get(Config), get(AccountsService));
  return {
    course,
    get,
    maren: course.maren,
    ines: course.ines,
    oren: course.admin,
    dana,
    clientId,
    mails,
    rows,
    setClock: async (instant) => {
      await rows('delete from app_clock');
      await rows(
        `insert into app_clock (shift) values ($1::timestamptz - date_trunc('milliseconds', clock_timestamp()))`,
        [instant],
      );
    },
    asClient: (act) =>
      house.db.inClinic({ kind: 'client', clinicId: clinic.clinicId, clientId }, async (tx) =>
        act(get(FlagRaising), tx, await house.keyring.client(tx, clientId)),
      ),
    sweep: async (notices = get(FlagNotices)) => {
      const job = new EscalateFlagJob(new EscalationsService(house.db, notices, get(AuditService)));
      const queues = {
        addMany: async (_: string, jobs: { payload: { clinicId: string; flagId: string } }[]) => {
          for (const { payload } of jobs) await job.run(payload);
        },
      } as unknown as Queues;
      await new FindOverdueFlagsJob(house.db, queues).run();
    },
    deliver: async (webhook = get(NoticeWebhook)) => {
      const service = new SafetyNoticesService(house.db, letters, webhook, mailer);
      const due = await rows<{ id: string }>(
        "select id from safety_notices where status = 'scheduled' order by id",
      );
      for (const { id } of due) await service.send(clinic.system, id);
    },
    told: async () => {
      const all = await rows<{ reason: string; round: number; channel: string; id: string | null }>(
        'select reason, round, channel, staff_member_id as id from safety_notices',
      );
      return all.map((one) => `${one.reason} ${one.round} ${one.id ? names[one.id] : one.channel}`).sort();
    },
    log: async () => {
      const all = await rows<{ kind: string }>('select kind from safety_events order by at, id');
      return all.map(({ kind }) => kind);
    },
    sent: async (measure) => {
      const id = newId();
      const question = { title: 'PHQ-9', question: '', hint: null, checkIns: [], chips: [] };
      const asked = { ...question, measure: { code: 'phq-9', version: 1 } };
      const body = {
        words: '',
        checkIns: {},
        chips: [],
        nothing: false,
        browser: '',
        question: asked,
        measure,
      };
      await house.db.inClinic({ kind: 'client', clinicId: clinic.clinicId, clientId }, async (tx) => {
        const owner = { clinicId: clinic.clinicId, rowId: id };
        const key = await house.keyring.client(tx, clientId);
        await tx.query(
          `insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, version, wait)
           select $1, $2, $3, $4, coalesce(max(sent_at), '2026-10-01') + interval '1 minute', 1, 'can-wait' from reflections`,
          [clinic.clinicId, id, clientId, sealReflection(key, owner, body as never)],
        );
      });
    },
    clear: async () => {
      await rows('delete from safety_events');
      await rows('delete from safety_notices');
      await rows('delete from safety_flags');
      mails.length = 0;
    },
    close: async () => {
      await superuser.end();
      await app.close();
      await app.get(Database).onModuleDestroy();
      await course.close();
    },
  };
}

/** Weekdays from 9 to 17 in Boise, but for one Thursday; the medical one is answered by a solo practitioner. */
async function putRosters(course: OpenCourse): Promise<void> {
  const { house, clinic, maren, ines, admin } = course;
  await house.db.inClinic(clinic.system, async (tx) => {
    const shared = {
      clinicId: clinic.clinicId,
      locationId: clinic.locationId,
      openFrom: '09:00',
      openTo: '17:00',
      openDays: [1, 2, 3, 4, 5],
      holidays: ['2026-11-26'],
      version: 1,
    };
    const binding = { clinicId: clinic.clinicId, label: 'roster.outside-backup', rowId: 'medical' };
    await tx.manager.insert(Roster, [
      {
        ...shared,
        kind: 'psychological',
        responderId: maren.staffMemberId,
        backupId: ines.staffMemberId,
        outsideBackupSealed: null,
        leadId: admin.staffMemberId,
      },
      {
        ...shared,
        kind: 'medical',
        responderId: ines.staffMemberId,
        backupId: null,
        outsideBackupSealed: seal(await house.keyring.clinic(tx), binding, BACKUP_ELSEWHERE),
        leadId: ines.staffMemberId,
      },
    ]);
  });
}
