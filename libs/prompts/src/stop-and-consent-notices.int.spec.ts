import { ConsentCourseService } from '@app/course/consent-course.service.js';
import { ClientCourseService } from '@app/course/client-course.service.js';
import { PaceCourseService } from '@app/course/pace-course.service.js';
import { ReplyDoorService } from '@app/course/reply-door.service.js';
import { RestCourseService } from '@app/course/rest-course.service.js';
import { StartAgainService } from '@app/course/start-again.service.js';
import { StopCourseService } from '@app/course/stop-course.service.js';
import { ClientsService } from '@app/clients/clients.service.js';
import { aKetamineSession } from '../../../test/factories/ketamine-session.factory.js';
import { aPlan } from '../../../test/factories/plan.factory.js';
import { noticesOf, tokenIn } from './client-notices.test-support.js';
import { aDueQuestion } from './due-question.test-support.js';
import { boise, openPromptHouse, type PromptHouse, ZONE } from './prompts.test-support.js';

describe('e-mails about the e-mails', () => {
  let at: PromptHouse;
  let clientId: string;

  beforeAll(async () => {
    at = await openPromptHouse();
  });
  beforeEach(async () => {
    ({ clientId } = await aDueQuestion(at));
  });
  afterEach(() => at.rows('update clinics set double_opt_in = false'));
  afterAll(() => at.close());

  const { consents, entry, notices, sendDue } = noticesOf(() => ({ at, clientId }));

  it('ends with a stop: consent withdrawn, everything unsent taken back, one mail with the way back', async () => {
    await at.get(PaceCourseService).rest(await entry(), 'week');
    await at.get(StopCourseService).stop(await entry(), { tells: true });
    expect(await consents()).toEqual([{ how: 'with-staff', stands: false }]);
    const waiting = await at.rows<{ kind: string }>(
      "select kind from mailings where client_id = $1 and status = 'scheduled'",
      [clientId],
    );
    expect(waiting).toEqual([{ kind: 'stopped' }]);
    const view = await at.get(ClientsService).read(at.maren, clientId);
    expect(view).toMatchObject({ rest: null, consent: null, emailConsent: null });
    expect(view.stoppedAt).not.toBeNull();
    await sendDue();
    expect(at.farEnd.mails.map(({ subject }) => subject)).toEqual(['You stopped these e-mails']);
  });

  it('starts again after a stop only by a second yes', async () => {
    await at.get(StopCourseService).stop(await entry(), { tells: false });
    const starts = at.get(StartAgainService);
    expect(await starts.startAgain(await entry())).toBe('asked');
    expect(await starts.startAgain(await entry())).toBe('asked');
    expect(await notices('opt_in')).toHaveLength(1);
    await sendDue();
    const [mail] = at.farEnd.mails;
    expect(mail!.subject).toBe('May we write to you?');
    const door = await at.get(ReplyDoorService).entry(tokenIn(mail!.text));
    expect(door).toMatchObject({ kind: 'opt_in', purpose: 'opt-in' });
    expect((await at.get(ClientsService).read(at.maren, clientId)).stoppedAt).not.toBeNull();
    expect(await starts.consent(door!, { shared: true })).toBe('given');
    expect(await starts.consent(door!, { shared: null })).toBe('given');
    const view = await at.get(ClientsService).read(at.maren, clientId);
    expect(view).toMatchObject({
      stoppedAt: null,
      mailboxShared: true,
      consent: { textVersion: 1, how: 'by-link', recordedByName: null },
      emailConsent: { givenOn: '2026-11-10' },
    });
    expect(await consents()).toEqual([
      { how: 'with-staff', stands: false },
      { how: 'by-link', stands: true },
    ]);
    // What an older mail asked about is no yes to what came after the next stop.
    await at.setClock('2026-11-10T10:30');
    await at.get(StopCourseService).stop(await entry(), { tells: false });
    expect(await starts.consent(door!, { shared: null })).toBe('too-old');
    expect((await at.get(ClientsService).read(at.maren, clientId)).stoppedAt).not.toBeNull();
  });

  it('lets staff bring nobody back who has stopped', async () => {
    await at.get(StopCourseService).stop(await entry(), { tells: false });
    const { version } = await at.get(ClientsService).read(at.maren, clientId);
    const emailConsent = { givenOn: '2026-11-10', how: 'on the phone' };
    await expect(
      at.get(ClientCourseService).changeClient(at.maren, clientId, { version, emailConsent }),
    ).rejects.toMatchObject({ code: 'needs-opt-in' });
    await expect(at.get(RestCourseService).begin(at.maren, clientId, 'week')).rejects.toMatchObject({
      code: 'client-stopped',
    });
    await at.get(ConsentCourseService).ask(at.coordinator, clientId);
    expect(await notices('opt_in')).toHaveLength(1);
  });

  it('asks a new client of a clinic that asks twice, and sends nothing else before the yes', async () => {
    await at.rows('update clinics set double_opt_in = true where clinic_id = $1', [at.clinic.clinicId]);
    const added = await at.get(ConsentCourseService).addClient(at.maren, {
      name: 'Teodor Lanz',
      email: `teodor-${Date.now()}@lanz.example`,
      timeZone: ZONE,
      emailConsent: { givenOn: '2026-11-02', how: 'on paper' },
    });
    clientId = added.id;
    expect([added.consent, added.emailConsent]).toEqual([null, null]);
    expect(await notices('opt_in')).toHaveLength(1);
    const heldAt = boise('2026-11-10T09:00');
    await aKetamineSession(at.house, { by: at.maren, clientId, heldAt, status: 'completed' });
    await aPlan(at.house, { by: at.maren, clientId });
    expect(await notices('opt_in')).toHaveLength(1);
    const { version } = await at.get(ClientsService).read(at.maren, clientId);
    const email = `teodor-new-${Date.now()}@lanz.example`;
    await at
      .get(ClientCourseService)
      .changeClient(at.maren, clientId, { version, email, voiceChecked: true });
    expect((await notices('opt_in')).map(({ status }) => status)).toEqual(['withdrawn', 'scheduled']);
    for (const time of ['2026-11-10T12:00', '2026-11-11T10:01', '2026-11-13T11:00']) {
      await at.setClock(time);
      await sendDue();
    }
    const mine = at.farEnd.mails;
    expect(mine.map(({ subject }) => subject)).toEqual(['May we write to you?']);
    const door = await at.get(ReplyDoorService).entry(tokenIn(mine[0]!.text));
    await at.get(StartAgainService).consent(door!, { shared: false });
    for (let day = 14; day <= 20; day += 1) {
      for (const hour of ['10:30', '19:30']) {
        await at.setClock(`2026-11-${day}T${hour}`);
        await sendDue();
      }
    }
    expect(at.farEnd.mails.map(({ subject }) => subject)).toContain('A short question from Maren');
  });
});
