import { useQuery } from '@tanstack/react-query';
import { locationsQuery } from '../../api-client/queries-clinic.js';
import type { LocationView } from '../../api-client/views-clinic.js';
import { daysInWords } from '../../parts/days.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { wallClock, zoneName } from '../../when.js';
import { say } from '../../words-settings.js';
import { Facts } from './facts.js';
import { HoursForm } from './hours-form.js';
import { Known } from './known.js';
import { SettingsFrame } from './settings-frame.js';

/** When each place is open, and when no prompt goes out. */
export function SettingsHours() {
  const locations = useQuery(locationsQuery());
  const isAdmin = useIsAdmin();
  return (
    <SettingsFrame section="hours">
      <Known query={locations}>
        {(all) =>
          all.map((location) =>
            isAdmin ? (
              <HoursForm key={location.id} location={location} />
            ) : (
              <HoursFacts key={location.id} location={location} />
            ),
          )
        }
      </Known>
    </SettingsFrame>
  );
}

function HoursFacts({ location }: { location: LocationView }) {
  const { name, timeZone, openDays, openFrom, openTo, quietFrom, quietTo } = location;
  const fromTo = (from: string, to: string) =>
    say('plan.quietHours', { from: wallClock(from), to: wallClock(to) });
  return (
    <section className="card pad">
      <h2>{say('shell.place', { place: name, zone: zoneName(timeZone) })}</h2>
      <Facts
        items={[
          [say('hours.openDays'), daysInWords(openDays)],
          [say('hours.open'), fromTo(openFrom, openTo)],
          [say('hours.quiet'), fromTo(quietFrom, quietTo)],
        ]}
      />
    </section>
  );
}
