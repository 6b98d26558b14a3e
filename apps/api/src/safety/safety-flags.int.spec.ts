import { CallRequestsService } from '@app/safety/call-requests.service.js';
import { FlagRaising } from '@app/safety/flag-raising.service.js';
import { ALWAYS_OPEN, rostersOf } from '../../../../test/factories/rosters.factory.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { aPlannedClient, type ReplyTown, replyTown } from '../reply/reply.test-support.js';

type Name = 'maren' | 'teo' | 'ines' | 'petra' | 'oren' | 'vera' | 'lena' | 'stranger';

const JUNE = {
  name: 'June Abara',
  relation: 'sister',
  phone: '+1 208 555 0188',
  agreement: { mayCall: true, about: 'that I am safe, nothing else', agreedOn: '2026-10-02' },
};

/** Maren reads the client's words, Teo sits in the body seat; Ines, Petra and Oren stand on the roster. */
describe('safety flags', () => {
  let town: ReplyTown;
  let people: Record<Name, MadeStaffMember>;
  let cookies: Record<Name, string>;

  beforeAll(async () => {
    town = await replyTown();
    const { api, clinic, maren } = town;
    const staff = (name: string, ...roles: ('admin' | 'practitioner' | 'coordinator')[]) =>
      aStaffMember(api.house, { clinic, name, roles: roles.length > 0 ? roles : ['practitioner'] });
    people = {
      maren,
      teo: await staff('Teo Marsh'),
      ines: await staff('Ines Halvard'),
      petra: await staff('Petra Lund'),
      oren: await staff('Oren Tallis', 'admin'),
      vera: await staff('Vera Holm', 'admin'),
      lena: await staff('Lena Brandt', 'coordinator'),
      stranger: await staff('Ada Wren'),
    };
    cookies = {} as typeof cookies;
    for (const name of Object.keys(people) as Name[]) cookies[name] = await api.signIn(people[name]);
    await rostersOf(api.house, {
      clinic,
      kinds: ['psychological'],
      responderId: people.ines.staffMemberId,
      backupId: people.petra.staffMemberId,
      leadId: people.oren.staffMemberId,
      ...ALWAYS_OPEN,
    });
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
    await town.rows(
      `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
       values ($1, $2, $3, 'body', now())`,
      [town.clinic.clinicId, town.clientId, people.teo.staffMemberId],
    );
  });
  afterAll(() => town.close());

  const raise = async (act: 'item' | 'phrase' | 'sign' | 'call') => {
    const { api, clinic, clientId } = town;
    const raising = api.app.get(FlagRaising, { strict: false });
    const of = { clientId, promptId: null };
    const { flagIds } = await api.house.db.inClinic(
      { kind: 'client', clinicId: clinic.clinicId, clientId },
      async (tx) => {
        const key = await api.house.keyring.client(tx, clientId);
        if (act === 'call') {
          const calls = api.app.get(CallRequestsService, { strict: false });
          return { flagIds: [(await calls.raise(tx, of)).flagId] };
        }
        if (act === 'item') return raising.itemNine(tx, key, of, { value: 2, feelsSafe: 'no' });
        if (act === 'sign') return raising.signs(tx, key, of, ['voices']);
        const words = 'The heron was there. Some days I want to die. Then tea.';
        return raising.phrases(tx, key, of, { words, language: 'en' });
      },
    );
    return flagIds[0]!;
  };
  const get = (path: string, by: Name) => town.api.call('get', `/api${path}`, cookies[by]);
  const post = (path: string, by: Name, body: object) =>
    town.api.call('post', `/api${path}`, cookies[by]).send(body);
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const listed = async (by: Name, query = '') => {
    const { body } = await get(`/safety-flags${query}`, by).expect(200);
    return (body as { items: { id: string }[] }).items.map(({ id }) => id);
  };

  it('show the care team and who is on duty what they rest on, and everybody else nothing', async () => {
    await town.api
      .call('patch', `/api/clients/${town.clientId}`, cookies.maren)
      .send({ version: 1, emergencyContact: JUNE })
      .expect(200);
    const id = await raise('item');
    for (const by of ['maren', 'teo', 'ines', 'petra', 'oren'] as const) {
      const { body } = await get(`/safety-flags/${id}`, by).expect(200);
      expect(body).toMatchObject({
        kind: 'item-9',
        colour: 'red',
        lane: 'psychological',
        label: 'Thoughts of being better off dead or of self-harm',
        labelNote: null,
        client: {
          name: 'Rowan Ellis',
          phone: '+1 208 555 0177',
          emergencyContact: JUNE,
        },
        evidence: [
          { kind: 'item', text: 'PHQ-9 item 9: 2 of 3. No earlier answer.' },
          { kind: 'feels-safe', text: 'Feels safe until we next talk: no' },
        ],
        openedByMe: true,
        acknowledged: null,
        closed: null,
      });
      expect(await listed(by)).toContain(id);
    }
    for (const by of ['vera', 'lena', 'stranger'] as const) {
      await get(`/safety-flags/${id}`, by).expect(404);
      expect(await listed(by)).not.toContain(id);
      await post(`/safety-flags/${id}/acknowledgement`, by, { version: 1, callBy: inHours(1) }).expect(404);
      await post(`/safety-flags/${id}/closing`, by, { version: 1, disposition: 'Called.' }).expect(404);
    }
    const opened = await town.rows<{ actor_id: string; client_ids: string[] }>(
      "select actor_id, client_ids from audit_events where action = 'safety-flag.opened' and $1 = any (subject_ids)",
      [id],
    );
    expect(opened).toHaveLength(5);
    expect(opened.map(({ actor_id: who }) => who)).toContain(people.ines.staffMemberId);
    expect(opened[0]!.client_ids).toEqual([town.clientId]);
  });

  it('open no more than that one flag to who is on duty', async () => {
    const id = await raise('item');
    await get(`/safety-flags/${id}`, 'ines').expect(200);
    await get(`/clients/${town.clientId}`, 'ines').expect(404);
    await get(`/clients/${town.clientId}/reflections`, 'ines').expect(404);
    const key = await town.api.house.db.inClinic(people.ines.actor, (tx) =>
      town.api.house.keyring.clients(tx, [town.clientId]),
    );
    expect(key.size).toBe(0);
  });

  it('show the sentence of a phrase to who reads words or is on duty, and never to the body seat', async () => {
    const id = await raise('phrase');
    for (const by of ['maren', 'ines'] as const) {
      const { body } = await get(`/safety-flags/${id}`, by).expect(200);
      expect(body).toMatchObject({
        colour: 'amber',
        labelNote: 'possible: contains “want to die”',
        evidence: [{ kind: 'phrase', text: 'Some days I want to die.' }],
      });
      expect(JSON.stringify(body)).not.toContain('heron');
    }
    const { body } = await get(`/safety-flags/${id}`, 'teo').expect(200);
    expect(body).toMatchObject({
      labelNote: 'possible: contains a phrase from the list',
      evidence: [{ kind: 'phrase', text: '' }],
    });
    expect(JSON.stringify(body)).not.toMatch(/want to die/);
  });

  it('are claimed only by somebody who opened them, as they are now', async () => {
    const id = await raise('sign');
    const claim = (by: Name, version: number) =>
      post(`/safety-flags/${id}/acknowledgement`, by, { version, callBy: inHours(1) });
    await listed('ines');
    const refused = await claim('ines', 1).expect(409);
    expect((refused.body as { type: string }).type).toMatch(/not-opened$/);
    await get(`/safety-flags/${id}`, 'petra').expect(200);
    await claim('ines', 1).expect(409);
    await get(`/safety-flags/${id}`, 'ines').expect(200);
    await raise('sign');
    await town.rows('update safety_flags set version = 2 where id = $1', [id]);
    await claim('ines', 1).expect(409);
    const done = await claim('ines', 2).expect(201);
    expect(done.body).toMatchObject({ version: 3, acknowledged: { byName: 'Ines Halvard', byMe: true } });
    await get(`/safety-flags/${id}`, 'maren').expect(200);
    await claim('maren', 3).expect(409);
  });

  it('are closed with what was done, by whom and when; whoever was on duty is answered and sees it no more', async () => {
    const id = await raise('item');
    const close = (by: Name, body: object) => post(`/safety-flags/${id}/closing`, by, body);
    await get(`/safety-flags/${id}`, 'ines').expect(200);
    await close('ines', { version: 1, disposition: 'Called.' }).expect(409);
    await post(`/safety-flags/${id}/acknowledgement`, 'ines', { version: 1, callBy: inHours(1) }).expect(201);
    await close('ines', { version: 2 }).expect(400);
    await close('ines', { version: 2, disposition: '' }).expect(400);
    await close('ines', { version: 2, disposition: '   \n ' }).expect(400);
    await close('teo', { version: 2, disposition: 'Called.' }).expect(404);
    const done = { version: 2, disposition: 'Called. Feels safe, with their sister tonight.' };
    const nobody = { ...done, doneById: '018f0000-0000-7000-8000-000000000000' };
    await close('ines', nobody).expect(422);
    await close('ines', { ...done, doneAt: inHours(1) }).expect(422);
    await close('ines', { ...done, doneAt: inHours(-48) }).expect(422);
    const doneById = people.petra.staffMemberId;
    const { body } = await close('ines', { ...done, doneById }).expect(201);
    expect(body).toMatchObject({
      version: 3,
      closed: {
        byName: 'Ines Halvard',
        doneByName: 'Petra Lund',
        disposition: 'Called. Feels safe, with their sister tonight.',
      },
    });
    await get(`/safety-flags/${id}`, 'ines').expect(404);
    await get(`/safety-flags/${id}`, 'oren').expect(404);
    expect(await listed('ines', '?state=closed')).not.toContain(id);
    expect(await listed('maren')).not.toContain(id);
    expect(await listed('maren', '?state=closed&lane=psychological')).toContain(id);
    expect(await listed('maren', '?state=closed&lane=medical')).not.toContain(id);
    const [read, body2] = await Promise.all(
      (['maren', 'teo'] as const).map(async (by) => (await get(`/safety-flags/${id}`, by).expect(200)).body),
    );
    expect(read).toMatchObject({ closed: { disposition: done.disposition } });
    expect(body2).toMatchObject({ closed: { doneByName: 'Petra Lund', disposition: null } });
    const [row] = await town.rows<{ all: string }>(
      'select row_to_json(f)::text as all from safety_flags f where id = $1',
      [id],
    );
    expect(row!.all).not.toContain('sister');
  });

  it('let an admin answer one of their own duty, and only see another’s request for a call', async () => {
    const id = await raise('call');
    const callBy = inHours(1);
    const { body } = await get(`/safety-flags/${id}`, 'vera').expect(200);
    expect(body).toMatchObject({ kind: 'call-me', evidence: null, client: { name: 'Rowan Ellis' } });
    await post(`/safety-flags/${id}/acknowledgement`, 'vera', { version: 1, callBy }).expect(404);
    const seen = await get(`/safety-flags/${id}`, 'oren').expect(200);
    expect(seen.body).toMatchObject({ evidence: [{ kind: 'call', text: 'Asked the clinic to call' }] });
    await post(`/safety-flags/${id}/acknowledgement`, 'oren', { version: 1, callBy }).expect(201);
  });

  it('tell coordinators that somebody waits for a call, and not why', async () => {
    const id = await raise('item');
    await raise('phrase');
    const backs = (by: MadeStaffMember) =>
      town.api.house.db.inClinic(by.actor, (tx) =>
        tx.query<{ flag_id: string; client_id: string }>('select * from find_call_backs()'),
      );
    const seen = (await backs(people.lena)).filter(({ client_id: of }) => of === town.clientId);
    expect(seen).toHaveLength(1);
    expect(Object.keys(seen[0]!).sort()).toEqual(
      ['acknowledged_at', 'call_by', 'client_id', 'flag_id', 'raised_at'].sort(),
    );
    expect(seen[0]!.flag_id).toBe(id);
    expect(await backs(people.stranger)).toEqual([]);
    expect(await backs(people.ines)).toEqual([]);
  });

  it('stand in a log without content, for admins and who stands on a roster', async () => {
    const id = await raise('item');
    await get(`/safety-flags/${id}`, 'ines').expect(200);
    await post(`/safety-flags/${id}/acknowledgement`, 'ines', { version: 1, callBy: inHours(1) }).expect(201);
    for (const by of ['oren', 'ines'] as const) {
      const { body } = await get('/safety-log', by).expect(200);
      const [newest] = (body as { items: object[] }).items;
      expect(newest).toEqual({
        flagNumber: expect.stringMatching(/^[0-9A-F]{4}-[0-9A-F]{4}$/),
        lane: 'psychological',
        colour: 'red',
        raisedAt: expect.any(String),
        toldAt: null,
        openedAt: expect.any(String),
        claimedAt: expect.any(String),
        claimedByName: 'Ines Halvard',
        minutesToClaim: 0,
        closedAt: null,
        late: false,
        escalations: 0,
      });
      expect(JSON.stringify(body)).not.toMatch(/Rowan|item-9/);
    }
    for (const by of ['maren', 'teo', 'lena', 'stranger'] as const) {
      await get('/safety-log', by).expect(404);
      await get('/safety-log.csv', by).expect(404);
    }
    const csv = await get('/safety-log.csv', 'oren').expect(200);
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toContain('safety-log.csv');
    expect(csv.text.split('\r\n')[1]).toMatch(/^"[0-9A-F-]{9}","psychological","red",/);
    expect(csv.text).not.toMatch(/Rowan|better off/);
    // A file leaves the house: the second factor of the last five minutes is asked for.
    await town.rows("update sign_ins set stepped_up_at = now() - interval '6 minutes'");
    for (const by of ['oren', 'ines'] as const) {
      const { body } = await get('/safety-log.csv', by).expect(403);
      expect(body).toMatchObject({ type: 'urn:throughline:problem:step-up-required' });
      await get('/safety-log', by).expect(200);
    }
    await town.rows('update sign_ins set stepped_up_at = now()');
    const none = await get('/safety-log?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z', 'oren').expect(
      200,
    );
    expect(none.body).toEqual({ items: [], next: null });
  });
});
