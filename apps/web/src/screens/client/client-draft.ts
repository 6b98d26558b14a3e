import type { ClientChange } from '../../api-client/calls.js';
import type { ClientStatus, ClientView } from '../../api-client/views.js';
import { zoneName } from '../../when.js';
import { say } from '../../words.js';
import type { Consent } from '../clients/consent-fields.js';

export interface Draft {
  name: string;
  pronouns: string;
  email: string;
  phone: string;
  timeZone: string;
  status: ClientStatus;
  pace: ClientView['pace'];
  consent: Consent;
}

export const draftFrom = (client: ClientView, today: string): Draft => ({
  name: client.name,
  pronouns: client.pronouns ?? '',
  email: client.email ?? '',
  phone: client.phone ?? '',
  timeZone: client.timeZone,
  status: client.status,
  pace: client.pace,
  consent: client.emailConsent
    ? { isGiven: true, ...client.emailConsent }
    : { isGiven: false, givenOn: today, how: '' },
});

/** What differs from the client as last read. An emptied field is null, as the API has it. */
export function changesOf(draft: Draft, client: ClientView): Omit<ClientChange, 'version'> {
  const words = (value: string) => value.trim() || null;
  const consent = draft.consent.isGiven
    ? { givenOn: draft.consent.givenOn, how: draft.consent.how.trim() }
    : null;
  const hasConsentChanged =
    consent?.givenOn !== client.emailConsent?.givenOn || consent?.how !== client.emailConsent?.how;
  return {
    ...(draft.name.trim() !== client.name && { name: draft.name.trim() }),
    ...(words(draft.pronouns) !== client.pronouns && { pronouns: words(draft.pronouns) }),
    ...(words(draft.email) !== client.email && { email: words(draft.email) }),
    ...(words(draft.phone) !== client.phone && { phone: words(draft.phone) }),
    ...(draft.timeZone !== client.timeZone && { timeZone: draft.timeZone }),
    ...(draft.status !== client.status && { status: draft.status }),
    ...(draft.pace !== client.pace && { pace: draft.pace }),
    ...(hasConsentChanged && { emailConsent: consent }),
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
    [say('plan.pace'), say(`pace.${before.pace}`), say(`pace.${after.pace}`)],
  ];
  return shown
    .filter(([, was, is]) => was !== is)
    .map(([field, , is]) => say('details.now', { field, value: is || say('details.empty') }));
}
