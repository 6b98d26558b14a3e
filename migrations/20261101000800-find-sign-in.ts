import type { MigrationInterface, QueryRunner } from 'typeorm';
import { finderFunction } from './policies.js';

/** Who a browser's cookie stands for, and where an account may sign in: asked before any clinic is known. */
export class FindSignIn20261101000800 implements MigrationInterface {
  name = 'FindSignIn20261101000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${finderFunction(
        'find_sign_in(of_token_hash bytea)',
        'table (sign_in_id uuid, account_id uuid, clinic_id uuid, staff_member_id uuid, roles text[])',
        `select s.id, s.account_id, s.clinic_id, s.staff_member_id, m.roles
         from public.sign_ins s
         join public.accounts a on a.id = s.account_id and a.status = 'active'
         join public.staff_members m on m.clinic_id = s.clinic_id and m.id = s.staff_member_id
           and m.account_id = s.account_id and m.status = 'active'
         where s.token_hash = of_token_hash and s.revoked_at is null
           and s.expires_at > public.app_now() and s.last_seen_at > public.app_now() - interval '15 minutes'`,
      )}
      ${finderFunction(
        'find_staff_memberships(of_account uuid)',
        'table (clinic_id uuid, staff_member_id uuid)',
        `select m.clinic_id, m.id from public.staff_members m
         where m.account_id = of_account and m.status = 'active' order by m.created_at, m.id`,
      )}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function find_sign_in(bytea); drop function find_staff_memberships(uuid)');
  }
}
