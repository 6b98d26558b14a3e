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
  { what: 'sign_in_throttles', why: 'tries are counted before anybody is known; holds keyed hashes alone' },
  { what: 'link_directory', why: 'a link carries no clinic; holds hashes and ids alone' },
  { what: 'service_keys', why: 'wrapped keys of the service itself' },
  { what: 'app_clock', why: 'one row for tests, which a production boot refuses' },
  { what: 'schema_migrations', why: 'which migrations ran' },
];

/** Tables without an entity: read and written by statements alone. */
export const WITHOUT_ENTITY: readonly Exception[] = [
  { what: 'app_clock', why: 'read by app_now() alone' },
  { what: 'audit_events', why: 'insert-only, by one statement' },
  { what: 'clinic_keys', why: 'opened by the keyring alone' },
  { what: 'client_keys', why: 'opened by the keyring alone' },
  { what: 'idempotency_keys', why: 'kept by Idempotency alone' },
  { what: 'link_directory', why: 'found by hash, by ReplyLinks alone' },
  { what: 'schema_migrations', why: 'kept by TypeORM itself' },
  { what: 'service_keys', why: 'opened by the keyring alone' },
  { what: 'sign_in_throttles', why: 'counted by statements alone' },
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
];

export function namesOf(exceptions: readonly Exception[]): Set<string> {
  return new Set(exceptions.map(({ what }) => what));
}
