import type { ClientChange } from '../../api-client/calls.js';
import type { ClientStatus, ClientView } from '../../api-client/views.js';
import { zoneName } from '../../when.js';
import { say } from '../../words.js';

export interface Draft {
  name: string;
  pronouns: string;
  email: string;
  phone: string;
  timeZone: string;
  status: ClientStatus;
}

export const draftFrom = (client: ClientView): Draft => ({
  name: client.name,
  pronouns: client.pronouns ?? '',
  email: client.email ?? '',
  phone: client.phone ?? '',
  timeZone: client.timeZone,
  status: client.status,
});

/** Links to an address end with it, and another one is asked for by voice. */
export const isReaddressed = (draft: Draft, client: ClientView): boolean =>
  Boolean(client.email) && draft.email.trim() !== client.email;

/** What differs from the client as last read. An emptied field is null, as the API has it. */
export function changesOf(draft: Draft, client: ClientView): Omit<ClientChange, 'version'> {
  const words = (value: string) => value.trim() || null;
  return {
    ...(draft.name.trim() !== client.name && { name: draft.name.trim() }),
    ...(words(draft.pronouns) !== client.pronouns && { pronouns: words(draft.pronouns) }),
    ...(words(draft.email) !== client.email && { email: words(draft.email) }),
    ...(words(draft.phone) !== client.phone && { phone: words(draft.phone) }),
    ...(draft.timeZone !== client.timeZone && { timeZone: draft.timeZone }),
    ...(draft.status !== client.status && { status: draft.status }),
  };
}

/** In words, what somebody else changed between two readings. */
export function theirsIn(before: ClientView, after: ClientView): string[] {
  const shown: [string, string, string][] = [
    [say('client.name'), before.name, after.name],
    [say('client.pronouns'), before.pronouns ?? '', after.pronouns ?? ''],
    [say('client.email'), before.email ?? '', after.email ?? ''],
    [say('client.phone'), before.phone ?? '', after.phone ?? ''],
    [say('client.zone'), zoneName(before.timeZone), zoneName(after.timeZone)],
    [say('client.status'), say(`clientStatus.${before.status}`), say(`clientStatus.${after.status}`)],
  ];
  return shown
    .filter(([, was, is]) => was !== is)
    .map(([field, , is]) => say('details.now', { field, value: is || say('details.empty') }));
}

/** The fields the person here had changed before the other change was seen. */
export function keptFrom(draft: Draft, base: ClientView): Partial<Draft> {
  const changed = changesOf(draft, base);
  return Object.fromEntries(Object.entries(draft).filter(([field]) => field in changed)) as Partial<Draft>;
}
