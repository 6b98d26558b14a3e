/**
 * The statements that put a table under row-level security. Shared by migrations so that no table can
 * forget one; the catalogue test reads the result from the database.
 */
export type ClientPolicy = 'contact' | 'words';

const SEES_CONTACT = (column: string) =>
  `((select app_sees_every_client()) or ${column} = any ((select app_care_clients())::uuid[]))`;
const SEES_WORDS = (column: string) => `(${column} = any ((select app_word_clients())::uuid[]))`;

/** Tenant isolation: a row exists only for the clinic of the transaction. */
export function tenantPolicy(table: string, grants = 'select, insert, update, delete'): string {
  return `
    alter table ${table} enable row level security;
    alter table ${table} force row level security;
    create policy ${table}_clinic on ${table}
      using (clinic_id = (select app_clinic())) with check (clinic_id = (select app_clinic()));
    grant ${grants} on ${table} to throughline_app;`;
}

/**
 * RESTRICTIVE, on top of the tenant policy. `contact`: the care team, the client, the system, and roles that
 * keep the calendar. `words`: only who reads this client's words, and the client; the system may add rows
 * (copied questions) but never read them.
 */
export function clientPolicy(table: string, kind: ClientPolicy, column = 'client_id'): string {
  const using = kind === 'words' ? SEES_WORDS(column) : SEES_CONTACT(column);
  const check =
    kind === 'words' ? `(${SEES_WORDS(column)} or (select app_is_system()))` : SEES_CONTACT(column);
  return `
    create policy ${table}_care on ${table} as restrictive for all to throughline_app
      using ${using} with check ${check};`;
}

/** Lets the cross-clinic functions, and nobody else, find rows of any clinic. */
export function finderPolicy(table: string): string {
  return `
    create policy ${table}_finder on ${table} for select to throughline_finder using (true);
    grant select on ${table} to throughline_finder;`;
}

/** A function that runs as the finder role: ids only, pinned search path. */
export function finderFunction(signature: string, returns: string, body: string): string {
  const name = signature;
  return `
    create function ${name} returns ${returns} language sql stable security definer
      set search_path = pg_catalog, public as $finder$ ${body} $finder$;
    -- Before the owner changes: afterwards the owner of the tables may no longer grant or revoke here.
    revoke all on function ${bare(name)} from public;
    grant execute on function ${bare(name)} to throughline_app;
    grant create on schema public to throughline_finder;
    alter function ${bare(name)} owner to throughline_finder;
    revoke create on schema public from throughline_finder;`;
}

/** Statements run as the finder role: what it owns, nobody else may drop or replace. */
export function asFinder(statements: string): string {
  return `
    grant create on schema public to throughline_finder;
    set local role throughline_finder;
    ${statements}
    reset role;
    revoke create on schema public from throughline_finder;`;
}

/** A new body for a function of the finder role; policies that rest on it stay as they are. */
export function replaceFinderFunction(signature: string, returns: string, body: string): string {
  return asFinder(`create or replace function ${signature} returns ${returns} language sql stable security definer
    set search_path = pg_catalog, public as $finder$ ${body} $finder$;`);
}

/** `f(a integer, b uuid)` → `f(integer, uuid)` */
function bare(signature: string): string {
  return signature.replace(/\(([^)]*)\)/, (_, args: string) => {
    const types = args
      .split(',')
      .map((arg) => arg.trim().split(/\s+/).slice(1).join(' '))
      .filter(Boolean);
    return `(${types.join(', ')})`;
  });
}

/** RESTRICTIVE: every seat of the client's care team, the client, and the product itself; the calendar's keepers not. */
export function carePolicy(table: string): string {
  const cared = `((select app_is_system()) or client_id = any ((select app_care_clients())::uuid[]))`;
  return `
    create policy ${table}_care on ${table} as restrictive for all to throughline_app
      using ${cared} with check ${cared};`;
}

/** RESTRICTIVE: what staff keep about a client, and the client's own connection has no need to see. */
export function staffPolicy(table: string): string {
  return `
    create policy ${table}_staff on ${table} as restrictive for all to throughline_app
      using ((select app_kind()) is distinct from 'client')
      with check ((select app_kind()) is distinct from 'client');`;
}

/** RESTRICTIVE: the row is its author's alone. */
export function authorPolicy(table: string, column = 'staff_member_id'): string {
  return `
    create policy ${table}_author on ${table} as restrictive for all to throughline_app
      using (${column} = (select app_staff_member())) with check (${column} = (select app_staff_member()));`;
}
