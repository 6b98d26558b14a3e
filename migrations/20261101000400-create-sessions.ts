import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientPolicy, tenantPolicy } from './policies.js';

/** Series, ketamine sessions, appointments and their closing notes. */
export class CreateSessions20261101000400 implements MigrationInterface {
  name = 'CreateSessions20261101000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table series (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        name text check (length(name) <= 120),
        status text not null check (status in ('open', 'closed')),
        opened_on date not null,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      create unique index series_one_open on series (clinic_id, client_id) where status = 'open';
      ${tenantPolicy('series', 'select, insert, update')}
      ${clientPolicy('series', 'contact')}

      create table ketamine_sessions (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        series_id uuid not null,
        location_id uuid not null,
        route text not null check (route in ('iv', 'im', 'sc', 'sublingual', 'intranasal')),
        setting text not null check (setting in ('clinic', 'home')),
        status text not null check (status in ('planned', 'completed', 'cancelled', 'no_show')),
        held_at timestamptz not null,
        completed_at timestamptz,
        created_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, series_id) references series (clinic_id, id),
        foreign key (clinic_id, location_id) references locations (clinic_id, id)
      );
      create index ketamine_sessions_client on ketamine_sessions (clinic_id, client_id, held_at);
      create index ketamine_sessions_planned on ketamine_sessions (clinic_id, held_at) where status = 'planned';
      ${tenantPolicy('ketamine_sessions', 'select, insert, update')}
      ${clientPolicy('ketamine_sessions', 'contact')}

      create table appointments (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        practitioner_id uuid not null,
        starts_at timestamptz not null,
        minutes integer not null check (minutes between 5 and 480),
        status text not null check (status in ('booked', 'cancelled')),
        created_at timestamptz not null,
        version integer not null,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, practitioner_id) references staff_members (clinic_id, id)
      );
      create index appointments_client on appointments (clinic_id, client_id, starts_at);
      create index appointments_day on appointments (clinic_id, starts_at) where status = 'booked';
      ${tenantPolicy('appointments', 'select, insert, update')}
      ${clientPolicy('appointments', 'contact')}

      create table closing_notes (
        clinic_id uuid not null,
        appointment_id uuid not null,
        client_id uuid not null,
        note_sealed bytea not null,
        written_by uuid not null,
        written_at timestamptz not null,
        primary key (clinic_id, appointment_id),
        foreign key (clinic_id, appointment_id) references appointments (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id)
      );
      ${tenantPolicy('closing_notes', 'select, insert, update')}
      ${clientPolicy('closing_notes', 'words')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migrations are not taken back.');
  }
}
