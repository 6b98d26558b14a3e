import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicy } from './policies.js';

/** Settings of a clinic transaction, the clock, service keys, idempotency. */
export class CreatePlatform20261101000100 implements MigrationInterface {
  name = 'CreatePlatform20261101000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke all on schema public from public;
      grant usage on schema public to throughline_app, throughline_finder;

      create function app_clinic() returns uuid language sql stable parallel safe as
        $$ select nullif(current_setting('app.clinic_id', true), '')::uuid $$;
      create function app_kind() returns text language sql stable parallel safe as
        $$ select nullif(current_setting('app.kind', true), '') $$;
      create function app_staff_member() returns uuid language sql stable parallel safe as
        $$ select nullif(current_setting('app.staff_member_id', true), '')::uuid $$;
      create function app_client() returns uuid language sql stable parallel safe as
        $$ select nullif(current_setting('app.client_id', true), '')::uuid $$;
      create function app_roles() returns text[] language sql stable parallel safe as
        $$ select string_to_array(coalesce(current_setting('app.roles', true), ''), ',') $$;
      create function app_is_system() returns boolean language sql stable parallel safe as
        $$ select coalesce(app_kind() = 'system', false) $$;
      create function app_sees_every_client() returns boolean language sql stable parallel safe as
        $$ select app_is_system()
             or (coalesce(app_kind() = 'staff', false) and app_roles() && array['admin', 'coordinator']) $$;

      create table app_clock (
        single boolean primary key default true check (single),
        shift interval not null
      );
      comment on table app_clock is 'Test-only: moves app_now(). A production boot refuses a row here.';
      grant select on app_clock to throughline_app, throughline_finder;
      create function app_now() returns timestamptz language sql stable as
        $$ select date_trunc('milliseconds', now()) + coalesce((select shift from app_clock), interval '0') $$;

      create table service_keys (
        name text primary key,
        wrapped bytea not null,
        kek_id text not null
      );
      grant select, insert on service_keys to throughline_app;

      create table clinic_keys (
        clinic_id uuid not null,
        version integer not null,
        wrapped bytea not null,
        kek_id text not null,
        primary key (clinic_id, version)
      );
      ${tenantPolicy('clinic_keys', 'select, insert')}

      create table idempotency_keys (
        clinic_id uuid not null,
        actor text not null check (length(actor) <= 100),
        key text not null check (length(key) between 1 and 200),
        route text not null,
        body_hash bytea not null,
        resource_id uuid,
        status integer,
        created_at timestamptz not null,
        primary key (clinic_id, actor, key)
      );
      ${tenantPolicy('idempotency_keys')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not taken back.');
  }
}
