import type { MigrationInterface, QueryRunner } from 'typeorm';
import { asFinder, finderFunction } from './policies.js';

/** Second factors, what a sign-in has proved, tokens and mails of accounts. Account level: none knows a clinic. */
export class CreateFactors20261123000100 implements MigrationInterface {
  name = 'CreateFactors20261123000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table totp_factors (
        id uuid primary key,
        account_id uuid not null references accounts (id),
        secret_sealed bytea not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        -- The newest 30-second step a code was taken for: none is taken twice (RFC 6238, 5.2).
        last_used_step bigint
      );
      create unique index totp_factors_one_confirmed on totp_factors (account_id) where confirmed_at is not null;
      create unique index totp_factors_one_pending on totp_factors (account_id) where confirmed_at is null;
      grant select, insert, update, delete on totp_factors to throughline_app;

      create table passkeys (
        id uuid primary key,
        account_id uuid not null references accounts (id),
        credential_id bytea not null unique,
        public_key bytea not null,
        counter bigint not null,
        transports text[] not null,
        backed_up boolean not null,
        name text not null check (length(name) between 1 and 60),
        created_at timestamptz not null,
        last_used_at timestamptz
      );
      create index passkeys_account on passkeys (account_id);
      grant select, insert, update, delete on passkeys to throughline_app;

      create table recovery_codes (
        account_id uuid not null references accounts (id),
        code_hash bytea not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      );
      grant select, insert, update, delete on recovery_codes to throughline_app;

      -- Null second_factor_at: the password alone was right. Such a sign-in finds nobody's data.
      alter table sign_ins
        add column second_factor_at timestamptz,
        add column second_factor text check (second_factor in ('totp', 'passkey', 'recovery-code')),
        add column stepped_up_at timestamptz,
        add column challenge bytea,
        add column challenge_at timestamptz;
      grant delete on sign_ins to throughline_app;

      create table account_tokens (
        id uuid primary key,
        token_hash bytea not null unique,
        purpose text not null check (purpose in ('invite', 'reset', 'start')),
        clinic_id uuid references clinics (clinic_id),
        -- The invitation, or the account to be reset.
        subject_id uuid,
        email_sealed bytea,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        spent_at timestamptz
      );
      create index account_tokens_subject on account_tokens (subject_id) where spent_at is null;
      grant select, insert, update, delete on account_tokens to throughline_app;

      create table account_mails (
        id uuid primary key,
        kind text not null check (length(kind) between 1 and 40),
        clinic_id uuid references clinics (clinic_id),
        token_id uuid references account_tokens (id) on delete cascade,
        to_sealed bytea not null,
        status text not null check (status in ('scheduled', 'sending', 'sent', 'unknown', 'failed')),
        created_at timestamptz not null,
        send_at timestamptz not null,
        message_id text not null,
        fence uuid,
        lease_until timestamptz,
        attempts integer not null,
        last_code text check (length(last_code) <= 60),
        sent_at timestamptz
      );
      create index account_mails_due on account_mails (send_at) where status in ('scheduled', 'sending');
      grant select, insert, update, delete on account_mails to throughline_app;

      ${asFinder('drop function find_sign_in(bytea);')}
      ${finderFunction(
        'find_sign_in(of_token_hash bytea)',
        `table (sign_in_id uuid, account_id uuid, clinic_id uuid, staff_member_id uuid, roles text[],
           stepped_up boolean)`,
        `select s.id, s.account_id, s.clinic_id, s.staff_member_id, m.roles,
           coalesce(s.stepped_up_at > public.app_now() - interval '5 minutes', false)
         from public.sign_ins s
         join public.accounts a on a.id = s.account_id and a.status = 'active'
         join public.staff_members m on m.clinic_id = s.clinic_id and m.id = s.staff_member_id
           and m.account_id = s.account_id and m.status = 'active'
         where s.token_hash = of_token_hash and s.revoked_at is null and s.second_factor_at is not null
           and s.expires_at > public.app_now() and s.last_seen_at > public.app_now() - interval '15 minutes'`,
      )}
      ${finderFunction(
        'find_pending_sign_in(of_token_hash bytea)',
        'table (sign_in_id uuid, account_id uuid, clinic_id uuid, staff_member_id uuid)',
        `select s.id, s.account_id, s.clinic_id, s.staff_member_id
         from public.sign_ins s
         join public.accounts a on a.id = s.account_id and a.status = 'active'
         join public.staff_members m on m.clinic_id = s.clinic_id and m.id = s.staff_member_id
           and m.account_id = s.account_id and m.status = 'active'
         where s.token_hash = of_token_hash and s.revoked_at is null and s.second_factor_at is null
           and s.expires_at > public.app_now() and s.created_at > public.app_now() - interval '10 minutes'`,
      )}
    `);
  }

  async down(): Promise<void> {
    throw new Error('Factors are not taken back: who enrolled one would be let in without it.');
  }
}
