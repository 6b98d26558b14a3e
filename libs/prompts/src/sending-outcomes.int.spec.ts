import type { Handover } from '@app/platform/mail/handover.types.js';
import { DispatchService } from './dispatch.service.js';
import { aDueQuestion, DUE, promptOf } from './due-question.test-support.js';
import {
  boise,
  openPromptHouse,
  type PromptHouse,
  standingPrompts,
  type StandingPrompt,
} from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

const OPEN = { outcome: 'accepted', response: '250 ok' } as const;

describe('sending what is due', () => {
  let at: PromptHouse;
  let clientId: string;
  let due: StandingPrompt;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    ({ clientId } = await aDueQuestion(at));
    due = await standing('what-stayed');
  });
  afterAll(() => at.close());

  const standing = (code: string) => promptOf(at, clientId, code);
  const send = () => at.get(SendingService).send(at.worker, due.mailing_id);
  const giveUp = () => at.get(SendingService).giveUpLease(at.worker, due.mailing_id);
  const found = async () => {
    const rows = await at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_due_mailings_across_clinics(100)',
    );
    return rows.some(({ mailing_id }) => mailing_id === due.mailing_id);
  };
  const answers = (...handovers: Handover[]) => {
    at.farEnd.answer = () => Promise.resolve(handovers.shift() ?? OPEN);
  };

  it('gives it back for later when the far end asks to wait, longer each time, the same to the byte', async () => {
    answers({ outcome: 'refused-for-now', code: '451' }, { outcome: 'refused-for-now', code: '451' });
    await send();
    const first = await standing('what-stayed');
    expect(first).toMatchObject({
      status: 'scheduled',
      mailing: 'scheduled',
      attempts: 1,
      fence: null,
      sent_on: null,
    });
    expect(minutesLater(first)).toBeCloseTo(1, 0);
    await send();
    expect(at.farEnd.mails).toHaveLength(1);
    await at.setClock('2026-11-10T10:03');
    await send();
    expect((await standing('what-stayed')).attempts).toBe(2);
    await at.setClock('2026-11-10T10:10');
    await send();
    expect(await standing('what-stayed')).toMatchObject({ status: 'sent', mailing: 'sent', attempts: 3 });
    const [one, two, three] = at.farEnd.mails;
    expect(two).toEqual(one);
    expect(three).toEqual(one);
  });

  it('stops at a refusal: staff decide about the next try', async () => {
    answers({ outcome: 'refused', code: '550' });
    await send();
    expect(await standing('what-stayed')).toMatchObject({
      status: 'suppressed',
      mailing: 'failed',
      sent_on: null,
    });
    await send();
    expect(at.farEnd.mails).toHaveLength(1);
    await at.get(DispatchService).dispatch(at.maren, due.id);
    await send();
    expect(await standing('what-stayed')).toMatchObject({ status: 'sent', mailing: 'sent' });
  });

  it('writes no more to an address that there is not', async () => {
    answers({ outcome: 'refused', code: '550 5.1.1' });
    await send();
    const [client] = await at.rows('select suppressed_why as why from clients where id = $1', [clientId]);
    expect(client).toEqual({ why: 'bounced' });
    expect((await standingPrompts(at, clientId)).filter(({ status }) => status === 'scheduled')).toEqual([]);
    await expect(at.get(DispatchService).dispatch(at.maren, due.id)).rejects.toMatchObject({ status: 409 });
  });

  it('says when nobody knows; staff may try it once more, with the same Message-ID', async () => {
    answers({ outcome: 'unknown', why: 'ETIMEDOUT' });
    await send();
    expect(await standing('what-stayed')).toMatchObject({ status: 'sent', mailing: 'unknown' });
    await send();
    expect(at.farEnd.mails).toHaveLength(1);
    answers({ outcome: 'unknown', why: 'ETIMEDOUT' });
    await at.get(DispatchService).dispatch(at.maren, due.id);
    await send();
    expect(at.farEnd.mails.map(({ messageId }) => messageId)).toEqual(
      Array(2).fill(at.farEnd.mails[0]!.messageId),
    );
    await expect(at.get(DispatchService).dispatch(at.maren, due.id)).rejects.toMatchObject({
      code: 'dispatch-refused-already-retried',
    });
  });

  it('keeps a claim whose worker died as unknown, and its late word changes nothing', async () => {
    let finish: (handover: Handover) => void = () => undefined;
    at.farEnd.answer = () => new Promise((resolve) => (finish = resolve));
    const sending = send();
    while (at.farEnd.mails.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await giveUp();
    expect(await standing('what-stayed')).toMatchObject({ status: 'scheduled', mailing: 'sending' });
    await at.setClock('2026-11-10T10:03');
    await giveUp();
    expect(await standing('what-stayed')).toMatchObject({ status: 'sent', mailing: 'unknown' });
    finish({ outcome: 'refused-for-now', code: '451' });
    await sending;
    expect(await standing('what-stayed')).toMatchObject({ status: 'sent', mailing: 'unknown' });
    expect(await found()).toBe(false);
  });

  it('hears the worker that has the claim now, not the one whose claim was lost', async () => {
    const finish: ((handover: Handover) => void)[] = [];
    at.farEnd.answer = () => new Promise((resolve) => finish.push(resolve));
    const handedOver = async (count: number) => {
      while (at.farEnd.mails.length < count) await new Promise((resolve) => setImmediate(resolve));
    };
    const lost = send();
    await handedOver(1);
    await at.setClock('2026-11-10T10:03');
    await giveUp();
    await at.get(DispatchService).dispatch(at.maren, due.id);
    const current = send();
    await handedOver(2);
    finish[0]!({ outcome: 'refused', code: '550' });
    await lost;
    expect(await standing('what-stayed')).toMatchObject({ status: 'sent', mailing: 'sending' });
    finish[1]!(OPEN);
    await current;
    expect(await standing('what-stayed')).toMatchObject({ status: 'sent', mailing: 'sent' });
  });

  it('plans again what would be a second prompt on one day', async () => {
    const later = await standing('keeps-coming-back');
    await at.rows(`update prompts set send_at = $2, send_until = $3 where id = $1`, [
      later.id,
      due.send_at,
      due.send_until,
    ]);
    await at.rows('update mailings set send_at = $2, send_until = $3 where id = $1', [
      later.mailing_id,
      due.send_at,
      due.send_until,
    ]);
    await send();
    await at.get(SendingService).send(at.worker, later.mailing_id);
    expect(at.farEnd.mails).toHaveLength(1);
    expect(await standing('keeps-coming-back')).toMatchObject({
      status: 'scheduled',
      mailing: 'scheduled',
      send_at: later.send_at,
    });
  });
});

function minutesLater({ mail_at: mailAt }: StandingPrompt): number {
  return (mailAt.getTime() - boise(DUE).epochMilliseconds) / 60_000;
}
