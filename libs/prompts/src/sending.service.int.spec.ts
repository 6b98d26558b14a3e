import { Keyring } from '@app/platform/encryption/keyring.js';
import { unseal } from '@app/platform/encryption/sealing.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { DispatchService } from './dispatch.service.js';
import { aDueQuestion, DUE, promptOf } from './due-question.test-support.js';
import { boise, openPromptHouse, type PromptHouse, type StandingPrompt } from './prompts.test-support.js';
import { SendingService } from './sending.service.js';

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
  const found = async () => {
    const rows = await at.house.db.acrossClinics<{ mailing_id: string }>(
      'select mailing_id from find_due_mailings_across_clinics(100)',
    );
    return rows.some(({ mailing_id }) => mailing_id === due.mailing_id);
  };

  it('mails it once, and opens the prompt for 14 days', async () => {
    expect(await found()).toBe(true);
    await send();
    await send();
    expect(at.farEnd.mails).toHaveLength(1);
    const after = await standing('what-stayed');
    expect(after).toMatchObject({ status: 'sent', mailing: 'sent', sent_on: '2026-11-10' });
    expect(after.closes_at!.getTime() - boise(DUE).epochMilliseconds).toBeGreaterThanOrEqual(
      14 * 24 * 3_600_000,
    );
    expect(await found()).toBe(false);
  });

  it('mails it once when two workers take it at the same moment', async () => {
    await Promise.all([send(), send(), send(), send()]);
    expect(at.farEnd.mails).toHaveLength(1);
  });

  it('puts no question and no word of anybody into the e-mail', async () => {
    await send();
    const { subject, text, html, headers } = at.farEnd.mails[0]!;
    const everything = [subject, text, html, JSON.stringify(headers)].join('\n');
    expect(everything).not.toMatch(/ketamine|session|what stayed|Ellis/i);
    expect(subject).not.toContain('Rowan');
  });

  it('copies the question for those who read, and cannot read it itself', async () => {
    await send();
    const readAs = (actor: typeof at.maren | typeof at.worker) =>
      at.house.db.inClinic(actor, async (tx) => {
        const [row] = await tx.query<{ question_sealed: Buffer }>(
          'select question_sealed from prompt_questions where clinic_id = $1 and prompt_id = $2',
          [actor.clinicId, due.id],
        );
        if (!row) return null;
        const key = await at.get(Keyring).client(tx, clientId);
        const binding = { clinicId: actor.clinicId, label: 'prompt.question', rowId: due.id };
        return JSON.parse(unseal(key, binding, row.question_sealed)) as { question: string };
      });
    expect(await readAs(at.worker)).toBeNull();
    expect(await readAs(at.coordinator)).toBeNull();
    expect(await readAs(at.maren)).toMatchObject({ question: promptTemplate('what-stayed', 1).question });
  });

  it.each<[string, string]>([
    ['it is held', 'update prompts set held = true where id = $1'],
    ['staff cancelled it', "update prompts set status = 'cancelled' where id = $1"],
    ['the schedule took it back', "update prompts set status = 'withdrawn' where id = $1"],
    ['it was answered', "update prompts set status = 'answered' where id = $1"],
    [
      'its window has not begun',
      "update mailings set send_at = app_now() + interval '1 minute' where prompt_id = $1",
    ],
    ['its window has closed', 'update mailings set send_until = app_now() where prompt_id = $1'],
    ['the mailing was withdrawn', "update mailings set status = 'withdrawn' where prompt_id = $1"],
    ['the far end refused it before', "update mailings set status = 'failed' where prompt_id = $1"],
    ['nobody knows whether it arrived', "update mailings set status = 'unknown' where prompt_id = $1"],
    [
      'the session was not marked completed',
      "update ketamine_sessions s set status = 'planned' from prompts p where p.id = $1 and s.id = p.needs_session_id",
    ],
    [
      'the session was cancelled',
      "update ketamine_sessions s set status = 'cancelled' from prompts p where p.id = $1 and s.id = p.needs_session_id",
    ],
    [
      'the client did not come',
      "update ketamine_sessions s set status = 'no_show' from prompts p where p.id = $1 and s.id = p.needs_session_id",
    ],
  ])('leaves it when %s', async (_, sql) => {
    await at.rows(sql, [due.id]);
    await send();
    expect(at.farEnd.mails).toHaveLength(0);
  });

  it.each<[string, string]>([
    ['rests', "rest_from = app_now() - interval '1 hour'"],
    [
      'rests until tomorrow',
      "rest_from = app_now() - interval '1 hour', rest_until = app_now() + interval '1 day'",
    ],
    ['said stop', 'stopped_at = app_now()'],
    ['has an address that takes no mail', 'suppressed_at = app_now()'],
    ['did not agree to e-mail', 'email_consent_given_on = null, email_consent_how = null'],
    ['has no address', 'email_sealed = null, email_hash = null'],
    ['is on hold', "status = 'on_hold'"],
    ['went elsewhere', "status = 'transferred'"],
    ['was discharged', "status = 'discharged'"],
    ['died', "status = 'died'"],
  ])('leaves it when the client %s, a staff dispatch included', async (_, columns) => {
    await at.rows(`update clients set ${columns} where id = $1`, [clientId]);
    expect(await found()).toBe(false);
    await send();
    await at.rows('update mailings set dispatched_by = $2 where id = $1', [
      due.mailing_id,
      at.maren.staffMemberId,
    ]);
    await send();
    expect(at.farEnd.mails).toHaveLength(0);
    await expect(at.get(DispatchService).dispatch(at.maren, due.id)).rejects.toMatchObject({ status: 409 });
  });

  it('sends it after a rest that has ended', async () => {
    await at.rows(
      "update clients set rest_from = app_now() - interval '2 days', rest_until = app_now() where id = $1",
      [clientId],
    );
    await send();
    expect(at.farEnd.mails).toHaveLength(1);
  });

  it('does not reach into another clinic', async () => {
    await at.get(SendingService).send({ ...at.worker, clinicId: at.stranger.clinicId }, due.mailing_id);
    expect(at.farEnd.mails).toHaveLength(0);
  });

  it('mails the nudge once its day comes, and no second one', async () => {
    await send();
    const [nudge] = await at.rows<{ id: string }>(
      "select id from mailings where prompt_id = $1 and kind = 'nudge'",
      [due.id],
    );
    const sendNudge = () => at.get(SendingService).send(at.worker, nudge!.id);
    await sendNudge();
    expect(at.farEnd.mails).toHaveLength(1);
    await at.setClock('2026-11-11T10:01');
    await Promise.all([sendNudge(), sendNudge()]);
    expect(at.farEnd.mails).toHaveLength(2);
    expect(at.farEnd.mails[1]!.messageId).not.toBe(at.farEnd.mails[0]!.messageId);
  });

  it('writes what became of it into the audit, without content', async () => {
    await send();
    const rows = await at.rows<{ action: string; actor_kind: string; job: string }>(
      'select action, actor_kind, job from audit_events where $1 = any (subject_ids)',
      [due.mailing_id],
    );
    expect(rows).toEqual([{ action: 'mailing.sent', actor_kind: 'system', job: 'send-mailing' }]);
  });

  it('hands nothing over when its claim cannot be kept', async () => {
    await at.rows('delete from client_keys where client_id = $1', [clientId]);
    await expect(send()).rejects.toMatchObject({ status: 404 });
    expect(at.farEnd.mails).toHaveLength(0);
    expect(await standing('what-stayed')).toMatchObject({ mailing: 'scheduled', attempts: 0 });
  });
});
