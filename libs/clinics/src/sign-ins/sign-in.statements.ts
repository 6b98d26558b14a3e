const FOUND = `
  select account_id as "accountId", clinic_id as "clinicId", staff_member_id as "staffMemberId", roles,
    sign_in_id as "signInId", stepped_up as "steppedUp"
  from found`;

/** For calls that nobody asked for: they must not keep a sign-in alive at an empty desk. */
export const FIND = `with found as (select * from find_sign_in($1)) ${FOUND}`;

// Being seen is written at most once a minute: reading must not cost a write each time.
export const FIND_AND_TOUCH = `
  with found as (select * from find_sign_in($1)), touched as (
    update sign_ins s set last_seen_at = app_now() from found f
    where s.id = f.sign_in_id and s.last_seen_at < app_now() - interval '1 minute')
  ${FOUND}`;

export const FIND_PENDING = `
  select account_id as "accountId", clinic_id as "clinicId", staff_member_id as "staffMemberId",
    sign_in_id as "signInId"
  from find_pending_sign_in($1)`;

export const START_PENDING = `
  insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at, expires_at,
    ip, user_agent)
  values ($1, $2, $3, $4, $5, app_now(), app_now(), app_now() + interval '10 minutes', $6, $7)`;

const ENDED = (condition: string) => `
  with ended as (
    update sign_ins set revoked_at = app_now() where id = $1 and revoked_at is null and ${condition} returning *)
  insert into sign_ins (id, token_hash, account_id, clinic_id, staff_member_id, created_at, last_seen_at, expires_at,
    second_factor_at, second_factor, stepped_up_at, ip, user_agent)`;

// Of two who bring the same pending sign-in at once, the second finds it ended.
export const COMPLETE = `${ENDED('second_factor_at is null')}
  select $2, $3, account_id, clinic_id, staff_member_id, app_now(), app_now(), app_now() + interval '12 hours',
    app_now(), $4, app_now(), $5, $6
  from ended returning id`;

export const MOVE = `${ENDED('second_factor_at is not null')}
  select $2, $3, account_id, $4, $5, created_at, app_now(), expires_at, second_factor_at, second_factor,
    stepped_up_at, $6, $7
  from ended returning id`;

// Whether it was one that still let somebody in, and whose.
const ENDED_SIGN_INS = `
  select id, account_id as "accountId", clinic_id as "clinicId", staff_member_id as "staffMemberId",
    second_factor_at is not null and expires_at > app_now() and last_seen_at > app_now() - interval '15 minutes' as live
  from ended`;

export const END_BY_TOKEN = `
  with ended as (
    update sign_ins set revoked_at = app_now() where token_hash = $1 and revoked_at is null returning *)
  ${ENDED_SIGN_INS}`;

export const END_ONE = `
  with ended as (
    update sign_ins set revoked_at = app_now()
    where account_id = $1 and id = $2 and revoked_at is null and second_factor_at is not null returning *)
  ${ENDED_SIGN_INS}`;

export const END_OF_ACCOUNT = `
  with ended as (
    update sign_ins set revoked_at = app_now()
    where account_id = $1 and revoked_at is null and id is distinct from $2::uuid returning *)
  ${ENDED_SIGN_INS}`;

export const FAMILIAR_ADDRESSES = `
  select distinct ip from sign_ins
  where account_id = $1 and ip is not null and second_factor_at is not null
    and created_at > app_now() - interval '30 days'`;
