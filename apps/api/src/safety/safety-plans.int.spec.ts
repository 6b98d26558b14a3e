import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import type { FlagSafetyPlanView, SafetyPlanListView, SafetyPlanView } from '@app/safety/safety-plan.view.js';
import { ALWAYS_OPEN, rostersOf } from '../../../../test/factories/rosters.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { aPlannedClient, type ReplyTown, replyTown } from '../reply/reply.test-support.js';

type Name = 'maren' | 'teo' | 'ines' | 'oren' | 'lena' | 'stranger';

const line = (text: string, byClient = true, phone: string | null = null) => ({ text, byClient, phone });
const STEPS = {
  warningSigns: [line('The curtains stay shut')],
  helpers: [line('June, my sister', true, '+1 208 555 0188')],
};

/** Maren reads the client's words, Teo sits in the body seat, Ines answers flags; Oren leads, Lena keeps the calendar. */
describe('safety plans', () => {
  let town: ReplyTown;
  let people: Record<Name, MadeStaffMember>;
  let cookies: Record<Name, string>;
  let path: string;

  beforeAll(async () => {
    town = await replyTown();
    const { api, clinic, maren } = town;
    const staff = (name: string, role: 'admin' | 'practitioner' | 'coordinator' = 'practitioner') =>
      aStaffMember(api.house, { clinic, name, roles: [role] });
    people = {
      maren,
      teo: await staff('Teo Marsh'),
      ines: await staff('Ines Halvard'),
      oren: await staff('Oren Tallis', 'admin'),
      lena: await staff('Lena Brandt', 'coordinator'),
      stranger: await staff('Ada Wren'),
    };
    cookies = {} as typeof cookies;
    for (const name of Object.keys(people) as Name[]) cookies[name] = await api.signIn(people[name]);
    await rostersOf(api.house, {
      clinic,
      kinds: ['psychological'],
      responderId: people.ines.staffMemberId,
      backupId: people.maren.staffMemberId,
      leadId: people.oren.staffMemberId,
      ...ALWAYS_OPEN,
    });
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
    path = `/clients/${town.clientId}/safety-plans`;
    await town.rows(
      `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
       values ($1, $2, $3, 'body', now())`,
      [town.clinic.clinicId, town.clientId, people.teo.staffMemberId],
    );
  });
  afterAll(() => town.close());

  const get = (at: string, by: Name) => town.api.call('get', `/api${at}`, cookies[by]);
  const post = (at: string, by: Name, body: object) =>
    town.api.call('post', `/api${at}`, cookies[by]).send(body);
  const written = async (by: Name, version: number, steps: object = STEPS) =>
    (await post(path, by, { version, steps }).expect(201)).body as SafetyPlanView;
  const listed = async (by: Name) => ((await get(path, by).expect(200)).body as SafetyPlanListView).items;
  const audits = async (action: string) =>
    (
      await town.rows<{ actor_id: string }>(
        'select actor_id from audit_events where action = $1 and $2 = any (client_ids)',
        [action, town.clientId],
      )
    ).map(({ actor_id: who }) => who);
  const raise = async (act: 'item' | 'call'): Promise<string> => {
    const { api, clinic, clientId } = town;
    const of = { clientId, promptId: null };
    return api.house.db.inClinic({ kind: 'client', clinicId: clinic.clinicId, clientId }, async (tx) => {
      if (act === 'call') {
        return (await api.app.get(CallRequestsService, { strict: false }).raise(tx, of)).flagId;
      }
      const key = await api.house.keyring.client(tx, clientId);
      const raising = api.app.get(FlagRaising, { strict: false });
      return (await raising.itemNine(tx, key, of, { value: 2, feelsSafe: 'no' })).flagIds[0]!;
    });
  };

  it('are written by any seat of the care team, version by version, and each stays as it was', async () => {
    const first = await written('teo', 0);
    expect(first).toMatchObject({ version: 1, madeByName: 'Teo Marsh', steps: { onMyOwn: [], ...STEPS } });
    const second = await written('maren', 1, { onMyOwn: [line(' Cold water ', true, ' ')] });
    expect(second).toMatchObject({ version: 2, steps: { warningSigns: [], onMyOwn: [line('Cold water')] } });
    const all = await listed('teo');
    expect(all).toEqual([second, first]);
    expect(await audits('safety-plan.written')).toEqual([
      people.teo.staffMemberId,
      people.maren.staffMemberId,
    ]);
    expect(await audits('safety-plans.listed')).toEqual([people.teo.staffMemberId]);
  });

  it('refuse a version that was written without the newest one in sight, also of two at once', async () => {
    await written('maren', 0);
    await post(path, 'teo', { version: 0, steps: STEPS }).expect(409);
    const both = await Promise.all(
      (['teo', 'maren'] as const).map((by) => post(path, by, { version: 1, steps: STEPS })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await listed('maren')).map(({ version }) => version)).toEqual([2, 1]);
  });

  it.each<[string, object]>([
    ['nothing at all', { version: 0, steps: {} }],
    ['blanks alone', { version: 0, steps: { helpers: [] } }],
  ])('refuse %s', async (_, body) => {
    await post(path, 'maren', body).expect(422);
  });

  it.each<[string, object]>([
    ['an empty line', { helpers: [line('  ')] }],
    ['eleven lines', { helpers: Array.from({ length: 11 }, (__, n) => line(`Friend ${n}`)) }],
    ['a line over 300 characters', { helpers: [line('a'.repeat(301))] }],
    ['a part that there is not', { hopes: [line('x')] }],
  ])('refuse %s', async (_, steps) => {
    await post(path, 'maren', { version: 0, steps }).expect(400);
  });

  it('are gone through once more without being written anew', async () => {
    await written('maren', 0);
    const again = (await post(path, 'teo', {}).expect(201)).body as SafetyPlanView;
    expect(again).toMatchObject({ version: null, steps: null, madeByName: 'Teo Marsh' });
    await post(path, 'teo', { version: 1 }).expect(201);
    const next = await written('maren', 1);
    // Of another version than the one that was gone through.
    await post(path, 'teo', { version: 1 }).expect(409);
    expect((await listed('maren')).map(({ version }) => version)).toEqual([2, null, null, 1]);
    expect(next.version).toBe(2);
    expect(await audits('safety-plan.made')).toEqual([people.teo.staffMemberId, people.teo.staffMemberId]);
  });

  it('are nobody’s outside the care team', async () => {
    await written('maren', 0);
    for (const by of ['ines', 'lena', 'oren', 'stranger'] as const) {
      await get(path, by).expect(404);
      await post(path, by, {}).expect(404);
      await post(path, by, { version: 0, steps: STEPS }).expect(404);
    }
  });

  it('stand sealed, and nothing can change one', async () => {
    await written('maren', 0);
    const [row] = await town.rows<{ all: string }>(
      'select row_to_json(p)::text as all from safety_plans p where client_id = $1',
      [town.clientId],
    );
    expect(row!.all).not.toMatch(/curtains|June|208 555/);
    for (const change of ['update safety_plans set made_at = now()', 'delete from safety_plans'])
      await expect(town.api.house.db.inClinic(people.maren.actor, (tx) => tx.query(change))).rejects.toThrow(
        'permission denied',
      );
  });

  describe('from an open flag', () => {
    const ofFlag = (flagId: string, by: Name) => get(`/safety-flags/${flagId}/safety-plan`, by);
    const plan = async (flagId: string, by: Name) =>
      (await ofFlag(flagId, by).expect(200)).body as FlagSafetyPlanView;

    it('are read by the care team and by who answers it, each time written down', async () => {
      const { id, steps } = await written('maren', 0);
      const flagId = await raise('item');
      for (const by of ['maren', 'teo', 'ines', 'oren'] as const)
        expect((await plan(flagId, by)).plan).toMatchObject({ id, version: 1, steps });
      for (const by of ['lena', 'stranger'] as const) await ofFlag(flagId, by).expect(404);
      expect(await audits('safety-plan.read')).toEqual(
        (['maren', 'teo', 'ines', 'oren'] as const).map((by) => people[by].staffMemberId),
      );
      // Of the plan's own address they still know nothing, and they write none.
      await get(path, 'ines').expect(404);
      await expect(
        town.api.house.db.inClinic(people.ines.actor, (tx) =>
          tx.query(
            `insert into safety_plans (clinic_id, id, client_id, made_by, made_at)
             values ($1, gen_random_uuid(), $2, $3, now())`,
            [town.clinic.clinicId, town.clientId, people.ines.staffMemberId],
          ),
        ),
      ).rejects.toThrow('row-level security');
    });

    it('are the newest that was written, or say when one was gone through', async () => {
      const flagId = await raise('item');
      expect(await plan(flagId, 'ines')).toEqual({ plan: null, lastAt: null });
      const { madeAt } = (await post(path, 'maren', {}).expect(201)).body as SafetyPlanView;
      expect(await plan(flagId, 'ines')).toEqual({ plan: null, lastAt: madeAt });
      await written('maren', 0);
      const second = await written('maren', 1, { onMyOwn: [line('Cold water')] });
      await post(path, 'teo', {}).expect(201);
      expect((await plan(flagId, 'ines')).plan).toEqual(second);
    });

    it('are shut to who answered it once it is closed, and stay open to the care team', async () => {
      await written('maren', 0);
      const flagId = await raise('item');
      await plan(flagId, 'ines');
      const callBy = new Date(Date.now() + 3_600_000).toISOString();
      await get(`/safety-flags/${flagId}`, 'maren').expect(200);
      await post(`/safety-flags/${flagId}/acknowledgement`, 'maren', { version: 1, callBy }).expect(201);
      await post(`/safety-flags/${flagId}/closing`, 'maren', { version: 2, disposition: 'Called.' }).expect(
        201,
      );
      await ofFlag(flagId, 'ines').expect(404);
      await ofFlag(flagId, 'oren').expect(404);
      expect((await plan(flagId, 'teo')).plan).not.toBeNull();
      const seen = await town.api.house.db.inClinic(people.ines.actor, (tx) =>
        tx.query('select 1 from safety_plans where client_id = $1', [town.clientId]),
      );
      expect(seen).toEqual([]);
    });

    it('are not for who may only know that a call is wanted', async () => {
      await written('maren', 0);
      const flagId = await raise('call');
      await get(`/safety-flags/${flagId}`, 'lena').expect(200);
      await ofFlag(flagId, 'lena').expect(404);
      expect((await plan(flagId, 'ines')).plan).not.toBeNull();
    });

    it('are never another client’s', async () => {
      await written('maren', 0);
      const flagId = await raise('item');
      const other = await aPlannedClient(town);
      await post(`/clients/${other}/safety-plans`, 'maren', { version: 0, steps: STEPS }).expect(201);
      const rows = await town.api.house.db.inClinic(people.ines.actor, (tx) =>
        tx.query<{ client_id: string }>('select distinct client_id from safety_plans'),
      );
      expect(rows).not.toContainEqual({ client_id: other });
      expect((await plan(flagId, 'ines')).plan).not.toBeNull();
    });
  });
});
