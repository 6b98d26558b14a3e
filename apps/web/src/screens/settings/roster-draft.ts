import type { StaffMemberView } from '../../api-client/views.js';
import type { LocationView } from '../../api-client/views-clinic.js';
import { wallClock } from '../../when.js';
import { say } from '../../words-settings.js';

/** A roster as its form holds it: nobody is an empty text. */
export interface RosterValues {
  locationId: string;
  responderId: string;
  backupId: string;
  outsideBackupEmail: string;
  leadId: string;
  openFrom: string;
  openTo: string;
  openDays: number[];
  holidays: string[];
}

/** What a roster begins with: the first place's hours, and the first practitioner in every seat. */
export function newRoster(practitioners: StaffMemberView[], places: LocationView[]): RosterValues {
  const first = practitioners[0]?.id ?? '';
  const place = places[0];
  return {
    locationId: place?.id ?? '',
    responderId: first,
    backupId: practitioners[1]?.id ?? '',
    outsideBackupEmail: '',
    leadId: first,
    openFrom: place?.openFrom ?? '09:00',
    openTo: place?.openTo ?? '17:00',
    openDays: place?.openDays ?? [1, 2, 3, 4, 5],
    holidays: [],
  };
}

export const isWhole = ({ responderId, leadId, openFrom, openTo, openDays }: RosterValues): boolean =>
  Boolean(responderId && leadId && openFrom && openTo && openDays.length > 0);

/** In words, what somebody else changed under what was typed here. */
export function theirsIn(meanwhile: Partial<RosterValues>, people: StaffMemberView[]): string[] {
  const name = (id: string) => people.find((each) => each.id === id)?.name ?? say('roster.nobody');
  const now = (field: string, value: string | undefined) =>
    value === undefined ? [] : [say('details.now', { field, value })];
  const { responderId, backupId, leadId, openFrom, openTo } = meanwhile;
  return [
    ...now(say('roster.responder'), responderId && name(responderId)),
    ...now(say('roster.backup'), backupId === undefined ? undefined : name(backupId)),
    ...now(say('roster.lead'), leadId && name(leadId)),
    ...now(say('label.from'), openFrom && wallClock(openFrom)),
    ...now(say('label.to'), openTo && wallClock(openTo)),
  ];
}
