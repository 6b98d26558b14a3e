import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { insert } from './insert-row.js';

interface Words {
  clinicId: string;
  clientId: string;
  reflectionId: string;
  appointmentId: string;
  /** Who reads the client's words, and made all of this. */
  practitionerId: string;
}

const AT = '2026-11-02T15:00:00Z';

/** What is made of a client's words: threads and their history, marks, notes, what to bring, a finished measure. */
export async function fillWords(admin: Client, words: Words): Promise<void> {
  const { clinicId, clientId, reflectionId, appointmentId, practitionerId } = words;
  const own = { clinic_id: clinicId, client_id: clientId };
  const sealed = Buffer.from('sealed');
  const kept = { body_sealed: sealed, updated_at: AT, version: 1 };
  const [thread, stage] = [randomUUID(), randomUUID()];
  const rows: [string, Record<string, unknown>][] = [
    [
      'measure_results',
      {
        ...own,
        reflection_id: reflectionId,
        code: 'phq-9',
        definition_version: 1,
        body_sealed: sealed,
        completed_at: AT,
      },
    ],
    // Shared: the product may ask about it.
    [
      'threads',
      {
        ...own,
        id: thread,
        body_sealed: sealed,
        created_by: practitionerId,
        created_at: AT,
        shared_at: AT,
        version: 1,
      },
    ],
    [
      'thread_stages',
      {
        ...own,
        id: stage,
        thread_id: thread,
        stage: 'insight',
        evidence_sealed: sealed,
        set_by: practitionerId,
        set_at: AT,
      },
    ],
    [
      'thread_checks',
      {
        ...own,
        id: randomUUID(),
        thread_id: thread,
        stage_id: stage,
        via: 'call',
        recorded_by: practitionerId,
        body_sealed: sealed,
        given_at: AT,
      },
    ],
    [
      'early_signs',
      {
        ...own,
        id: randomUUID(),
        words_sealed: sealed,
        agreed_by: practitionerId,
        agreed_at: AT,
        version: 1,
      },
    ],
    ['reflection_wishes', { ...own, ...kept, reflection_id: reflectionId }],
    ['withdrawn_bodies', { ...own, reflection_id: reflectionId, body_sealed: sealed, withdrawn_at: AT }],
    ['reflection_marks', { ...own, ...kept, reflection_id: reflectionId, staff_member_id: practitionerId }],
    [
      'process_notes',
      {
        ...own,
        id: randomUUID(),
        staff_member_id: practitionerId,
        reflection_id: reflectionId,
        body_sealed: sealed,
        written_at: AT,
        version: 1,
      },
    ],
    ['bring_lists', { ...own, ...kept, appointment_id: appointmentId, staff_member_id: practitionerId }],
  ];
  for (const [table, row] of rows) await insert(admin, table, row);
}
