import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Role } from '@app/platform/actor.js';
import { insert } from './insert-row.js';
import { AT, type Name, NAMES, type People } from './policy-people.js';

/** A clinic with its place, its key, everybody of its staff, and what is kept about calls. */
export async function aClinicWithPeople(admin: Client, clinicId: string): Promise<People> {
  const [accountId, locationId] = [randomUUID(), randomUUID()];
  const [signInHash, pendingSignInHash] = [Buffer.from(randomUUID()), Buffer.from(randomUUID())];
  const own = { clinic_id: clinicId };
  await insert(admin, 'clinics', {
    ...own,
    name: 'Fernhollow',
    short_name: 'Fern',
    country: 'US',
    phone: '1',
    slug: slugOf(clinicId),
    reading_days: [],
    created_at: AT,
    version: 1,
  });
  await insert(admin, 'locations', {
    ...own,
    id: locationId,
    name: 'Main',
    time_zone: 'UTC',
    quiet_from: '21:00',
    quiet_to: '08:00',
    // Always open: whom a morning mail is due does not hang on when this runs.
    open_from: '00:00',
    open_to: '24:00',
    open_days: [1, 2, 3, 4, 5, 6, 7],
    version: 1,
  });
  await insert(admin, 'clinic_keys', { ...own, version: 1, wrapped: signInHash, kek_id: 'k' });
  const people = {} as Record<Name, string>;
  const accounts: string[] = [];
  for (const name of NAMES) {
    const [id, account] = [randomUUID(), name === 'words' ? accountId : randomUUID()];
    people[name] = id;
    accounts.push(account);
    await insert(admin, 'accounts', {
      id: account,
      email_hash: Buffer.from(account),
      email_sealed: Buffer.from('x'),
      status: 'active',
      created_at: AT,
      version: 1,
    });
    await insert(admin, 'staff_members', {
      ...own,
      id,
      account_id: account,
      location_id: locationId,
      name_sealed: Buffer.from('x'),
      roles: rolesOf(name),
      status: 'active',
      created_at: AT,
      version: 1,
    });
  }
  for (const [hash, secondFactorAt] of [
    [signInHash, new Date()],
    [pendingSignInHash, null],
  ] as const) {
    await admin.query(
      `insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at, expires_at,
         second_factor_at)
       values ($1, $2, $3, $4, $5, now(), now(), now() + interval '1 hour', $6)`,
      [randomUUID(), hash, accountId, clinicId, people.words, secondFactorAt],
    );
  }
  await insert(admin, 'idempotency_keys', {
    ...own,
    actor: 'staff:x',
    key: 'k',
    route: 'r',
    body_hash: Buffer.from('x'),
    created_at: AT,
  });
  const eventId = randomUUID();
  await insert(admin, 'audit_events', {
    ...own,
    id: eventId,
    at: AT,
    actor_kind: 'system',
    roles: [],
    action: 'a',
    subject_type: 's',
    subject_ids: [],
    client_ids: [],
  });
  await insert(admin, 'audit_unsealed', { ...own, event_id: eventId });
  const hash = Buffer.alloc(32);
  await insert(admin, 'audit_seals', { ...own, seq: 1, row_ids: [eventId], hash, sealed_at: AT });
  return { accountId, locationId, signInHash, pendingSignInHash, ...people };
}

export function rolesOf(name: Name): Role[] {
  return name === 'coordinator' || name === 'admin' ? [name] : ['practitioner'];
}

export function slugOf(clinicId: string): string {
  return `fernhollow-${clinicId.slice(0, 8)}`;
}
