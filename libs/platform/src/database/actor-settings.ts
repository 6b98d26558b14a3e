import type { Actor } from '../actor.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ROLES: readonly string[] = ['admin', 'practitioner', 'coordinator'];

/**
 * The transaction-local settings of an actor as a select list. The values stand in the SQL text (so that
 * opening is one round trip), so every one of them is checked first. Throws on anything unchecked.
 */
export function settingsOf(actor: Actor): string {
  return settings({
    'app.clinic_id': `'${uuid(actor.clinicId)}'`,
    'app.kind': `'${actor.kind}'`,
    'app.staff_member_id': actor.kind === 'staff' ? `'${uuid(actor.staffMemberId)}'` : "''",
    'app.client_id': actor.kind === 'client' ? `'${uuid(actor.clientId)}'` : "''",
    'app.roles': actor.kind === 'staff' ? `'${actor.roles.map(role).join(',')}'` : "''",
  });
}

/**
 * The same, with whom a staff member reaches looked up once: for a transaction of one statement alone, within which
 * nobody's reach changes. Policies then compare with that instead of looking for every table.
 */
export function settingsWithReach(actor: Actor): string {
  if (actor.kind !== 'staff') return settingsOf(actor);
  const reach = ['care', 'word'].map(
    (name) => `set_config('app.${name}_clients', app_find_${name}_clients()::text, true)`,
  );
  return [settingsOf(actor), ...reach].join(', ');
}

/**
 * The same of whom a row tells, where nobody is known before it is read: `clinicId` and `clientId` are columns, written
 * in code and never made of anything that came from outside. Without `clientId` it is the product itself.
 */
export function settingsOfRow({ clinicId, clientId }: { clinicId: string; clientId?: string }): string {
  return settings({
    'app.clinic_id': `${clinicId}::text`,
    'app.kind': clientId ? "'client'" : "'system'",
    'app.staff_member_id': "''",
    'app.client_id': clientId ? `${clientId}::text` : "''",
    'app.roles': "''",
  });
}

function settings(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `set_config('${name}', ${value}, true)`)
    .join(', ');
}

function uuid(value: string): string {
  if (!UUID.test(value)) throw new Error('An actor carries something that is not an id.');
  return value;
}

function role(value: string): string {
  if (!ROLES.includes(value)) throw new Error('An actor carries an unknown role.');
  return value;
}
