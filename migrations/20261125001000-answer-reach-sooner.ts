import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asFinder, finderFunction } from './policies.js';

/** The clients of a practitioner: their own seats, the seats of those they cover, and break-glass. */
const clientsInReach = (seats: string) => `select case
  when app_kind() = 'staff' and 'practitioner' = any (app_roles()) then coalesce((
    select array_agg(distinct reached.client_id) from (
      select t.client_id from public.care_team_members t
      where t.clinic_id = app_clinic() and t.staff_member_id = app_staff_member() ${seats}
      union all
      select t.client_id from public.absences a
      join public.care_team_members t on t.clinic_id = a.clinic_id and t.staff_member_id = a.staff_member_id
      where a.clinic_id = app_clinic() and a.cover_id = app_staff_member() and a.ended_at is null
        and a.starts_at <= public.app_now() and public.app_now() < a.ends_at ${seats}
      union all
      select b.client_id from public.break_glass_accesses b
      where b.clinic_id = app_clinic() and b.staff_member_id = app_staff_member() and b.ended_at is null
        and b.opened_at <= public.app_now() and public.app_now() < b.ends_at
    ) reached), '{}')
  else '{}'::uuid[] end`;

/**
 * A client reaches themself: no table has to be asked. Of staff, a transaction of a single statement may look once and
 * say so in a setting of its own; every other asks anew each time. Not a function of the finder role, so that the
 * planner puts it where it is called: policies call it for every table.
 */
const reach = (name: 'care' | 'word') => `
  create or replace function app_${name}_clients() returns uuid[] language sql stable as $$
    select case when app_kind() = 'client' then array[app_client()]
      else coalesce(nullif(current_setting('app.${name}_clients', true), '')::uuid[], app_find_${name}_clients()) end
  $$;`;

export class AnswerReachSooner20261125001000 implements MigrationInterface {
  name = 'AnswerReachSooner20261125001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${finderFunction('app_find_care_clients()', 'uuid[]', clientsInReach(''))}
      ${finderFunction(
        'app_find_word_clients()',
        'uuid[]',
        clientsInReach("and t.seat in ('words', 'supervisor')"),
      )}
      ${asFinder(`${reach('care')} ${reach('word')}`)}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Who reaches whom is not taken back.');
  }
}
