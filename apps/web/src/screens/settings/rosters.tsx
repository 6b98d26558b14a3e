import { useQuery } from '@tanstack/react-query';
import { staffQuery } from '../../api-client/queries.js';
import { locationsQuery, rostersQuery } from '../../api-client/queries-clinic.js';
import { ROSTER_KINDS } from '../../api-client/views-clinic.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words-settings.js';
import { Known } from './known.js';
import { RosterFacts } from './roster-facts.js';
import { RosterForm } from './roster-form.js';
import { SettingsFrame } from './settings-frame.js';

/** Who answers when a client asks for a person now. */
export function SettingsRosters() {
  return (
    <SettingsFrame section="rosters">
      <Rosters />
    </SettingsFrame>
  );
}

export function Rosters() {
  const rosters = useQuery(rostersQuery());
  const staff = useQuery(staffQuery());
  const locations = useQuery(locationsQuery());
  const isAdmin = useIsAdmin();
  return (
    <Known query={rosters} rows={7}>
      {(all) => (
        <Known query={staff}>
          {(people) => (
            <Known query={locations}>
              {(places) =>
                ROSTER_KINDS.map((kind) => {
                  const roster = all.find((each) => each.kind === kind);
                  const known = { kind, roster, people, places };
                  if (isAdmin) return <RosterForm key={`${kind}-${roster ? 'set' : 'new'}`} {...known} />;
                  return (
                    <section key={kind} className="card pad">
                      <h2>{say(`roster.kind.${kind}`)}</h2>
                      <RosterFacts {...known} />
                    </section>
                  );
                })
              }
            </Known>
          )}
        </Known>
      )}
    </Known>
  );
}
