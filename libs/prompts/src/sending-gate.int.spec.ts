import { Temporal } from 'temporal-polyfill';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { aClient } from '../../../test/factories/client.factory.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts, ZONE } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

const LIMIT = 3;
const DUE = '2026-11-10T10:00:30';

describe('between a claim and the mail server', () => {
  let at: PromptHouse;

  beforeAll(async () => {
    process.env.MAIL_PER_PROVIDER_PER_MINUTE = String(LIMIT);
    at = await openPromptHouse();
  });
  afterAll(async () => {
    delete process.env.MAIL_PER_PROVIDER_PER_MINUTE;
    await at.close();
  });
  beforeEach(async () => {
    at.farEnd.forget();
    await at.rows('delete from provider_turns');
  });

  let made = 0;
  /** Mailings that are due at the same moment, to clients with a mailbox at one provider. */
  async function dueMailings(count: number, domain: string): Promise<string[]> {
    const mailings: string[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      await at.setClock('2026-11-02T10:00');
      const by = at.maren;
      const email = `client-${(made += 1)}@${domain}`;
      const { id: clientId } = await aClient(at.house, { by, timeZone: ZONE, email });
      const heldAt = boise('2026-11-09T14:00');
      const session = await aKetamineSession(at.house, { by, clientId, heldAt });
      await aPlan(at.house, { by, clientId });
      await at.setClock('2026-11-09T15:00');
      await at.get(SessionCourseService).completeSession(by, session.id);
      const due = (await standingPrompts(at, clientId)).find(({ code }) => code === 'what-stayed')!;
      mailings.push(due.mailing_id);
    }
    return mailings;
  }
  const send = (ids: readonly string[]) =>
    Promise.all(ids.map((id) => at.get(SendingService).send(at.worker, id)));
  const standing = (ids: readonly string[]) =>
    at.rows<{ status: string; attempts: number; send_at: Date; send_until: Date; sent_on: string | null }>(
      'select status, attempts, send_at, send_until, sent_on from mailings where id = any ($1) order by status desc',
      [ids],
    );

  it('stands a limit for each provider; who is over it waits for the next minute and loses nothing', async () => {
    const ids = await dueMailings(5, 'ellis.example');
    const [other] = await dueMailings(1, 'lanz.example');
    await at.setClock(DUE);
    await send([...ids, other!]);
    const rows = await standing(ids);
    expect(rows.map(({ status }) => status)).toEqual(['sent', 'sent', 'sent', 'scheduled', 'scheduled']);
    for (const late of rows.slice(LIMIT)) {
      expect(late).toMatchObject({ attempts: 0, sent_on: null });
      expect(late.send_at.toISOString()).toBe('2026-11-10T17:01:00.000Z');
      expect(late.send_at < late.send_until).toBe(true);
    }
    expect((await standing([other!]))[0]).toMatchObject({ status: 'sent' });
    await at.setClock('2026-11-10T10:01:01');
    await send(ids);
    expect((await standing(ids)).map(({ status }) => status)).toEqual(Array(5).fill('sent'));
    expect(at.farEnd.mails).toHaveLength(6);
  });

  it('keeps no name of a provider', async () => {
    const [row] = await at.rows<{ text: string | null }>(
      'select string_agg(t::text, $1) as text from provider_turns t',
      [''],
    );
    expect(row!.text ?? '').not.toMatch(/ellis|lanz/);
  });

  it('stands a pause once the mail server has gone; mailings wait it out and lose no attempt', async () => {
    const ids: string[] = [];
    for (const domain of ['a', 'b', 'c', 'd', 'e', 'f']) {
      ids.push(...(await dueMailings(1, `${domain}.example`)));
    }
    await at.setClock(DUE);
    at.farEnd.answer = () => Promise.resolve({ outcome: 'refused-for-now', code: 'ECONNECTION' });
    for (const id of ids.slice(0, 5)) await send([id]);
    expect(at.farEnd.mails).toHaveLength(5);
    await send([ids[5]!]);
    expect(at.farEnd.mails).toHaveLength(5);
    const [waiting] = await standing([ids[5]!]);
    expect(waiting).toMatchObject({ status: 'scheduled', attempts: 0, sent_on: null });
    const wait = waiting!.send_at.getTime() - boise(DUE).epochMilliseconds;
    expect(wait).toBeGreaterThanOrEqual(30_000);
    expect(wait).toBeLessThan(40_000);
    at.farEnd.forget();
    await at.clock.set(Temporal.Instant.from(waiting!.send_at.toISOString()).add({ seconds: 1 }));
    await send([ids[5]!]);
    expect((await standing([ids[5]!]))[0]).toMatchObject({ status: 'sent', attempts: 1 });
    await at.setClock('2026-11-10T10:05');
    await send(ids.slice(0, 5));
    expect((await standing(ids)).map(({ status }) => status)).toEqual(Array(6).fill('sent'));
  });
});
