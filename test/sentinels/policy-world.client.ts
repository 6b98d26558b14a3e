import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { insert } from './insert-row.js';
import { AT, type People } from './policy-people.js';
import { fillSafety } from './policy-world.safety.js';
import { fillWords } from './policy-world.words.js';

/** A client with one row of everything that hangs on one; read by this practitioner. */
export async function aClientWithEverything(
  admin: Client,
  clinicId: string,
  { locationId }: People,
  practitionerId: string,
): Promise<string> {
  const clientId = randomUUID();
  const [series, session, appointment, plan, step, prompt, held, mailing, reflection] = Array.from(
    { length: 9 },
    () => randomUUID(),
  );
  const own = { clinic_id: clinicId, client_id: clientId };
  const sealed = Buffer.from('sealed');
  const soon = new Date(Date.now() + 3_600_000).toISOString();
  const past = new Date(Date.now() - 3_600_000).toISOString();
  const aPrompt = {
    ...own,
    id: prompt,
    plan_id: plan,
    step_id: step,
    anchor_id: session,
    occurrence: 0,
    template_code: 'what-stayed',
    template_version: 1,
    status: 'scheduled',
    held: false,
    // Found only where somebody stands on both rosters.
    priority: 'safety-check',
    informs: false,
    needs_session_id: session,
    nominal_at: AT,
    send_at: past,
    send_until: soon,
    limit_at: soon,
    local_time: 'x',
    reasons: '[]',
    version: 1,
  };
  const aMailing = {
    ...own,
    id: mailing,
    prompt_id: prompt,
    kind: 'first',
    status: 'scheduled',
    send_at: past,
    send_until: soon,
    counts_for_day: true,
    message_id: '<m>',
    attempts: 0,
    retried: false,
  };
  const rows: [string, Record<string, unknown>][] = [
    [
      'clients',
      {
        clinic_id: clinicId,
        id: clientId,
        location_id: locationId,
        name_sealed: sealed,
        email_sealed: sealed,
        email_consent_given_on: '2026-01-05',
        time_zone: 'UTC',
        language: 'en',
        status: 'active',
        pace: 'steady',
        created_at: AT,
        version: 1,
      },
    ],
    ['care_team_members', { ...own, staff_member_id: practitionerId, seat: 'words', joined_at: AT }],
    ['client_keys', { ...own, version: 1, wrapped: sealed, kek_id: 'k' }],
    ['series', { ...own, id: series, status: 'open', opened_on: '2026-11-02', version: 1 }],
    [
      'ketamine_sessions',
      {
        ...own,
        id: session,
        series_id: series,
        location_id: locationId,
        route: 'im',
        setting: 'clinic',
        status: 'completed',
        held_at: AT,
        created_at: AT,
        version: 1,
      },
    ],
    [
      'appointments',
      {
        ...own,
        id: appointment,
        practitioner_id: practitionerId,
        starts_at: soon,
        minutes: 50,
        status: 'booked',
        created_at: AT,
        version: 1,
      },
    ],
    [
      'closing_notes',
      {
        ...own,
        appointment_id: appointment,
        note_sealed: sealed,
        written_by: practitionerId,
        written_at: AT,
      },
    ],
    [
      'integration_plans',
      {
        ...own,
        id: plan,
        template_code: 'steady',
        template_version: 1,
        status: 'live',
        live_from: AT,
        version: 1,
      },
    ],
    [
      'plan_steps',
      {
        ...own,
        plan_id: plan,
        id: step,
        position: 1,
        prompt_template_code: 'what-stayed',
        prompt_template_version: 1,
        spec: '{}',
      },
    ],
    ['prompts', aPrompt],
    // Held: who finds what is due has to see that it is.
    ['prompts', { ...aPrompt, id: held, occurrence: 1, held: true }],
    ['prompt_questions', { ...own, prompt_id: prompt, question_sealed: sealed }],
    ['mailings', aMailing],
    ['mailings', { ...aMailing, id: randomUUID(), prompt_id: held }],
    ['delivery_events', { ...own, id: randomUUID(), mailing_id: mailing, kind: 'bounced', at: AT }],
    ['consents', { ...own, id: randomUUID(), text_version: 1, language: 'en', how: 'by-link', given_at: AT }],
    ['reply_unlocks', { ...own, browser_hash: sealed, until: soon }],
    ['drafts', { ...own, prompt_id: prompt, browser_hash: sealed, body_sealed: sealed, saved_at: AT }],
    ['reflections', { ...own, id: reflection, body_sealed: sealed, sent_at: AT, version: 1 }],
    ['readings', { ...own, reflection_id: reflection, staff_member_id: practitionerId, read_at: AT }],
  ];
  for (const [table, row] of rows) await insert(admin, table, row);
  const words = {
    clinicId,
    clientId,
    reflectionId: reflection!,
    appointmentId: appointment!,
    practitionerId,
  };
  await fillWords(admin, words);
  await fillSafety(admin, words);
  return clientId;
}
