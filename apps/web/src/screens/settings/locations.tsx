import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { locationsQuery } from '../../api-client/queries-clinic.js';
import type { LocationView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { zoneName, zonePlace } from '../../when.js';
import { say } from '../../words-settings.js';
import { Facts } from './facts.js';
import { Known } from './known.js';
import { LocationForm } from './location-form.js';
import { NewLocation } from './new-location.js';
import { SettingsFrame } from './settings-frame.js';

/** The places of the clinic, each on its own clock. */
export function SettingsLocations() {
  const locations = useQuery(locationsQuery());
  const isAdmin = useIsAdmin();
  const [isAdding, add] = useState(false);
  return (
    <SettingsFrame section="locations">
      <Known query={locations}>
        {(all) => (
          <>
            {all.map((location) =>
              isAdmin ? (
                <LocationForm key={location.id} location={location} />
              ) : (
                <LocationFacts key={location.id} location={location} />
              ),
            )}
            {isAdmin && (
              <div className="acts">
                <Button icon={<Plus size={16} aria-hidden="true" />} onPress={() => add(true)}>
                  {say('location.add')}
                </Button>
              </div>
            )}
            {isAdding && <NewLocation like={all[0]} onClose={() => add(false)} />}
          </>
        )}
      </Known>
    </SettingsFrame>
  );
}

function LocationFacts({ location: { name, timeZone } }: { location: LocationView }) {
  return (
    <section className="card pad">
      <h2>{name}</h2>
      <Facts
        items={[
          [
            say('location.zone'),
            say('shell.place', { place: zonePlace(timeZone), zone: zoneName(timeZone) }),
          ],
        ]}
      />
    </section>
  );
}
