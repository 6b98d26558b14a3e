import { Module } from '@nestjs/common';
import { Client } from 'pg';
import type { Response, Test } from 'supertest';
import type { Role } from '@app/platform/actor.js';
import { newId } from '@app/platform/ids/ids.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { type ReflectionBody, sealReflection } from '@app/reflections/reflection-body.js';
import { aClient } from '../../../../test/factories/client.factory.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { courseHouseOf } from '../../../../test/factories/course-house.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { AppointmentsApiModule } from '../appointments/appointments.module.js';
import { BriefsApiModule } from '../briefs/briefs.module.js';
import { ClientsApiModule } from '../clients/clients.module.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { ReflectionsApiModule } from '../reflections/reflections.module.js';
import { ThreadsApiModule } from './threads.module.js';

@Module({
  imports: [
    FrontDoorModule,
    ClientsApiModule,
    AppointmentsApiModule,
    ReflectionsApiModule,
    ThreadsApiModule,
    BriefsApiModule,
  ],
})
class WordsModule {}

/** Who may not see a word of Rowan's, by why; each with the cookie of a sign-in. */
export type Outsiders = Record<'body' | 'off' | 'coordinator' | 'admin' | 'nextDoor', string>;

/** What a test changes of a reflection. */
export type Told = Partial<Omit<ReflectionBody, 'question'>> & {
  question?: Partial<ReflectionBody['question']>;
  clientId?: string;
};

/** A clinic with a client of Maren's, what they sent, and people around them; nothing sent leaves the house. */
export class WordsTown {
  /** Signed in; all of them read Rowan's words. */
  maren = '';
  supervisor = '';
  brokeGlass = '';
  outsiders!: Outsiders;
  /** Maren's; another of hers, and one of a colleague. */
  rowan = '';
  june = '';
  priya = '';
  people!: Record<'maren' | 'supervisor' | 'off', MadeStaffMember>;

  private constructor(
    readonly api: RunningApi,
    readonly clinic: MadeClinic,
    private readonly superuser: Client,
  ) {}

  static async open(): Promise<WordsTown> {
    const api = await runningApi({ open: () => openFrontDoor(WordsModule) });
    const superuser = new Client({ connectionString: api.database.adminUrl });
    await superuser.connect();
    const town = new WordsTown(api, await aClinic(api.house), superuser);
    await town.fill();
    return town;
  }

  async close(): Promise<void> {
    await this.superuser.end();
    await this.api.stop();
  }

  /** Rows as a superuser sees them. */
  async rows<Row = object>(sql: string, params: unknown[] = []): Promise<Row[]> {
    return (await this.superuser.query(sql, params)).rows as Row[];
  }

  get(path: string, as = this.maren): Test {
    return this.api.call('get', `/api${path}`, as);
  }

  post(path: string, body: object = {}, as = this.maren): Test {
    return this.api.call('post', `/api${path}`, as).send(body);
  }

  put(path: string, body: object, as = this.maren): Test {
    return this.api.call('put', `/api${path}`, as).send(body);
  }

  patch(path: string, body: object, as = this.maren): Test {
    return this.api.call('patch', `/api${path}`, as).send(body);
  }

  remove(path: string, as = this.maren): Test {
    return this.api.call('delete', `/api${path}`, as);
  }

  /** Something Rowan sent, unless it is another's. */
  async sent(words: string, { clientId = this.rowan, question, ...told }: Told = {}): Promise<string> {
    const { clinicId } = this.clinic;
    const { db, keyring } = this.api.house;
    const id = newId();
    const { title, question: asked, hint, checkIns, chips } = promptTemplate('keeps-coming-back', 1);
    const body: ReflectionBody = {
      ...{ words, checkIns: {}, chips: [], nothing: false, browser: '' },
      question: { ...{ title, question: asked, hint, checkIns, chips }, ...question },
      ...told,
    };
    await db.inClinic({ kind: 'client', clinicId, clientId }, async (tx) => {
      const sealed = sealReflection(await keyring.client(tx, clientId), { clinicId, rowId: id }, body);
      await tx.query(
        `insert into reflections (clinic_id, id, client_id, body_sealed, sent_at, wait, version)
         values ($1, $2, $3, $4, app_now(), 'can-wait', 1)`,
        [clinicId, id, clientId, sealed],
      );
    });
    return id;
  }

  /** The same, and Maren has read it. */
  async read(words: string, told?: Told): Promise<string> {
    const id = await this.sent(words, told);
    await this.post(`/reflections/${id}/reading`).expect(201);
    return id;
  }

  /** The actions written down about Rowan since the last time this was asked. */
  async audited(): Promise<string[]> {
    const rows = await this.rows<{ action: string }>(
      `select action from audit_events where $1 = any (client_ids) and outcome = 'done' order by id`,
      [this.rowan],
    );
    const actions = rows.map(({ action }) => action).slice(this.told);
    this.told = rows.length;
    return actions;
  }

  private told = 0;

  private async fill(): Promise<void> {
    const { api, clinic } = this;
    const person = (name: string, ...roles: Role[]) =>
      aStaffMember(api.house, { clinic, name, ...(roles.length > 0 && { roles }) });
    const maren = await person('Maren Okoye');
    const off = await person('Ines Halvard');
    const supervisor = await person('Sade Whitlock');
    const glass = await person('Wanda Moss');
    const body = await person('Bo Castellan');
    this.people = { maren, supervisor, off };
    const house = { ...courseHouseOf(api.app), ...api.house };
    this.rowan = (await aClient(house, { by: maren.actor })).id;
    this.june = (await aClient(house, { by: maren.actor, name: 'June Abara' })).id;
    this.priya = (await aClient(house, { by: off.actor, name: 'Priya Sethi' })).id;
    for (const [seat, { staffMemberId }] of [
      ['body', body],
      ['supervisor', supervisor],
    ] as const) {
      await this.rows(
        `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
         values ($1, $2, $3, $4, now())`,
        [clinic.clinicId, this.rowan, staffMemberId, seat],
      );
    }
    await this.rows(
      `insert into break_glass_accesses
         (clinic_id, id, client_id, staff_member_id, reason_sealed, opened_at, ends_at)
       values ($1, $2, $3, $4, 'x', now(), now() + interval '1 hour')`,
      [clinic.clinicId, newId(), this.rowan, glass.staffMemberId],
    );
    this.maren = await api.signIn(maren);
    this.supervisor = await api.signIn(supervisor);
    this.brokeGlass = await api.signIn(glass);
    const nextDoor = await aStaffMember(api.house, {
      clinic: await aClinic(api.house, { name: 'Harrow Lane Clinic' }),
      roles: ['admin', 'practitioner', 'coordinator'],
    });
    this.outsiders = {
      body: await api.signIn(body),
      off: await api.signIn(off),
      coordinator: await api.signIn(await person('Lena Brandt', 'coordinator')),
      admin: await api.signIn(await person('Oren Tallis', 'admin', 'practitioner', 'coordinator')),
      nextDoor: await api.signIn(nextDoor),
    };
  }
}

/** A part of some words, with the words. */
export function spanOf(reflectionId: string, words: string, quote: string) {
  const from = words.indexOf(quote);
  return { reflectionId, from, to: from + quote.length, quote };
}

/** The code of the problem that an answer tells of. */
export function problemOf({ body }: Response): string {
  return (body as { type: string }).type.replace('urn:throughline:problem:', '');
}
