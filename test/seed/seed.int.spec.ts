import { Client } from 'pg';
import type { BriefView } from '@app/briefs/brief.view.js';
import type { TodayView } from '@app/briefs/today.view.js';
import type { FlagView } from '@app/safety/flag.view.js';
import type { SafetyLogItemView } from '@app/safety/safety-log.view.js';
import type { EarlySignView, ThreadView } from '@app/threads/thread.view.js';
import { type Seeded, type SeededDesk, seeded } from './seeded.test-support.js';

jest.setTimeout(180_000);

/** One demonstration for all: what a stranger sees after `npm start`. */
describe('the demonstration', () => {
  let at: Seeded;
  let database: Client;
  let maren: SeededDesk;

  beforeAll(async () => {
    at = await seeded();
    database = new Client({ connectionString: at.database.adminUrl });
    await database.connect();
    maren = await at.desk('maren@fernhollow.example');
  });
  afterAll(async () => {
    await database?.end();
    await at?.stop();
  });

  const count = async (sql: string) =>
    Number((await database.query<{ count: string }>(`select count(*) as count from ${sql}`)).rows[0]!.count);
  const today = () => maren.get<TodayView>('/today');
  const clientId = async (name: string) =>
    (await maren.list<{ id: string; name: string }>('/clients?limit=50')).find((one) => one.name === name)!
      .id;
  const nextBrief = async () =>
    maren.get<BriefView>(`/appointments/${(await today()).nextCall!.appointmentId}/brief`);
  const threadsOf = async (name: string) =>
    maren.list<ThreadView>(`/clients/${await clientId(name)}/threads?limit=50`);

  describe('before anything else', () => {
    it('tells of everybody in both clinics, each with the secret of their authenticator app', () => {
      const { signIns } = at;
      expect(new Set(signIns.map(({ clinic }) => clinic)).size).toBe(2);
      expect(signIns.map(({ email }) => email)).toContain('maren@fernhollow.example');
      for (const { totpSecret } of signIns) expect(totpSecret).toMatch(/^[A-Z2-7]{32}$/);
      const tom = signIns.filter(({ email }) => email === 'tom@harrowlane.example');
      expect(tom.map(({ roles }) => roles)).toEqual([['practitioner'], ['admin', 'practitioner']]);
    });

    it('signs who works in both in to their own clinic first', async () => {
      const { rows } = await database.query<{ name: string }>(
        `select c.name from staff_members m join clinics c using (clinic_id)
         where m.account_id in (select account_id from staff_members group by account_id having count(*) > 1)
         order by m.created_at`,
      );
      expect(rows.map(({ name }) => name)).toEqual(['Harrow Lane Clinic', 'Fernhollow Integration']);
    });

    it('comes enrolled, with ten recovery codes each', async () => {
      const accounts = await count('accounts');
      expect(accounts).toBe(4);
      expect(await count('totp_factors where confirmed_at is not null')).toBe(accounts);
      expect(await count('recovery_codes where used_at is null')).toBe(10 * accounts);
    });

    it('comes set up, with somebody invited and somebody soon away', async () => {
      expect(await count('clinics where set_up_at is null')).toBe(0);
      expect(await count('crisis_contacts')).toBe(2);
      expect(await count('rosters')).toBe(4);
      expect(await count('invitations where accepted_at is null and revoked_at is null')).toBe(1);
      expect(await count('absences where starts_at > now() and ended_at is null')).toBe(1);
    });

    it('leaves the clock as it is, and no mail of the invented past to be sent', async () => {
      expect(await count('app_clock')).toBe(0);
      expect(await count(`safety_notices where status <> 'sent'`)).toBe(0);
      const late = `mailings m join prompts p on p.clinic_id = m.clinic_id and p.id = m.prompt_id
        where m.status = 'scheduled' and m.send_at < now() and p.needs_session_id is null`;
      expect(await count(late)).toBe(0);
    });
  });

  describe('on Today', () => {
    it('has one amber flag that waits for somebody, and none that frightens', async () => {
      const { flags } = await today();
      expect(flags).toMatchObject([
        { colour: 'amber', client: { name: 'Teodor Lanz' }, acknowledged: null, escalatedAt: null },
      ]);
      expect(flags[0]!.evidence).not.toHaveLength(0);
      expect(flags[0]!.toldNames).toContain('Maren Okoye');
    });

    it('has the next call with what its client wrote last, and another one with something to ask about', async () => {
      const { nextCall, calls } = await today();
      expect(nextCall).toMatchObject({ client: { name: 'Rowan Ellis' }, mine: true });
      expect(nextCall!.excerpt!.text).toMatch(/Work is loud again/);
      const imani = calls.find(({ client }) => client.name === 'Imani Osei')!;
      expect(imani.notes).toMatchObject([{ rule: 'quiet-return' }]);
      expect(imani.notes[0]!.figures).toHaveLength(2);
      expect(imani.notes[0]!.reflectionIds.length).toBeGreaterThan(2);
    });

    it('asks about the session nobody marked, who went quiet, and who has no call', async () => {
      const { didItHappen, goneQuiet, noNextCall, deliveryTasks } = await today();
      expect(didItHappen.map(({ client }) => client.name)).toEqual(['Marcus Bell']);
      expect(goneQuiet.map(({ client }) => client.name)).toEqual(['Marcus Bell']);
      expect(noNextCall.map(({ client }) => client.name)).toEqual(['Marcus Bell']);
      expect(deliveryTasks).toEqual([]);
    });

    it('keeps what the pages promised about reading here, and shows in the other clinic where it was not', async () => {
      expect((await today()).toRead.filter(({ state }) => state === 'broken')).toEqual([]);
      const tom = await (await at.desk('tom@harrowlane.example')).get<TodayView>('/today');
      expect(tom.toRead).toMatchObject([{ clientName: 'Nadia Finch', state: 'broken' }]);
      expect(tom.calls.map(({ client }) => client.name)).not.toContain('Rowan Ellis');
    });
  });

  describe('in the brief of the next call', () => {
    it('says what the client starred, wants to talk about, and wants left alone', async () => {
      const brief = await nextBrief();
      expect(brief.starred.map(({ quote }) => quote)).toEqual(['Then I did call back.']);
      expect(brief.wantsToTalkAbout[0]!.quote).toMatch(/I’d like to talk about the garden/);
      expect(brief.dontRaise).toHaveLength(1);
      expect(brief.lastCall!.closingNote).toMatch(/calls with Mom/);
    });

    it('holds what came since the last call, oldest first, with marks, a note, and three-tap shifts', async () => {
      const { reflections, shifts, challenges, bring } = await nextBrief();
      const told = reflections.map(({ words }) => words).filter((words) => words !== '');
      expect(told.length).toBeGreaterThanOrEqual(4);
      expect(told[0]).toMatch(/^Mom called/);
      expect(reflections.some(({ marks }) => marks.highlights.length > 0)).toBe(true);
      expect(reflections.flatMap(({ notes }) => notes)).toHaveLength(1);
      expect(reflections.filter(({ shift }) => shift !== null)).toHaveLength(2);
      expect(shifts.map(({ code }) => code)).toEqual(['S1', 'S2']);
      expect(challenges.map(({ code }) => code)).toEqual(['C4']);
      expect(bring.items).toHaveLength(3);
    });

    it('shows a thread that moved with its words, and measures before and along the way', async () => {
      const { threadsMoved, measures, checkIns } = await nextBrief();
      expect(threadsMoved.map(({ name }) => name)).toContain('The guilt when Mom calls');
      const moved = threadsMoved.find(({ name }) => name === 'The guilt when Mom calls')!;
      expect(moved.stage).toMatchObject({ stage: 'choice', setByInitials: 'MO' });
      expect(moved.stage!.evidence[0]!.quote).toMatch(/Then I did call back\.$/);
      const phq = measures.find(({ code }) => code === 'phq-9')!;
      expect(phq.points.map(({ total }) => total)).toEqual([14, 9]);
      expect(checkIns.points.length).toBeGreaterThan(3);
    });
  });

  describe('in a client’s page', () => {
    it('has threads at every stage, checked with the client, and one without a name', async () => {
      const all = (await Promise.all(['Rowan Ellis', 'Priya Sethi', 'Imani Osei'].map(threadsOf))).flat();
      const stages = new Set(all.map(({ stage }) => stage?.stage ?? 'none'));
      expect([...stages].sort()).toEqual(['awareness', 'change', 'choice', 'insight', 'none']);
      for (const { quote } of all.flatMap(({ stage }) => stage?.evidence ?? [])) expect(quote).toMatch(/\w/);
      expect(all.filter(({ name }) => name === null)).toHaveLength(1);
      const checks = all.flatMap((one) => one.checks);
      expect(new Set(checks.map(({ fit }) => fit))).toEqual(new Set(['fits', 'not-quite']));
      expect(new Set(checks.map(({ via }) => via))).toEqual(new Set(['call', 'review']));
      expect(all.some(({ createdByName }) => createdByName === null)).toBe(true);
    });

    it('has early signs that were agreed before the first session, in their words', async () => {
      for (const [name, signs] of [
        ['Rowan Ellis', ['I stop answering the phone', 'the plants go']],
        ['Teodor Lanz', ['I go quiet and everybody thinks I am fine.']],
      ] as const) {
        const agreed = await maren.list<EarlySignView>(
          `/clients/${await clientId(name)}/early-signs?limit=50`,
        );
        expect(agreed.map(({ words }) => words)).toEqual(signs);
      }
    });
  });

  it('has one red flag behind it: claimed in time, and closed with what was done', async () => {
    const closed = await maren.list<FlagView>('/safety-flags?state=closed');
    expect(closed).toMatchObject([{ colour: 'red', client: { name: 'Priya Sethi' }, overdue: false }]);
    expect(closed[0]!.closed!.disposition).toMatch(/spoke for twenty minutes/);
    const log = await maren.list<SafetyLogItemView>('/safety-log');
    expect(log.map(({ late, escalations }) => ({ late, escalations }))).toEqual([
      { late: false, escalations: 0 },
      { late: false, escalations: 0 },
    ]);
  });
});
