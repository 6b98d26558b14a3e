import { Module } from '@nestjs/common';
import type { Test } from 'supertest';
import { newId } from '@app/platform/ids/ids.js';
import { MeasuresService } from '@app/measures/measures.service.js';
import { aClinic, type MadeClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { type RunningApi, runningApi } from '../../../../test/support/api/running-api.js';
import { FrontDoorModule } from '../front-door.module.js';
import { openFrontDoor } from '../http/open-front-door.js';
import { MeasuresApiModule } from './measures.module.js';

@Module({ imports: [FrontDoorModule, MeasuresApiModule] })
class MeasureRequestsModule {}

const weeks = (over: object = {}) => ({
  code: 'our-weeks',
  title: 'Our weeks',
  language: 'en-US',
  source: 'Made by the clinic, 2026.',
  licence: 'Our own. Other clinics ask us.',
  population: 'No figures yet.',
  windowDays: 7,
  stem: 'In the last week, how often was this so?',
  items: [
    { id: '1', text: 'I had room for myself' },
    { id: '2', text: 'I slept through' },
  ],
  options: [
    { value: 0, label: 'Never' },
    { value: 1, label: 'Most days' },
  ],
  range: { from: 0, to: 2 },
  ...over,
});

interface Measure {
  code: string;
  version: number;
  own: boolean;
  title: string;
  archivedAt: string | null;
}

describe('the measures of a clinic', () => {
  let api: RunningApi;
  let clinic: MadeClinic;
  let measures: MeasuresService;
  let adminCookie: string;
  let cookie: string;
  let deskCookie: string;
  let strangerCookie: string;

  beforeAll(async () => {
    api = await runningApi({ open: () => openFrontDoor(MeasureRequestsModule) });
    measures = api.app.get(MeasuresService, { strict: false });
    clinic = await aClinic(api.house);
    const nextDoor = await aClinic(api.house, { name: 'Harrow Lane Clinic', shortName: 'Harrow Lane' });
    const signedIn = async (at: MadeClinic, role: 'practitioner' | 'admin' | 'coordinator') =>
      api.signIn(await aStaffMember(api.house, { clinic: at, name: 'Maren Okoye', roles: [role] }));
    adminCookie = await signedIn(clinic, 'admin');
    cookie = await signedIn(clinic, 'practitioner');
    deskCookie = await signedIn(clinic, 'coordinator');
    strangerCookie = await signedIn(nextDoor, 'admin');
  });
  afterAll(() => api.stop());

  const post = (definition: object, by = adminCookie): Test =>
    api.call('post', '/api/measures', by).send({ definition });
  const archive = (code: string, by = adminCookie): Test =>
    api.call('post', `/api/measures/${code}/archiving`, by);
  const listed = async (by = cookie) =>
    ((await api.call('get', '/api/measures', by).expect(200)).body as { items: Measure[] }).items;
  const code = () => `own-${newId()}`;
  const known = (of: string, version: number, at: MadeClinic = clinic) =>
    api.house.db.inClinic(at.system, (tx) => measures.definition(tx, of, version));

  it('are ours, with source, licence, window and population, and what the clinic defines for itself alone', async () => {
    const one = code();
    const added = await post(weeks({ code: one })).expect(201);
    expect(added.body).toEqual({
      ...weeks({ code: one }),
      version: 1,
      unscored: [],
      bands: [],
      change: null,
      safetyItem: null,
      needsIndexEvent: false,
      own: true,
      archivedAt: null,
    });
    const items = await listed();
    expect(items.filter(({ own }) => !own).map((ours) => ours.code)).toEqual([
      'phq-9',
      'phq-8',
      'phq-2',
      'gad-7',
      'pcl-5',
    ]);
    expect(items.find((each) => each.code === 'phq-9')).toMatchObject({
      source: expect.stringContaining('2001'),
      licence: expect.stringContaining('No permission required'),
      population: expect.stringContaining('primary care'),
      windowDays: 14,
      range: { from: 0, to: 27 },
      change: { points: 6 },
      safetyItem: '9',
      own: false,
      archivedAt: null,
    });
    expect(items.find((each) => each.code === one)).toEqual(added.body);
    expect((await listed(strangerCookie)).some((each) => each.code === one)).toBe(false);
    await archive(one, strangerCookie).expect(404);
    expect(await known(one, 1)).toMatchObject({ code: one, version: 1, title: 'Our weeks' });
  });

  it('get another version and never lose one, so that what was answered stays readable', async () => {
    const one = code();
    await post(weeks({ code: one })).expect(201);
    const second = weeks({
      code: one,
      title: 'Our weeks, shorter',
      items: weeks().items.slice(1),
      range: { from: 0, to: 1 },
    });
    expect((await post(second).expect(201)).body).toMatchObject({ version: 2, title: 'Our weeks, shorter' });
    expect((await listed()).filter((each) => each.code === one)).toMatchObject([{ version: 2 }]);
    expect((await known(one, 1))!.items).toHaveLength(2);
    expect((await known(one, 2))!.items).toHaveLength(1);
    expect(await known(one, 3)).toBeUndefined();
    const refused = api.house.db.inClinic(clinic.system, (tx) =>
      tx.query('update measure_definitions set version = 9 where code = $1', [one]),
    );
    await expect(refused).rejects.toThrow(/permission denied/);
  });

  it('are one when the same file comes twice', async () => {
    const one = code();
    await post(weeks({ code: one })).expect(201);
    expect((await post(weeks({ code: one })).expect(201)).body).toMatchObject({ version: 1 });
  });

  it('go out of the list of what is offered, and come back with another upload', async () => {
    const one = code();
    await post(weeks({ code: one })).expect(201);
    const { body } = await archive(one).expect(201);
    expect(body).toMatchObject({ code: one, archivedAt: expect.any(String) });
    expect((await archive(one).expect(201)).body).toEqual(body);
    expect(await known(one, 1)).toBeDefined();
    expect((await post(weeks({ code: one })).expect(201)).body).toMatchObject({
      version: 2,
      archivedAt: null,
    });
  });

  it('that are ours are nobody’s to change', async () => {
    await archive('phq-9').expect(404);
    await archive('constructor').expect(404);
    const { body } = await post(weeks({ code: 'phq-9' })).expect(422);
    expect((body as { errors: object[] }).errors).toMatchObject([
      { field: 'definition.code', code: 'codeOfOurs' },
    ]);
    expect((await known('gad-7', 1))!.title).toBe('GAD-7');
  });

  it('are refused with everything that is wrong, in words', async () => {
    const { body } = await post(weeks({ licence: '', range: { from: 0, to: 9 }, script: 'alert(1)' })).expect(
      422,
    );
    expect((body as { errors: { field: string; message: string }[] }).errors).toEqual([
      expect.objectContaining({
        field: 'definition.script',
        message: 'This field is not known here. Leave it out.',
      }),
      expect.objectContaining({ field: 'definition.licence', message: 'Fill this in.' }),
      expect.objectContaining({ field: 'definition.range', message: expect.stringContaining('0 to 2') }),
    ]);
    const unsafe = { items: [{ id: '1', text: 'Thoughts of hurting yourself' }], range: { from: 0, to: 1 } };
    const refused = await post(weeks(unsafe)).expect(422);
    expect((refused.body as { errors: { message: string }[] }).errors[0]!.message).toMatch(/Only PHQ-9/);
    await post([weeks()]).expect(400);
    await api.call('post', '/api/measures', adminCookie).send({}).expect(400);
  });

  it('are read by practitioners, changed by admins, and not there for the front desk', async () => {
    await post(weeks({ code: code() }), cookie).expect(404);
    await archive('our-weeks', cookie).expect(404);
    for (const call of [api.call('get', '/api/measures', deskCookie), post(weeks(), deskCookie)]) {
      await call.expect(404);
    }
  });

  it('are in the audit log, without a word of them', async () => {
    const one = code();
    await post(weeks({ code: one, title: 'The heron' })).expect(201);
    await archive(one).expect(201);
    const rows = await api.house.db.inClinic(clinic.system, (tx) =>
      tx.query<{ action: string }>(
        "select * from audit_events where subject_type = 'measure' order by id desc limit 2",
      ),
    );
    expect(rows.map(({ action }) => action)).toEqual(['measure.archived', 'measure.added']);
    expect(JSON.stringify(rows)).not.toContain('heron');
  });
});
