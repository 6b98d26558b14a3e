import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction, finderPolicy, tenantPolicy } from './policies.js';

/**
 * Seals over the audit log, and refusals in it. What is not sealed yet stands in a queue of its own: writers
 * only add to it, so nobody waits for the head of a chain, and a late row joins the next seal.
 */
export class CreateAuditSeals20261123000400 implements MigrationInterface {
  name = 'CreateAuditSeals20261123000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table audit_events
        add column outcome text not null default 'done' check (outcome in ('done', 'refused')),
        -- Of a refusal: the method and the pattern of the path, never the path itself.
        add column operation text check (length(operation) <= 200);
      create index audit_events_clients on audit_events using gin (client_ids);

      drop policy audit_events_admin on audit_events;
      create policy audit_events_admin on audit_events as restrictive for select to throughline_app
        using ((select app_is_admin()) or (select app_is_system()));

      create table audit_unsealed (
        clinic_id uuid not null references clinics (clinic_id),
        event_id uuid not null,
        primary key (clinic_id, event_id),
        foreign key (clinic_id, event_id) references audit_events (clinic_id, id)
      );
      ${tenantPolicy('audit_unsealed', 'select, insert, delete')}
      ${finderPolicy('audit_unsealed')}
      create policy audit_unsealed_system_select on audit_unsealed as restrictive for select to throughline_app
        using ((select app_is_system()) or (select app_is_admin()));
      create policy audit_unsealed_system_delete on audit_unsealed as restrictive for delete to throughline_app
        using ((select app_is_system()));

      create table audit_seals (
        clinic_id uuid not null references clinics (clinic_id),
        seq bigint not null check (seq >= 1),
        row_ids uuid[] not null check (cardinality(row_ids) >= 1),
        hash bytea not null check (octet_length(hash) = 32),
        sealed_at timestamptz not null,
        primary key (clinic_id, seq)
      );
      ${tenantPolicy('audit_seals', 'select, insert')}
      create policy audit_seals_read on audit_seals as restrictive for select to throughline_app
        using ((select app_is_system()) or (select app_is_admin()));
      create policy audit_seals_add on audit_seals as restrictive for insert to throughline_app
        with check ((select app_is_system()));

      create function refuse_change() returns trigger language plpgsql as
        $$ begin raise exception 'This table is only ever added to.' using errcode = 'insufficient_privilege'; end $$;
      create trigger audit_events_insert_only before update or delete or truncate on audit_events
        for each statement execute function refuse_change();
      create trigger audit_seals_insert_only before update or delete or truncate on audit_seals
        for each statement execute function refuse_change();

      ${finderFunction(
        'find_clinics_with_unsealed_audit_across_clinics()',
        'table (clinic_id uuid)',
        `select distinct u.clinic_id from public.audit_unsealed u`,
      )}
      -- What was written before seals were. FORCE binds the owner too, so clinic by clinic.
      do $$
      declare
        clinic uuid;
        known uuid[];
      begin
        set local role throughline_finder;
        select array_agg(c.clinic_id) into known from clinics c;
        reset role;
        foreach clinic in array coalesce(known, '{}') loop
          perform set_config('app.clinic_id', clinic::text, true);
          insert into audit_unsealed (clinic_id, event_id)
            select e.clinic_id, e.id from audit_events e where e.clinic_id = clinic;
        end loop;
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Seals are never taken back.');
  }
}
