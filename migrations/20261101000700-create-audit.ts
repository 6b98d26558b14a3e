import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicy } from './policies.js';

/** Who read or changed what: insert-only for the application. */
export class CreateAudit20261101000700 implements MigrationInterface {
  name = 'CreateAudit20261101000700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_events (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        at timestamptz not null,
        actor_kind text not null check (actor_kind in ('staff', 'client', 'system')),
        actor_id uuid,
        roles text[] not null,
        job text,
        action text not null,
        subject_type text not null,
        subject_ids uuid[] not null,
        client_ids uuid[] not null,
        request_id text,
        ip text,
        primary key (clinic_id, id)
      );
      create index audit_events_at on audit_events (clinic_id, at);
      ${tenantPolicy('audit_events', 'insert')}
      create policy audit_events_admin on audit_events as restrictive for select to throughline_app
        using (coalesce('admin' = any ((select app_roles())::text[]), false));
      grant select on audit_events to throughline_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not taken back.');
  }
}
