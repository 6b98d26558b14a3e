import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantPolicy } from './policies.js';

/** Where a client can turn, who answers a safety flag, and whether a clinic has been set up. */
export class CreateClinicSettings20261123000300 implements MigrationInterface {
  name = 'CreateClinicSettings20261123000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table clinics add column set_up_at timestamptz;

      create table crisis_contacts (
        clinic_id uuid not null references clinics (clinic_id),
        kind text not null check (kind in ('crisis-line', 'emergency', 'outside-care-team')),
        label text not null check (length(label) between 1 and 80),
        phone text not null check (length(phone) between 1 and 40),
        note text not null check (length(note) <= 200),
        verified_on date not null,
        version integer not null,
        primary key (clinic_id, kind)
      );
      ${tenantPolicy('crisis_contacts')}

      create table rosters (
        clinic_id uuid not null references clinics (clinic_id),
        kind text not null check (kind in ('psychological', 'medical')),
        location_id uuid not null,
        responder_id uuid not null,
        backup_id uuid,
        -- Somebody outside the clinic who gets wordless notices, where there is no colleague to ask.
        outside_backup_sealed bytea,
        lead_id uuid not null,
        open_from time not null,
        open_to time not null,
        open_days integer[] not null check (open_days <@ array[1,2,3,4,5,6,7]),
        holidays date[] not null,
        version integer not null,
        primary key (clinic_id, kind),
        check (backup_id is null or backup_id <> responder_id),
        foreign key (clinic_id, location_id) references locations (clinic_id, id),
        foreign key (clinic_id, responder_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, backup_id) references staff_members (clinic_id, id),
        foreign key (clinic_id, lead_id) references staff_members (clinic_id, id)
      );
      ${tenantPolicy('rosters')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table rosters; drop table crisis_contacts; alter table clinics drop column set_up_at',
    );
  }
}
