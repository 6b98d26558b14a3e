import { AccountsService } from '../accounts/accounts.service.js';
import { type ClinicsHouse, openClinicsHouse } from '../clinics.test-support.js';
import { StaffService } from '../staff/staff.service.js';
import type { NewClinic } from './clinic-founding.service.js';
import { ClinicStartsService } from './clinic-starts.service.js';
import { FurtherClinics } from './further-clinics.service.js';

const IP = '192.0.2.7';
const founder = { name: 'Marcus Bell', password: 'slow rivers carry leaves' };
const clinic: NewClinic = {
  clinicName: 'Harrow Lane Clinic',
  shortName: 'Harrow Lane',
  country: 'GB',
  timeZone: 'Europe/London',
  phone: '+44 20 7946 0101',
};
const ended = { status: 404, code: 'link-ended' };

describe('starting a clinic', () => {
  let at: ClinicsHouse;
  let starts: ClinicStartsService;
  let count = 0;

  beforeAll(async () => {
    at = await openClinicsHouse();
    starts = at.get(ClinicStartsService);
  });
  afterAll(() => at.close());
  beforeEach(async () => {
    await at.shift('0');
    at.farEnd.forget();
    await at.rows('delete from account_mails');
    await at.rows('delete from sign_in_throttles');
  });

  const aLink = async (email = `marcus-${(count += 1)}@bell.example`) => {
    await starts.request(email, IP);
    await at.sendDue();
    return { email, token: at.newestToken() };
  };
  const clinicsOf = async (accountId: string) =>
    at.rows<{ clinic_id: string }>('select clinic_id from staff_members where account_id = $1', [accountId]);

  it('proves the address first, and changes nothing by looking', async () => {
    const { email, token } = await aLink();
    expect(at.farEnd.mails.map(({ to, subject }) => [to, subject])).toEqual([
      [email, 'Your link to get started'],
    ]);
    expect(await starts.open(token)).toEqual({ email });
    expect(await starts.open(token)).toEqual({ email });
    expect(await at.get(AccountsService).findByEmail(email)).toBeUndefined();
  });

  it('gives each clinic a public page of its own name, numbered where it is taken', async () => {
    const shortName = 'Café Wren & Co';
    for (let times = 0; times < 2; times += 1) {
      const { token } = await aLink();
      await starts.accept(token, founder, { ...clinic, shortName });
    }
    const slugs = await at.rows('select slug from clinics where short_name = $1 order by slug', [shortName]);
    expect(slugs).toEqual([{ slug: 'cafe-wren-co' }, { slug: 'cafe-wren-co-2' }]);
  });

  it('makes account, clinic, key, location and founder at once', async () => {
    const { email, token } = await aLink();
    await starts.accept(token, founder, clinic);
    const account = await at.get(AccountsService).findByEmail(email);
    const [{ clinic_id: clinicId } = { clinic_id: '' }] = await clinicsOf(account!.id);
    expect(await at.rows('select * from clinics where clinic_id = $1', [clinicId])).toEqual([
      expect.objectContaining({
        name: 'Harrow Lane Clinic',
        short_name: 'Harrow Lane',
        country: 'GB',
        phone: '+44 20 7946 0101',
        reading_days: [],
        set_up_at: null,
        version: 1,
      }),
    ]);
    expect(await at.rows('select * from locations where clinic_id = $1', [clinicId])).toEqual([
      expect.objectContaining({
        name: 'Harrow Lane Clinic',
        time_zone: 'Europe/London',
        quiet_from: '21:00:00',
        quiet_to: '08:00:00',
        open_from: '09:00:00',
        open_to: '17:00:00',
        open_days: [1, 2, 3, 4, 5],
      }),
    ]);
    const [member] = await at.rows<{ id: string }>(
      'select id, roles from staff_members where clinic_id = $1',
      [clinicId],
    );
    const actor = {
      kind: 'staff' as const,
      clinicId,
      accountId: account!.id,
      staffMemberId: member!.id,
      roles: [],
    };
    expect(await at.get(StaffService).colleagues(actor)).toEqual([
      { id: member!.id, name: 'Marcus Bell', roles: ['admin', 'practitioner'] },
    ]);
    expect(
      await at.rows('select action, job from audit_events where clinic_id = $1 order by id', [clinicId]),
    ).toEqual([
      { action: 'clinic.started', job: 'start-clinic' },
      { action: 'staff-member.joined', job: 'start-clinic' },
    ]);
  });

  it('happens once a link', async () => {
    const { token } = await aLink();
    const twice = [1, 2].map(() => starts.accept(token, founder, clinic));
    expect((await Promise.allSettled(twice)).filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(starts.open(token)).rejects.toMatchObject(ended);
  });

  it('leaves nothing behind when a part of it fails', async () => {
    const { email, token } = await aLink();
    const before = await at.rows('select count(*) from clinics');
    const broken = starts.accept(token, founder, { ...clinic, country: 'nowhere' });
    await expect(broken).rejects.toThrow();
    expect(await at.rows('select count(*) from clinics')).toEqual(before);
    expect(await at.get(AccountsService).findByEmail(email)).toBeUndefined();
    await starts.accept(token, founder, clinic);
  });

  it('refuses a password that must not be chosen, and keeps the link', async () => {
    const { token } = await aLink();
    const weak = starts.accept(token, { ...founder, password: 'Harrow Lane Clinic' }, clinic);
    await expect(weak).rejects.toMatchObject({ status: 422 });
    await starts.open(token);
  });

  it('tells the owner of an account how, and who asked nothing', async () => {
    const maren = await at.aPerson({ at: at.clinic });
    await starts.request(maren.email.toUpperCase(), IP);
    await at.sendDue();
    expect(at.farEnd.mails).toMatchObject([{ to: maren.email, subject: 'You have an account here' }]);
    expect(at.farEnd.mails[0]!.text).not.toContain('#');
  });

  it('costs a known and an unknown address the same statements', async () => {
    const maren = await at.aPerson({ at: at.clinic });
    const statements = async (email: string) => {
      const seen: string[] = [];
      const spy = jest
        .spyOn(at.db, 'acrossClinics')
        .mockImplementation((sql, params) => (seen.push(sql), at.db.source.query(sql, [...(params ?? [])])));
      await starts.request(email, IP);
      spy.mockRestore();
      return seen.map((sql) => /^\s*(\w+)[\s\S]*?(?:from|into)\s+(\w+)/.exec(sql)?.slice(1).join(' '));
    };
    expect(await statements('unknown@bell.example')).toEqual(await statements(maren.email));
  });

  it('sends one mail in two minutes, and whoever asks again ends nobody’s link until one is used', async () => {
    const first = await aLink();
    await starts.request(first.email, IP);
    await at.sendDue();
    expect(at.farEnd.mails).toHaveLength(1);
    await at.shift('121 seconds');
    const second = await aLink(first.email);
    expect(second.token).not.toBe(first.token);
    await starts.accept(first.token, founder, clinic);
    await expect(starts.accept(second.token, founder, clinic)).rejects.toMatchObject(ended);
  });

  it('gives who works somewhere already a further clinic, under the same name', async () => {
    const maren = await at.aPerson({ at: at.clinic, roles: ['coordinator'] });
    const clinicId = await at.get(FurtherClinics).start(maren.actor, clinic);
    expect(await clinicsOf(maren.actor.accountId)).toHaveLength(2);
    const [member] = await at.rows<{ id: string; roles: string[] }>(
      'select id, roles from staff_members where clinic_id = $1',
      [clinicId],
    );
    expect(member!.roles).toEqual(['admin', 'practitioner']);
    const there = { ...maren.actor, clinicId, staffMemberId: member!.id };
    expect((await at.get(StaffService).colleagues(there))[0]!.name).toBe('Maren Okoye');
  });

  it('founds a further clinic once for one key, also when the call comes twice at once', async () => {
    const { actor } = await at.aPerson({ at: at.clinic, roles: ['coordinator'] });
    const start = (wish = clinic, key = 'k-1') => at.get(FurtherClinics).start(actor, wish, key);
    const [one, two] = await Promise.all([start(), start()]);
    expect([two, await start()]).toEqual([one, one]);
    expect(await clinicsOf(actor.accountId)).toHaveLength(2);
    await expect(start({ ...clinic, phone: '+44 20 7946 0102' })).rejects.toMatchObject({
      status: 422,
      code: 'idempotency-body-differs',
    });
    expect(await start(clinic, 'k-2')).not.toBe(one);
  });
});

describe('starting a clinic where it is closed', () => {
  let at: ClinicsHouse;
  beforeAll(async () => {
    at = await openClinicsHouse({ CLINIC_SIGN_UP: 'closed' });
  });
  afterAll(() => at.close());

  it('does not exist in any part, known address or not, signed in or not', async () => {
    const starts = at.get(ClinicStartsService);
    const maren = await at.aPerson({ at: at.clinic });
    const notFound = { status: 404, code: 'not-found' };
    for (const email of [maren.email, 'nobody@bell.example'])
      await expect(starts.request(email, IP)).rejects.toMatchObject(notFound);
    await expect(starts.open('x')).rejects.toMatchObject(notFound);
    await expect(starts.accept('x', founder, clinic)).rejects.toMatchObject(notFound);
    await expect(at.get(FurtherClinics).start(maren.actor, clinic)).rejects.toMatchObject(notFound);
    expect(await at.rows('select 1 from account_mails')).toEqual([]);
  });
});
