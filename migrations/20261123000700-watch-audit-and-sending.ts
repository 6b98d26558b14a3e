import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction } from './policies.js';

/** What the command that checks the audit log and the figures of /metrics ask across clinics. */
export class WatchAuditAndSending20261123000700 implements MigrationInterface {
  name = 'WatchAuditAndSending20261123000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_unsealed add column waiting_since timestamptz not null default app_now();

      -- The log is read newest first, from where the page before it ended.
      drop index audit_events_at;
      create index audit_events_page on audit_events (clinic_id, at, id);
      create index mailings_unknown on mailings (clinic_id, sent_at) where status = 'unknown';

      ${finderFunction(
        'find_clinics_across_clinics()',
        'table (clinic_id uuid)',
        `select c.clinic_id from public.clinics c order by c.clinic_id`,
      )}
      -- Counts and ages of the whole service: no id, no clinic, no person.
      ${finderFunction(
        'find_watch_figures_across_clinics()',
        `table (oldest_due_seconds double precision, dead_leases integer, unknown_mailings integer,
           unsealed_events integer, oldest_unsealed_seconds double precision)`,
        `select
           (select coalesce(extract(epoch from public.app_now() - min(m.send_at)), 0)::double precision
            from public.find_due_mailings_across_clinics(1) d
            join public.mailings m on m.clinic_id = d.clinic_id and m.id = d.mailing_id),
           (select count(*)::integer from public.mailings m
            where m.status = 'sending' and m.lease_until < public.app_now()),
           (select count(*)::integer from public.mailings m
            where m.status = 'unknown' and m.sent_at > public.app_now() - interval '7 days'),
           (select count(*)::integer from public.audit_unsealed u),
           (select coalesce(extract(epoch from public.app_now() - min(u.waiting_since)), 0)::double precision
            from public.audit_unsealed u)`,
      )}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Seals are never taken back.');
  }
}
