import { Temporal } from 'temporal-polyfill';
import { NoticeLetters } from '@app/safety/notice-letters.service.js';
import { NoticeWebhook } from '@app/safety/notice-webhook.service.js';
import { SafetyNoticesService } from '@app/safety/safety-notices.service.js';
import { AccountsService } from '@app/clinics/accounts/accounts.service.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import { Config } from '@app/platform/config/config.js';
import type { Handover } from '@app/platform/mail/handover.types.js';
import type { Mailer } from '@app/platform/mail/mailer.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import { aStaffMember, type MadeStaffMember } from '../../../../test/factories/staff-member.factory.js';
import {
  aPlannedClient,
  aSentPrompt,
  type ReplyTown,
  replyTown,
  TestBrowser,
} from '../reply/reply.test-support.js';

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

  async function asked(words = '') {
    const prompt = await aSentPrompt(town);
    const at = `/r/p/${prompt.mailingId}`;
    const browser = new TestBrowser(town);
    await browser.open(`/r/${prompt.token}`);
    const answer = await browser.press(at, 'call-me', { words });
    return { ...prompt, at, browser, answer };
  }
  const flags = () =>
    town.rows<Flag>('select id, version from safety_flags where client_id = $1', [town.clientId]);
  const notices = () =>
    town.rows<{ id: string; staff_member_id: string; status: string; attempts: number }>(
      'select id, staff_member_id, status, attempts from safety_notices where client_id = $1',
      [town.clientId],
    );
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

  describe('the notice', () => {
    /** A mail server that answers as told. */
    function notifier(...answers: Handover[]) {
      const mails: OutgoingMail[] = [];
      const mailer = {
        send: (mail: OutgoingMail) => {
          mails.push(mail);
          return Promise.resolve(answers.shift() ?? { outcome: 'accepted' as const, response: '250' });
        },
      } as unknown as Mailer;
      const { app, house } = town.api;
      const accounts = app.get(AccountsService, { strict: false });
      const letters = new NoticeLetters(house.db, house.keyring, app.get(Config), accounts);
      const webhook = app.get(NoticeWebhook, { strict: false });
      return { mails, service: new SafetyNoticesService(house.db, letters, webhook, mailer) };
    }
    const dueAgain = () =>
      town.rows(
        "update safety_notices set send_at = now() - interval '1 second', lease_until = null where client_id = $1",
        [town.clientId],
      );

    it('goes out once, without a name, a clinic or a word', async () => {
      await asked('the heron on the weir');
      const [notice] = await notices();
      const { mails, service } = notifier();
      await Promise.all([1, 2].map(() => service.send(town.clinic.system, notice!.id)));
      await service.send(town.clinic.system, notice!.id);
      expect(mails).toHaveLength(1);
      expect(mails[0]).toMatchObject({ to: town.maren.email, subject: 'Someone asked for a call' });
      expect(JSON.stringify(mails)).not.toMatch(/Rowan|Ellis|Fernhollow Integration|heron/);
      expect(await notices()).toMatchObject([{ status: 'sent', attempts: 1 }]);
    });

    it('is tried again when nobody knows, or the server asks for patience', async () => {
      await asked();
      const [notice] = await notices();
      const { mails, service } = notifier(
        { outcome: 'unknown', why: 'ETIMEDOUT' },
        { outcome: 'refused-for-now', code: '451' },
      );
      const send = () => service.send(town.clinic.system, notice!.id);
      await send();
      expect(await notices()).toMatchObject([{ status: 'scheduled', attempts: 1 }]);
      await send();
      expect(mails).toHaveLength(1);
      await dueAgain();
      await send();
      await dueAgain();
      await send();
      expect(new Set(mails.map((mail) => mail.messageId)).size).toBe(1);
      expect(await notices()).toMatchObject([{ status: 'sent', attempts: 3 }]);
    });

    it('is taken over from a worker that died, and not from one that lives', async () => {
      await asked();
      const [notice] = await notices();
      const { mails, service } = notifier();
      const claimed = (lease: string) =>
        town.rows(
          `update safety_notices set status = 'sending', lease_until = now() ${lease} where id = $1`,
          [notice!.id],
        );
      await claimed("+ interval '1 minute'");
      await service.send(town.clinic.system, notice!.id);
      expect(mails).toHaveLength(0);
      await claimed("- interval '1 second'");
      await service.send(town.clinic.system, notice!.id);
      expect(mails).toHaveLength(1);
    });

    it('ends when the server will never take it', async () => {
      await asked();
      const [notice] = await notices();
      const { service } = notifier({ outcome: 'refused', code: '550 5.1.1' });
      await service.send(town.clinic.system, notice!.id);
      expect(await notices()).toMatchObject([{ status: 'failed' }]);
    });
  });
});
