import { Temporal } from 'temporal-polyfill';
import { complaint } from '@app/platform/mail/dsn/fixtures/others.js';
import { postfix } from '@app/platform/mail/dsn/fixtures/postfix.js';
import { gmail } from '@app/platform/mail/dsn/fixtures/gmail.js';
import type { OutgoingMail } from '@app/platform/mail/outgoing-mail.js';
import { DeliveryReports } from './delivery-reports.service.js';
import { aDueQuestion, promptOf } from './due-question.test-support.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

interface ClientState {
  suppressed_at: Date | null;
  suppressed_why: string | null;
  stopped_at: Date | null;
  soft_bounces: number;
  consent: string | null;
}

describe('what mail servers say later', () => {
  let at: PromptHouse;
  let clientId: string;
  let mail: OutgoingMail;
  let mailingId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    ({ clientId } = await aDueQuestion(at));
    ({ mailing_id: mailingId } = await standing('what-stayed'));
    mail = await send(mailingId);
  });
  afterAll(() => at.close());

  const standing = (code: string) => promptOf(at, clientId, code);
  const send = async (id: string) => {
    await at.get(SendingService).send(at.worker, id);
    return at.farEnd.mails.at(-1)!;
  };
  const about = (of: OutgoingMail = mail) => ({ to: of.envelopeFrom!, messageId: of.messageId });
  const receive = (raw: Buffer) => at.get(DeliveryReports).receive(raw);
  const gone = (of?: OutgoingMail) => gmail(about(of), { diagnostic: 'smtp; 550 5.1.1 no such account' });
  const full = (of?: OutgoingMail) =>
    postfix(about(of), {
      subject: 'Undelivered Mail Returned to Sender',
      action: 'failed',
      status: '4.2.2',
      diagnostic: '452 4.2.2 full',
    });
  const client = async () =>
    (
      await at.rows<ClientState>(
        `select suppressed_at, suppressed_why, stopped_at, soft_bounces, email_consent_given_on::text as consent
         from clients where id = $1`,
        [clientId],
      )
    )[0]!;
  const events = () =>
    at.rows<{ kind: string; status_code: string | null }>(
      'select kind, status_code from delivery_events where client_id = $1 order by at, id',
      [clientId],
    );
  const mailings = (kind: string) =>
    at.rows<{ id: string; status: string; send_at: Date }>(
      'select id, status, send_at from mailings where client_id = $1 and kind = $2 order by send_at, id',
      [clientId, kind],
    );
  const ahead = () => standingPrompts(at, clientId);

  it('go to an address of each mailing’s own, which the client never sees', () => {
    expect(mail.envelopeFrom).toMatch(/^bounces\+[\da-f]{32}\.[\da-f]{20}@throughline\.example$/);
    expect(mail.from).toEqual({ name: 'Fernhollow', address: 'hello@throughline.example' });
    expect(mail.replyTo).toBe('desk@fernhollow.example');
    expect(`${mail.text}${mail.html}${JSON.stringify(mail.headers)}`).not.toContain('bounces+');
  });

  it('end every e-mail to an address that does not exist, once', async () => {
    const before = (await ahead()).filter(({ status }) => status === 'scheduled').length;
    expect(before).toBeGreaterThan(0);
    expect(await receive(gone())).toBe('bounced');
    expect(await receive(gone())).toBe('ignored');
    expect(await client()).toMatchObject({ suppressed_at: expect.any(Date), suppressed_why: 'bounced' });
    expect(await events()).toEqual([{ kind: 'bounced', status_code: '5.1.1' }]);
    const after = await ahead();
    expect(after.filter(({ status }) => status === 'scheduled')).toEqual([]);
    expect(after.filter(({ mailing }) => mailing === 'scheduled')).toEqual([]);
    expect(after.filter(({ status }) => status === 'suppressed')).toHaveLength(before);
    const [row] = await at.rows<{ actor_id: string }>(
      "select actor_id from audit_events where action = 'mailing.bounced' and $1 = any (client_ids)",
      [clientId],
    );
    expect(row).toBeDefined();
  });

  it('stop everything for whoever marks a mail as unwanted, and take the consent back', async () => {
    expect(await receive(complaint(about()))).toBe('complained');
    expect(await client()).toMatchObject({
      stopped_at: expect.any(Date),
      suppressed_why: 'complained',
      consent: null,
    });
    const standing = await at.rows('select 1 from consents where client_id = $1 and withdrawn_at is null', [
      clientId,
    ]);
    expect(standing).toEqual([]);
  });

  it('change nothing when a server is only slow', async () => {
    const slow = postfix(about(), {
      subject: 'Delayed',
      action: 'delayed',
      status: '4.4.1',
      diagnostic: 'timeout',
    });
    expect(await receive(slow)).toBe('delayed');
    expect(await client()).toMatchObject({ suppressed_at: null, soft_bounces: 0 });
    expect((await standing('what-stayed')).status).toBe('sent');
    expect(await mailings('snoozed')).toEqual([]);
  });

  it('let a prompt go once more when the mailbox was full, and only once', async () => {
    expect(await receive(full())).toBe('bounced-for-now');
    expect(await client()).toMatchObject({ suppressed_at: null, soft_bounces: 1 });
    const [again] = await mailings('snoozed');
    expect(again).toMatchObject({ status: 'scheduled' });
    expect(again!.send_at.getTime()).toBeGreaterThanOrEqual(boise('2026-11-10T14:01').epochMilliseconds);
    await at.setClock('2026-11-10T15:00');
    const second = await send(again!.id);
    expect(second.envelopeFrom).not.toBe(mail.envelopeFrom);
    expect(await receive(full(second))).toBe('bounced-for-now');
    expect(await mailings('snoozed')).toHaveLength(1);
    expect(await client()).toMatchObject({ soft_bounces: 2, suppressed_at: null });
  });

  it('say the same after three in a row as a mailbox that does not exist', async () => {
    await at.rows('update clients set soft_bounces = 2 where id = $1', [clientId]);
    expect(await receive(full())).toBe('bounced-for-now');
    expect(await client()).toMatchObject({ suppressed_why: 'soft-bounced', suppressed_at: expect.any(Date) });
  });

  it('begin to count anew with a mail that arrived', async () => {
    await receive(full());
    const [again] = await mailings('snoozed');
    await at.setClock('2026-11-10T15:00');
    await send(again!.id);
    await at.rows('update clients set soft_bounces = 2 where id = $1', [clientId]);
    // That one arrived: six days later another comes back.
    await at.setClock('2026-11-16T07:00');
    const [next] = (await ahead()).filter(({ send_at }) => send_at > new Date('2026-11-16T14:00:00Z'));
    await at.clock.set(Temporal.Instant.from(next!.send_at.toISOString()).add({ seconds: 60 }));
    await receive(full(await send(next!.mailing_id)));
    expect(await client()).toMatchObject({ soft_bounces: 1, suppressed_at: null });
  });

  it('are of no use to who makes an address up', async () => {
    const forged = { ...about(), to: mail.envelopeFrom!.replace(/\.[\da-f]{20}@/, `.${'a'.repeat(20)}@`) };
    expect(await receive(gmail(forged, { diagnostic: 'smtp; 550 5.1.1 gone' }))).toBe('ignored');
    const nobody = {
      to: 'abuse@throughline.example',
      messageId: '<mailing.019a6f00-0000-7000-8000-0000000000aa@x.example>',
    };
    expect(await receive(gmail(nobody, { diagnostic: 'smtp; 550 5.1.1 gone' }))).toBe('ignored');
    expect(await events()).toEqual([]);
    expect(await client()).toMatchObject({ suppressed_at: null });
  });

  it('about an address that was changed since say nothing of the new one', async () => {
    await at.rows("update clients set email_changed_at = app_now() + interval '1 minute' where id = $1", [
      clientId,
    ]);
    expect(await receive(gone())).toBe('bounced');
    expect(await client()).toMatchObject({ suppressed_at: null });
    expect(await events()).toHaveLength(1);
  });

  it('about a mail that never left count for nothing', async () => {
    await at.rows("update mailings set status = 'scheduled' where id = $1", [mailingId]);
    expect(await receive(gone())).toBe('ignored');
  });
});
