import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction } from './policies.js';

/** What was promised about reading when something was sent, and a morning mail of counts for staff. */
export class KeepReadingPromises20261124000400 implements MigrationInterface {
  name = 'KeepReadingPromises20261124000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table reflections
        add column promised_by timestamptz,
        -- "Can this wait?": yes, or please by the next working day.
        add column wait text not null default 'can-wait' check (wait in ('can-wait', 'next-working-day'));
      create index reflections_unread on reflections (clinic_id, promised_by) where first_read_at is null;
      alter table clinics add column tells_when_read boolean not null default true;

      alter table staff_members
        add column wants_digest boolean not null default true,
        -- Local date at their location.
        add column digest_on date;
      alter table account_mails add column figures jsonb;
      ${finderFunction(
        'find_due_digests_across_clinics()',
        'table (clinic_id uuid, staff_member_id uuid)',
        `select s.clinic_id, s.id from public.staff_members s
         join public.locations l on l.clinic_id = s.clinic_id and l.id = s.location_id
         where s.status = 'active' and s.wants_digest and 'practitioner' = any (s.roles)
           and extract(isodow from public.app_now() at time zone l.time_zone)::integer = any (l.open_days)
           and (public.app_now() at time zone l.time_zone)::time >= l.open_from
           and (public.app_now() at time zone l.time_zone)::time < l.open_to
           and s.digest_on is distinct from (public.app_now() at time zone l.time_zone)::date
         limit 1000`,
      )}
      create policy locations_finder on locations for select to throughline_finder using (true);
      grant select on locations to throughline_finder;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Promises are never taken back.');
  }
}
