import type { StaffMemberView } from '../../api-client/views.js';
import type { LocationView, RosterView } from '../../api-client/views-clinic.js';
import { daysInWords } from '../../parts/days.js';
import { shortDate, wallClock, zoneName } from '../../when.js';
import { say } from '../../words-settings.js';
import { Facts } from './facts.js';

interface RosterFactsProps {
  roster?: RosterView;
  people: StaffMemberView[];
  places: LocationView[];
}

/** A roster as it stands, for who may not change it. */
export function RosterFacts({ roster, people, places }: RosterFactsProps) {
  if (!roster) return <p className="quiet">{say('roster.empty')}</p>;
  const name = (id: string | null) => people.find((each) => each.id === id)?.name ?? say('roster.nobody');
  const place = places.find(({ id }) => id === roster.locationId);
  return (
    <Facts
      items={[
        [say('roster.responder'), name(roster.responderId)],
        [say('roster.backup'), name(roster.backupId)],
        [say('roster.lead'), name(roster.leadId)],
        [
          say('roster.hours'),
          say('roster.hoursOf', {
            days: daysInWords(roster.openDays),
            from: wallClock(roster.openFrom),
            to: wallClock(roster.openTo),
            zone: place ? zoneName(place.timeZone) : '',
          }),
        ],
        [say('roster.holidays'), roster.holidays.map(shortDate).join(', ') || say('roster.noHolidays')],
      ]}
    />
  );
}
