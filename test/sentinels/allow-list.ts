/**
 * Every exception from the rules of the database, with its reason. An exception that is no longer needed turns
 * the catalogue test red, like one that is missing.
 */
export interface Exception {
  /** `table`, `table.constraint`, or a function's name. */
  what: string;
  why: string;
}

/** Tables that belong to no clinic: no `clinic_id`, or found before one is known. */
export const OUTSIDE_CLINICS: readonly Exception[] = [
  { what: 'accounts', why: 'a person may work in several clinics' },
  { what: 'sign_ins', why: 'a cookie is looked up before any clinic is known' },
  { what: 'totp_factors', why: 'second factors belong to the account, whichever clinic it signs in to' },
  { what: 'passkeys', why: 'second factors belong to the account' },
  { what: 'recovery_codes', why: 'second factors belong to the account; hashes alone' },
  {
    what: 'account_tokens',
    why: 'a link of an invitation, a reset or a start carries no clinic; hashes alone',
  },
  {
    what: 'account_mails',
    why: 'a reset and a start are mailed before any clinic is known; addresses sealed',
  },
  { what: 'sign_in_throttles', why: 'tries are counted before anybody is known; holds keyed hashes alone' },
  {
    what: 'provider_turns',
    why: 'a limit of each mail provider, over all clinics; keyed hashes and counts alone',
  },
  { what: 'link_directory', why: 'a link carries no clinic; holds hashes and ids alone' },
  { what: 'service_keys', why: 'wrapped keys of the service itself' },
  { what: 'app_clock', why: 'one row for tests, which a production boot refuses' },
  { what: 'schema_migrations', why: 'which migrations ran' },
];

/** Tables without an entity: read and written by statements alone. */
export const WITHOUT_ENTITY: readonly Exception[] = [
  { what: 'app_clock', why: 'read by app_now() alone' },
  { what: 'audit_events', why: 'insert-only, by one statement' },
  { what: 'audit_unsealed', why: 'a queue, written and emptied by statements' },
  { what: 'audit_seals', why: 'insert-only, by one statement' },
  { what: 'totp_factors', why: 'a code is taken by one conditional statement' },
  { what: 'passkeys', why: 'kept by FactorsService alone' },
  { what: 'recovery_codes', why: 'a code is spent by one conditional statement' },
  { what: 'account_tokens', why: 'a token is spent by one conditional statement' },
  { what: 'account_mails', why: 'claimed and marked by conditional statements' },
  { what: 'clinic_keys', why: 'opened by the keyring alone' },
  { what: 'client_keys', why: 'opened by the keyring alone' },
  { what: 'idempotency_keys', why: 'kept by Idempotency alone' },
  { what: 'provider_turns', why: 'counted by one statement' },
  { what: 'reply_unlocks', why: 'written and found by single statements' },
  { what: 'delivery_events', why: 'insert-only but for who settled it, by single statements' },
  { what: 'link_directory', why: 'found by hash, by ReplyLinks alone' },
  { what: 'schema_migrations', why: 'kept by TypeORM itself' },
  { what: 'service_keys', why: 'opened by the keyring alone' },
  { what: 'sign_in_throttles', why: 'counted by statements alone' },
  { what: 'measure_results', why: 'kept and found by single statements, with their reflection' },
  { what: 'reflection_wishes', why: 'kept and found by single statements, with their reflection' },
  { what: 'withdrawn_bodies', why: 'put there by one statement, and not read' },
  { what: 'safety_plans', why: 'insert-only, by single statements' },
  { what: 'safety_events', why: 'insert-only, by one statement' },
  { what: 'safety_webhooks', why: 'one row a clinic, by single statements' },
];

/** Indexes that do not begin with `clinic_id`. */
export const INDEXES_ACROSS: readonly Exception[] = [
  { what: 'clinics.clinics_slug', why: 'the public address of a clinic is found before the clinic is known' },
  {
    what: 'audit_events.audit_events_clients',
    why: 'the inverted index of an array takes no uuid beside it without an extension; policies keep the rows',
  },
];

/** Foreign keys that do not begin with `clinic_id`. */
export const FOREIGN_KEYS_ACROSS: readonly Exception[] = [
  { what: 'staff_members.staff_members_account_id_fkey', why: 'an account belongs to no clinic' },
];

/** Commands that no RESTRICTIVE policy of a client's table covers. */
export const NOT_RESTRICTED: readonly Exception[] = [
  {
    what: 'clients.insert',
    why: 'a practitioner adds a client first and joins its care team in the next statement',
  },
];

/** SECURITY DEFINER functions that answer more than ids. */
export const MORE_THAN_IDS: readonly Exception[] = [
  { what: 'find_sign_in', why: 'the roles, without which the actor of a request cannot be made' },
  {
    what: 'find_clients_for_break_glass',
    why: 'sealed names of the own clinic, to look one up by: a practitioner who breaks the glass knows a name',
  },
  { what: 'find_call_backs', why: 'that somebody waits for a call, since when and until when; never why' },
  { what: 'app_roster_of', why: 'when a roster is there, which decides what a client is told' },
  { what: 'find_watch_figures_across_clinics', why: 'counts and ages of the whole service, for /metrics' },
];

/** SECURITY DEFINER functions whose name does not say that they see every clinic, for they do not. */
export const WITHIN_CLINIC: readonly Exception[] = [
  { what: 'find_clients_for_break_glass', why: 'answers for the clinic of the transaction alone' },
  { what: 'find_call_backs', why: 'answers for the clinic of the transaction alone' },
];

/** SECURITY DEFINER functions asked before a clinic is known. */
export const BEFORE_A_CLINIC: readonly Exception[] = [
  { what: 'find_sign_in', why: 'who a cookie stands for' },
  { what: 'find_pending_sign_in', why: 'who a cookie stands for after the password alone' },
  { what: 'find_staff_memberships', why: 'where an account may sign in' },
];

export function namesOf(exceptions: readonly Exception[]): Set<string> {
  return new Set(exceptions.map(({ what }) => what));
}
