import type { Actor } from '../actor.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ROLES: readonly string[] = ['admin', 'practitioner', 'coordinator'];

/**
 * The transaction-local settings of an actor as a select list. The values stand in the SQL text (so that
 * opening is one round trip), so every one of them is checked first. Throws on anything unchecked.
 */
export function settingsOf(actor: Actor): string {
  const settings: Record<string, string> = {
    'app.clinic_id': uuid(actor.clinicId),
    'app.kind': actor.kind,
    'app.staff_member_id': actor.kind === 'staff' ? uuid(actor.staffMemberId) : '',
    'app.client_id': actor.kind === 'client' ? uuid(actor.clientId) : '',
    'app.roles': actor.kind === 'staff' ? actor.roles.map(role).join(',') : '',
  };
  return Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', '${value}', true)`)
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
