import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderPolicy, tenantPolicy } from './policies.js';

/** Accounts and sign-ins (account level, no clinic), clinics, locations, staff. */
export class CreateClinics20261101000200 implements MigrationInterface {
  name = 'CreateClinics20261101000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table accounts (
        id uuid primary key,
        email_hash bytea not null unique,
        email_sealed bytea not null,
        password_hash text,
        status text not null check (status in ('active', 'disabled')),
        created_at timestamptz not null,
        version integer not null
      );
      grant select, insert, update on accounts to throughline_app;

      create table clinics (
        clinic_id uuid primary key,
        name text not null check (length(name) between 1 and 120),
        short_name text not null check (length(short_name) between 1 and 60),
        country text not null check (country ~ '^[A-Z]{2}$'),
        phone text not null,
        reading_days integer[] not null check (reading_days <@ array[1,2,3,4,5,6,7]),
        created_at timestamptz not null,
        version integer not null
      );
      ${tenantPolicy('clinics', 'select, insert, update')}
      ${finderPolicy('clinics')}
      alter table clinic_keys add foreign key (clinic_id) references clinics (clinic_id);
      alter table idempotency_keys add foreign key (clinic_id) references clinics (clinic_id);

      create table locations (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        name text not null check (length(name) between 1 and 120),
        time_zone text not null,
        quiet_from time not null,
        quiet_to time not null,
        open_from time not null,
        open_to time not null,
        open_days integer[] not null check (open_days <@ array[1,2,3,4,5,6,7]),
        version integer not null,
        primary key (clinic_id, id)
      );
      ${tenantPolicy('locations', 'select, insert, update')}

      create table staff_members (
        clinic_id uuid not null references clinics (clinic_id),
        id uuid not null,
        account_id uuid not null references accounts (id),
        location_id uuid not null,
        name_sealed bytea not null,
        roles text[] not null check (roles <@ array['admin','practitioner','coordinator'] and cardinality(roles) > 0),
        status text not null check (status in ('active', 'suspended')),
        created_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, id),
        unique (clinic_id, account_id),
        foreign key (clinic_id, location_id) references locations (clinic_id, id)
      );
      ${tenantPolicy('staff_members', 'select, insert, update')}
      ${finderPolicy('staff_members')}
      grant select on accounts to throughline_finder;

      create table sign_ins (
        id uuid primary key,
        token_hash bytea not null unique,
        account_id uuid not null references accounts (id),
        clinic_id uuid not null references clinics (clinic_id),
        staff_member_id uuid not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        ip text,
        user_agent text,
        foreign key (clinic_id, staff_member_id) references staff_members (clinic_id, id)
      );
      create index sign_ins_account on sign_ins (account_id) where revoked_at is null;
      grant select, insert, update on sign_ins to throughline_app;
      grant select on sign_ins to throughline_finder;

      create table sign_in_throttles (
        key_hash bytea primary key,
        failures integer not null,
        last_failure_at timestamptz not null
      );
      grant select, insert, update, delete on sign_in_throttles to throughline_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not taken back.');
  }
}
