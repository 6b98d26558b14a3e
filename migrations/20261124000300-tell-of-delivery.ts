import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clientPolicy, tenantPolicy } from './policies.js';

const OFFICE = `((select app_is_admin()) or (select app_is_system()))`;

/** Who a clinic's e-mails come from, what mail servers said about them later, and a limit for each provider. */
export class TellOfDelivery20261124000300 implements MigrationInterface {
  name = 'TellOfDelivery20261124000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table clinic_senders (
        clinic_id uuid primary key references clinics (clinic_id),
        from_name text not null check (length(from_name) between 1 and 60),
        reply_to_sealed bytea not null,
        -- Somebody opened the link that was sent there.
        verified_at timestamptz,
        version integer not null
      );
      ${tenantPolicy('clinic_senders', 'select, insert, update')}
      -- As every other setting: who answers clients is the office's to say.
      create policy clinic_senders_office_insert on clinic_senders as restrictive for insert to throughline_app
        with check ${OFFICE};
      create policy clinic_senders_office_update on clinic_senders as restrictive for update to throughline_app
        using ${OFFICE} with check ${OFFICE};
      alter table account_tokens drop constraint account_tokens_purpose_check;
      alter table account_tokens add constraint account_tokens_purpose_check
        check (purpose in ('invite', 'reset', 'start', 'sender'));

      create table delivery_events (
        clinic_id uuid not null,
        id uuid not null,
        client_id uuid not null,
        mailing_id uuid not null,
        kind text not null check (kind in ('delayed', 'bounced-for-now', 'bounced', 'complained')),
        -- Enhanced status code, RFC 3463, e.g. 5.1.1; null for complaints.
        status_code text check (status_code ~ '^[245]\\.[0-9]{1,3}\\.[0-9]{1,3}$'),
        at timestamptz not null,
        -- Staff have seen to it.
        settled_at timestamptz,
        settled_by uuid,
        primary key (clinic_id, id),
        foreign key (clinic_id, client_id) references clients (clinic_id, id),
        foreign key (clinic_id, mailing_id) references mailings (clinic_id, id),
        foreign key (clinic_id, settled_by) references staff_members (clinic_id, id)
      );
      create index delivery_events_client on delivery_events (clinic_id, client_id, at);
      -- The same report twice is one event.
      create unique index delivery_events_once on delivery_events (clinic_id, mailing_id, kind, status_code)
        nulls not distinct;
      ${tenantPolicy('delivery_events', 'select, insert, update')}
      ${clientPolicy('delivery_events', 'contact')}
      alter table clients add column soft_bounces integer not null default 0;

      -- How many mails each provider was handed in a minute; by a keyed hash of the domain, across clinics.
      create table provider_turns (
        provider_hash bytea not null,
        minute timestamptz not null,
        taken integer not null,
        primary key (provider_hash, minute)
      );
      grant select, insert, update, delete on provider_turns to throughline_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('What mail servers said is never taken back.');
  }
}
