import type { Role } from '@app/platform/actor.js';
import { aClinic } from '../../../../test/factories/clinic.factory.js';
import { aStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { anOpenPrompt, type ReplyTown, replyTown } from '../reply/reply.test-support.js';

interface Answered {
  id: string;
  words: string;
}

describe('reading what a client sent', () => {
  let town: ReplyTown;
  let maren: string;
  let path: string;
  let sent: Answered[];

  beforeAll(async () => {
    town = await replyTown();
    maren = await town.api.signIn(town.maren);
    path = `/api/clients/${town.clientId}/reflections`;
    for (const code of ['keeps-coming-back', 'small-shift', 'life-resumed']) {
      const { browser, at } = await anOpenPrompt(town, code);
      await browser.press(at, 'send', { words: `about ${code}` }).expect(303);
    }
    sent = (await town.api.call('get', path, maren).expect(200)).body.items as Answered[];
  });
  afterAll(() => town.close());

  const signedIn = async (name: string, seat: string | null, ...roles: Role[]) => {
    const { api, clinic, clientId } = town;
    const person = await aStaffMember(api.house, { clinic, name, roles });
    if (seat) {
      await town.rows(
        `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
         values ($1, $2, $3, $4, now())`,
        [clinic.clinicId, clientId, person.staffMemberId, seat],
      );
    }
    return api.signIn(person);
  };

  it('comes newest first, in slices', async () => {
    expect(sent.map(({ words }) => words)).toEqual([
      'about life-resumed',
      'about small-shift',
      'about keeps-coming-back',
    ]);
    const slice = await town.api.call('get', `${path}?limit=2`, maren).expect(200);
    expect(slice.body).toMatchObject({ items: sent.slice(0, 2), next: sent[1]!.id });
    const rest = await town.api.call('get', `${path}?limit=2&after=${sent[1]!.id}`, maren).expect(200);
    expect(rest.body).toMatchObject({ items: sent.slice(2), next: null });
    const unknown = await town.api.call('get', `${path}?after=${town.clientId}`, maren).expect(400);
    expect(unknown.body.errors[0]).toMatchObject({ field: 'after', code: 'unknownReference' });
  });

  it('does not exist for who does not read this client’s words', async () => {
    const nextDoor = await aStaffMember(town.api.house, {
      clinic: await aClinic(town.api.house, { name: 'Harrow Lane Clinic' }),
      roles: ['admin', 'practitioner'],
    });
    const others = [
      await signedIn('Oren Tallis', null, 'admin'),
      await signedIn('Lena Brandt', null, 'coordinator'),
      await signedIn('Ines Halvard', null, 'practitioner'),
      await signedIn('Bo Castellan', 'body', 'practitioner'),
      await town.api.signIn(nextDoor),
    ];
    for (const cookie of others) {
      await town.api.call('get', path, cookie).expect(404);
      await town.api.call('post', `/api/reflections/${sent[0]!.id}/reading`, cookie).expect(404);
      await town.api.call('delete', `/api/reflections/${sent[0]!.id}/reading`, cookie).expect(404);
    }
    expect(await town.rows('select 1 from readings')).toEqual([]);
  });

  it('marks the words that were shown, and no others', async () => {
    const { browser, at } = await anOpenPrompt(town, 'where-it-holds');
    await browser.press(at, 'send', { words: 'as it was shown' }).expect(303);
    const { body: shown } = await town.api.call('get', path, maren).expect(200);
    const { id, version } = shown.items[0] as { id: string; version: number };
    await browser.open(`${at}/change`);
    await browser.press(at, 'send', { words: 'as it is now' }).expect(303);
    const read = (body: object) => town.api.call('post', `/api/reflections/${id}/reading`, maren).send(body);
    const refused = await read({ version }).expect(409);
    expect(refused.body.type).toBe('urn:throughline:problem:conflict-version');
    expect(await town.rows('select 1 from readings where reflection_id = $1', [id])).toEqual([]);
    await browser.open(`${at}/change`);
    await browser.press(at, 'send', { words: 'and still open' }).expect(303);
    const { body } = await town.api.call('get', path, maren).expect(200);
    expect(body.items[0]).toMatchObject({ words: 'and still open', version: version + 2, reading: null });
    await read({ version: 'one' }).expect(400);
    const done = await read({ version: version + 2 }).expect(201);
    expect(done.body).toMatchObject({ words: 'and still open', reading: { byMe: true } });
    await town.rows('delete from readings where reflection_id = $1', [id]);
    await town.rows('delete from reflections where id = $1', [id]);
  });

  it('is each reader’s own mark, and undoing takes back that one alone', async () => {
    const supervisor = await signedIn('Sade Whitlock', 'supervisor', 'practitioner');
    const reading = `/api/reflections/${sent[0]!.id}/reading`;
    const { api } = town;
    await api.call('post', reading, maren).expect(201);
    await api.call('post', reading, maren).expect(201);
    const seen = await api.call('get', path, supervisor).expect(200);
    expect(seen.body.items[0].reading).toMatchObject({ byName: 'Maren Okoye', byMe: false });
    expect((await api.call('post', reading, supervisor).expect(201)).body.reading.byMe).toBe(true);
    const undone = await api.call('delete', reading, supervisor).expect(200);
    expect(undone.body.reading).toMatchObject({ byName: 'Maren Okoye', byMe: false });
    await api.call('delete', reading, maren).expect(200);
    const [row] = await town.rows<{ first: Date | null }>(
      'select first_read_at as first from reflections where id = $1',
      [sent[0]!.id],
    );
    expect(row!.first).not.toBeNull();
  });

  it('writes one row about every reading of words, and none about a client’s own look', async () => {
    const actions = await town.rows<{ action: string; rows: string }>(
      `select action, count(*) as rows from audit_events
       where action like 'reflection.%' and $1 = any (client_ids) group by action order by action`,
      [town.clientId],
    );
    const rows = Object.fromEntries(actions.map((one) => [one.action, Number(one.rows)]));
    expect(rows).toEqual({
      'reflection.changed': 2,
      'reflection.listed': 6,
      'reflection.read': 4,
      'reflection.reading-undone': 2,
      'reflection.sent': 4,
    });
  });
});
