import { ConsentCourseService } from '@app/course/consent-course.service.js';
import { PaceCourseService } from '@app/course/pace-course.service.js';
import { ReplyDoorService } from '@app/course/reply-door.service.js';
import { RestCourseService } from '@app/course/rest-course.service.js';
import { SessionCourseService } from '@app/course/session-course.service.js';
import { StartAgainService } from '@app/course/start-again.service.js';
import { StopCourseService } from '@app/course/stop-course.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { ClientNotices } from './client-notices.service.js';
import { ClosingService } from './closing.service.js';
import { noticesOf, tokenIn } from './client-notices.test-support.js';
import { aDueQuestion } from './due-question.test-support.js';
import { boise, openPromptHouse, type PromptHouse, standingPrompts } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

describe('e-mails about the e-mails', () => {
  let at: PromptHouse;
  let clientId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    ({ clientId } = await aDueQuestion(at));
  });
  afterAll(() => at.close());

  const { dueNow, entry, notices, sendDue, setStatus, theQuestion } = noticesOf(() => ({ at, clientId }));

  it('carries a second link to rest, pace and stop in the e-mail of a question', async () => {
    await sendDue();
    const [mail] = at.farEnd.mails;
    expect(mail!.text).toMatch(/Rest, pace or stop: \S+\/r\/[\w-]{43}\/pace\n/);
    const [, token] = /\/r\/([\w-]{43})\/pace/.exec(mail!.text)!;
    expect(await at.get(ReplyDoorService).entry(token!)).toMatchObject({ kind: 'first', purpose: 'reply' });
    expect(mail!.headers!['List-Unsubscribe']).toMatch(/\/r\/stop\//);
  });

  it('tells of a rest at once, with a way back that works again and again', async () => {
    await at.get(PaceCourseService).rest(await entry(), 'three-days');
    await sendDue();
    const [mail, ...more] = at.farEnd.mails;
    expect(more).toEqual([]);
    expect(mail!.subject).toBe('Your questions rest now');
    expect(mail!.text).toContain('They come back on Friday 13 November.');
    const token = tokenIn(mail!.text);
    await at.setClock('2027-06-01T10:00');
    for (let times = 0; times < 2; times += 1) {
      const door = await at.get(ReplyDoorService).entry(token);
      expect(door).toMatchObject({ kind: 'rest_begun', purpose: 'start-again', promptId: null, clientId });
      expect(await at.get(StartAgainService).startAgain(door!)).toBe('started');
    }
  });

  it('says when a rest is over, on its day and outside quiet hours, and once', async () => {
    await at.get(PaceCourseService).rest(await entry(), 'three-days');
    await sendDue();
    at.farEnd.forget();
    expect(await notices('rest_over')).toMatchObject([{ status: 'scheduled', at: '2026-11-13 08:00' }]);
    await at.setClock('2026-11-13T07:59');
    await sendDue();
    expect(at.farEnd.mails).toEqual([]);
    await at.setClock('2026-11-13T08:01');
    await sendDue();
    expect(at.farEnd.mails.map(({ subject }) => subject)).toContain('The questions come again');
    await at.get(ClosingService).planAgain(at.worker, clientId);
    expect(await notices('rest_over')).toMatchObject([{ status: 'sent' }]);
  });

  it('takes back what says that a rest is over when the rest changes', async () => {
    const pace = at.get(PaceCourseService);
    await pace.rest(await entry(), 'three-days');
    await pace.rest(await entry(), 'week');
    const standing = (await notices('rest_over')).filter(({ status }) => status === 'scheduled');
    expect(standing).toMatchObject([{ at: '2026-11-17 08:00' }]);
    await pace.endRest(await entry());
    const kinds = [...(await notices('rest_over')), ...(await notices('rest_begun'))];
    expect(kinds.filter(({ status }) => status === 'scheduled')).toEqual([]);
    await sendDue();
    await at.setClock('2026-11-18T10:00');
    await sendDue();
    expect(at.farEnd.mails.map(({ subject }) => subject)).not.toContain('The questions come again');
  });

  it.each(['rest', 'stop'] as const)('sends no question that was due as a %s began', async (wish) => {
    const { mailing_id: mailingId } = await theQuestion();
    expect(await dueNow()).toContain(mailingId);
    const by = await entry();
    // Whoever comes first: the claim, or the client. Never both.
    await Promise.all([
      wish === 'rest'
        ? at.get(PaceCourseService).rest(by, 'open')
        : at.get(StopCourseService).stop(by, { tells: false }),
      at.get(SendingService).send(at.worker, mailingId),
    ]);
    const left = at.farEnd.mails.length;
    const { status } = await theQuestion();
    expect([left, status]).toEqual(left === 1 ? [1, 'sent'] : [0, wish === 'rest' ? 'rested' : 'withdrawn']);
    at.farEnd.forget();
    await at.get(SendingService).send(at.worker, mailingId);
    expect(at.farEnd.mails).toEqual([]);
  });

  it('goes on when a new ketamine session is recorded: no session ends a rest', async () => {
    await at.get(PaceCourseService).rest(await entry(), 'open');
    const heldAt = boise('2026-11-12T14:00');
    const { id } = await aKetamineSession(at.house, { by: at.maren, clientId, heldAt });
    await at.setClock('2026-11-12T16:00');
    await at.get(SessionCourseService).completeSession(at.maren, id);
    const view = await at.get(ClientsService).read(at.maren, clientId);
    expect(view.rest).toMatchObject({ until: null, by: 'client' });
    const waiting = (await standingPrompts(at, clientId)).filter(({ status }) => status === 'scheduled');
    expect(waiting).toEqual([]);
  });

  it('sends what the clinic wished for outside quiet hours, too', async () => {
    await at.setClock('2026-11-10T22:30');
    await at.get(RestCourseService).begin(at.coordinator, clientId, 'week');
    expect(await notices('rest_begun')).toMatchObject([{ at: '2026-11-11 08:00' }]);
    await sendDue();
    expect(at.farEnd.mails).toEqual([]);
  });

  it('is withdrawn, all of it, when a client dies or leaves', async () => {
    for (const status of ['died', 'discharged', 'transferred'] as const) {
      await at.get(PaceCourseService).rest(await entry(), 'week');
      await setStatus(status);
      const waiting = await at.rows(
        "select kind from mailings where client_id = $1 and status = 'scheduled'",
        [clientId],
      );
      expect([status, waiting]).toEqual([status, []]);
      expect(await at.get(PaceCourseService).rest(await entry(), 'open')).toBe('not-in-care');
      await expect(at.get(ConsentCourseService).ask(at.maren, clientId)).rejects.toMatchObject({
        code: 'client-not-active',
      });
      await setStatus('active');
      await at.get(PaceCourseService).endRest(await entry());
    }
  });

  it('waits while a client is on hold', async () => {
    await at.get(PaceCourseService).rest(await entry(), 'three-days');
    await sendDue();
    at.farEnd.forget();
    await setStatus('on_hold');
    await at.setClock('2026-11-13T10:00');
    await sendDue();
    expect(at.farEnd.mails).toEqual([]);
  });

  it.each([
    ['rest_begun', "status = 'died'"],
    ['rest_begun', 'stopped_at = now()'],
    ['rest_begun', 'rest_from = null'],
    ['rest_over', "rest_from = app_now(), rest_until = app_now() + interval '3 days'"],
    ['rest_over', "status = 'on_hold'"],
    ['stopped', 'stopped_at = null'],
    ['stopped', "status = 'discharged'"],
    ['opt_in', "suppressed_at = now(), suppressed_why = 'bounced'"],
    ['opt_in', "status = 'transferred'"],
  ] as const)('is refused by the claim itself: %s, once %s', async (kind, change) => {
    const arrange = {
      rest_begun: 'rest_from = app_now()',
      rest_over: "rest_from = app_now() - interval '3 days', rest_until = app_now()",
      stopped: 'stopped_at = app_now()',
      opt_in: 'stopped_at = app_now()',
    }[kind];
    const subject = async (what: string) => {
      at.farEnd.forget();
      await at.rows(`update clients set ${what} where id = $1`, [clientId]);
      await at.house.db.inClinic(at.worker, (tx) =>
        at.get(ClientNotices).add(tx, clientId, kind, { isAtOnce: true }),
      );
      const id = (await notices(kind)).find(({ status }) => status === 'scheduled')!.id;
      await at.get(SendingService).send(at.worker, id);
      return at.farEnd.mails.length;
    };
    expect([await subject(arrange), await subject(change)]).toEqual([1, 0]);
  });

  it('never touches a question: refused, unknown, or its worker lost', async () => {
    const questions = async () => (await standingPrompts(at, clientId)).map(({ id, status }) => [id, status]);
    for (const outcome of ['refused', 'unknown'] as const) {
      await at.get(PaceCourseService).rest(await entry(), outcome === 'refused' ? 'week' : 'open');
      at.farEnd.answer = () =>
        Promise.resolve(outcome === 'refused' ? { outcome, code: '550' } : { outcome, why: 'timeout' });
      const before = await questions();
      await sendDue();
      expect(await questions()).toEqual(before);
      const last = (await notices('rest_begun')).at(-1);
      expect(last!.status).toBe(outcome === 'refused' ? 'failed' : 'unknown');
    }
    await at.get(RestCourseService).begin(at.maren, clientId, 'three-days');
    const lost = (await notices('rest_begun')).at(-1)!;
    await at.rows(
      "update mailings set status = 'sending', lease_until = app_now() - interval '1 second' where id = $1",
      [lost.id],
    );
    const before = await questions();
    await at.get(SendingService).giveUpLease(at.worker, lost.id);
    expect(await questions()).toEqual(before);
    expect((await notices('rest_begun')).find(({ id }) => id === lost.id)!.status).toBe('unknown');
  });

  it('goes at the next opening when its hours went by, as long as it still holds', async () => {
    await at.get(PaceCourseService).rest(await entry(), 'week');
    const [begun] = await notices('rest_begun');
    await at.setClock('2026-11-11T03:00');
    const overdue = await at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_overdue_mailings_across_clinics()',
    );
    expect(overdue.map((row) => row.mailing_id)).toContain(begun!.id);
    await at.get(ClosingService).settleOverdue(at.worker, begun!.id);
    expect(await notices('rest_begun')).toMatchObject([{ status: 'scheduled', at: '2026-11-11 08:00' }]);
    await at.setClock('2026-11-20T03:00');
    await at.get(ClosingService).settleOverdue(at.worker, begun!.id);
    expect(await notices('rest_begun')).toMatchObject([{ status: 'withdrawn' }]);
  });
});
