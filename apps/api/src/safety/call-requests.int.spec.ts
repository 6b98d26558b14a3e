import { Temporal } from 'temporal-polyfill';
import { unseal } from '@app/platform/encryption/sealing.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import { aPlannedClient, type ReplyTown, replyTown } from '../reply/reply.test-support.js';
import { aCallRequest, noticesOf } from './call-requests.test-support.js';

interface Flag {
  id: string;
  version: number;
}

describe('asking to be called', () => {
  let town: ReplyTown;
  let coordinator: MadeStaffMember;
  let stranger: MadeStaffMember;
  let cookies: { maren: string; coordinator: string; stranger: string };

  beforeAll(async () => {
    town = await replyTown();
    const { api, clinic, maren } = town;
    coordinator = await aStaffMember(api.house, { clinic, name: 'Lena Brandt', roles: ['coordinator'] });
    stranger = await aStaffMember(api.house, { clinic, name: 'Ines Halvard' });
    cookies = {
      maren: await api.signIn(maren),
      coordinator: await api.signIn(coordinator),
      stranger: await api.signIn(stranger),
    };
  });
  beforeEach(async () => {
    town = { ...town, clientId: await aPlannedClient(town) };
  });
  afterAll(() => town.close());

  const asked = (words?: string) => aCallRequest(town, words);
  const notices = () => noticesOf(town);

  const flags = () =>
    town.rows<Flag>('select id, version from safety_flags where client_id = $1', [town.clientId]);
  const open = (flagId: string, by: string) =>
    town.api.call('get', `/api/safety-flags/${flagId}`, by).expect(200);
  /** Whole seconds: the API writes a moment as short as it can. */
  const inDays = (days: number) =>
    Temporal.Now.instant()
      .add({ seconds: days * 86_400 })
      .toString({ smallestUnit: 'second' });

  it('raises one flag and one wordless notice, and keeps what was typed', async () => {
    const { browser, at, answer } = await asked('half a sentence');
    expect(answer.headers.location).toBe(`${at}/call`);
    const page = await browser.open(`${at}/call`);
    expect(page.text).toContain('The clinic has your request for a call.');
    expect(page.text).toMatch(/They see it (today|on \w+ \d+ \w+) by 6:00 pm\./);
    expect(page.text).toContain('Please do not wait for us.');
    expect(page.text).toContain('What you wrote is saved.');
    await browser.open(at);
    const again = await browser.press(at, 'call-me');
    expect(again.headers.location).toBe(`${at}/call?again=`);
    expect((await browser.open(`${at}/call?again=`)).text).toContain('You don’t need to ask again.');
    expect(await flags()).toHaveLength(1);
    expect(await notices()).toMatchObject([
      { staff_member_id: town.maren.staffMemberId, status: 'scheduled' },
    ]);
  });

  it('says by when whoever stands on the roster sees it, and tells them', async () => {
    const { staffMemberId } = stranger;
    await town.rows(
      `insert into rosters (clinic_id, kind, location_id, responder_id, outside_backup_sealed, lead_id, open_from,
         open_to, open_days, holidays, version)
       values ($1, 'psychological', $2, $3, 'x', $3, '00:00', '14:15', '{1,2,3,4,5,6,7}', '{}', 1)`,
      [town.clinic.clinicId, town.clinic.locationId, staffMemberId],
    );
    const { browser, at } = await asked();
    const { text } = await browser.open(`${at}/call`);
    await town.rows('delete from rosters');
    expect(text).toMatch(/They see it (today|on \w+ \d+ \w+) by 2:15 pm\./);
    const told = (await notices()).map(({ staff_member_id: id }) => id);
    expect(told.sort()).toEqual([staffMemberId, null].sort());
  });

  it('makes one request of several at once', async () => {
    const { browser, at } = await asked();
    const [flag] = await flags();
    await open(flag!.id, cookies.maren);
    await town.api
      .call('post', `/api/safety-flags/${flag!.id}/acknowledgement`, cookies.maren)
      .send({ version: 1, callBy: inDays(1) })
      .expect(201);
    await town.api
      .call('post', `/api/safety-flags/${flag!.id}/closing`, cookies.maren)
      .send({ version: 2, disposition: 'Called.' })
      .expect(201);
    await browser.open(at);
    await Promise.all([1, 2, 3].map(() => browser.press(at, 'call-me')));
    expect(await flags()).toHaveLength(2);
    expect(await notices()).toHaveLength(2);
  });

  it('can be asked from a page whose question has closed, and whatever is typed', async () => {
    const { browser, at, promptId } = await asked('a'.repeat(20_000));
    expect(await flags()).toHaveLength(1);
    await town.rows(
      "update safety_flags set closed_at = now(), acknowledged_at = now(), call_by = now(), disposition_sealed = 'x' where client_id = $1",
      [town.clientId],
    );
    await town.rows("update prompts set status = 'expired' where id = $1", [promptId]);
    expect((await browser.open(at)).status).toBe(410);
    await browser.press(at, 'call-me').expect(303);
    expect(await flags()).toHaveLength(2);
  });

  it('tells admins and coordinators where a client has no care team', async () => {
    await town.rows('delete from care_team_members where client_id = $1', [town.clientId]);
    await asked();
    expect(await notices()).toMatchObject([{ staff_member_id: coordinator.staffMemberId }]);
  });

  it('is acknowledged by whoever sees it, once, with a time that lies ahead', async () => {
    await asked();
    const [flag] = await flags();
    const path = `/api/safety-flags/${flag!.id}`;
    const { api } = town;
    await api.call('get', path, cookies.stranger).expect(404);
    const { body } = await api.call('get', path, cookies.coordinator).expect(200);
    expect(body).toMatchObject({
      client: { name: 'Rowan Ellis', phone: '+1 208 555 0177' },
      acknowledged: null,
    });
    const acknowledge = (by: string, callBy: string, version = 1) =>
      api.call('post', `${path}/acknowledgement`, by).send({ version, callBy });
    const unopened = await acknowledge(cookies.maren, inDays(1)).expect(409);
    expect(unopened.body).toMatchObject({ type: expect.stringMatching(/not-opened$/) });
    await open(flag!.id, cookies.maren);
    await acknowledge(cookies.maren, inDays(-1)).expect(422);
    await acknowledge(cookies.maren, inDays(7.1)).expect(422);
    await acknowledge(cookies.maren, inDays(1), 9).expect(409);
    await acknowledge(cookies.stranger, inDays(1)).expect(404);
    const callBy = inDays(1);
    const done = await acknowledge(cookies.coordinator, callBy).expect(201);
    expect(done.body).toMatchObject({
      version: 2,
      acknowledged: { byName: 'Lena Brandt', byMe: true, callBy },
    });
    const seen = await api.call('get', path, cookies.maren).expect(200);
    expect(seen.body).toMatchObject({ acknowledged: { byMe: false } });
    await acknowledge(cookies.maren, inDays(2), 2).expect(409);
  });

  it('is closed by the care team alone, after the acknowledgement, with what was done', async () => {
    await asked();
    const [flag] = await flags();
    const path = `/api/safety-flags/${flag!.id}`;
    const close = (by: string, version: number, disposition = 'Called, feels safe, sees me Tuesday.') =>
      town.api.call('post', `${path}/closing`, by).send({ version, disposition });
    await close(cookies.maren, 1).expect(409);
    const acknowledgement = { version: 1, callBy: inDays(1) };
    await open(flag!.id, cookies.maren);
    await town.api.call('post', `${path}/acknowledgement`, cookies.maren).send(acknowledgement).expect(201);
    await close(cookies.coordinator, 2).expect(404);
    await close(cookies.maren, 2, '').expect(400);
    await close(cookies.maren, 2, 'a'.repeat(2001)).expect(400);
    await close(cookies.maren, 1).expect(409);
    await close(cookies.maren, 2).expect(201);
    await close(cookies.maren, 3).expect(409);
    const [row] = await town.rows<{ sealed: Buffer }>(
      'select disposition_sealed as sealed from safety_flags where id = $1',
      [flag!.id],
    );
    expect(row!.sealed.toString('latin1')).not.toContain('Tuesday');
  });

  it.each(['the body seat', 'the coordinator'])(
    'is closed by %s where they acknowledged it, in words that the client’s readers open',
    async (name) => {
      const { api, clinic } = town;
      const teo = await aStaffMember(api.house, { clinic, name: 'Teo Marsh' });
      await town.rows(
        `insert into care_team_members (clinic_id, client_id, staff_member_id, seat, joined_at)
         values ($1, $2, $3, 'body', now())`,
        [clinic.clinicId, town.clientId, teo.staffMemberId],
      );
      const bodySeat = await api.signIn(teo);
      const [who, other] =
        name === 'the body seat' ? [bodySeat, cookies.coordinator] : [cookies.coordinator, bodySeat];
      await asked();
      const [flag] = await flags();
      const path = `/api/safety-flags/${flag!.id}`;
      const close = (by: string, version: number) =>
        api.call('post', `${path}/closing`, by).send({ version, disposition: 'Called. All is well.' });
      await close(who, 1).expect(404);
      const acknowledgement = { version: 1, callBy: inDays(1) };
      await open(flag!.id, who);
      await api.call('post', `${path}/acknowledgement`, who).send(acknowledgement).expect(201);
      await close(other, 2).expect(404);
      await close(who, 1).expect(409);
      await close(who, 2).expect(201);
      await close(who, 3).expect(409);
      const disposition = await api.house.db.inClinic(town.maren.actor, async (tx) => {
        const [row] = await tx.query<{ sealed: Buffer }>(
          'select disposition_sealed as sealed from safety_flags where id = $1',
          [flag!.id],
        );
        const key = await api.house.keyring.client(tx, town.clientId);
        const binding = { clinicId: clinic.clinicId, label: 'flag.disposition', rowId: flag!.id };
        return unseal(key, binding, row!.sealed);
      });
      expect(disposition).toBe('Called. All is well.');
    },
  );
});
