import { useQuery } from '@tanstack/react-query';
import { breakGlassQuery } from '../../api-client/queries-clinic.js';
import type { BreakGlassView } from '../../api-client/views-clinic.js';
import type { ClientView } from '../../api-client/views.js';
import { LinkButton } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { useHasRole, useIsAdmin } from '../../shell/use-roles.js';
import { clock, dayAndClock } from '../../when.js';
import { say } from '../../words-audit.js';
import { isOpen } from './use-open-accesses.js';

/** Who opened this record from outside the care team, and why they said they did. */
export function Accesses({ client }: { client: ClientView }) {
  const isAdmin = useIsAdmin();
  const mayRead = useHasRole('admin', 'practitioner');
  const all = useQuery({ ...breakGlassQuery(), enabled: mayRead });
  if (!mayRead) return null;
  const here = (all.data ?? []).filter(({ clientId }) => clientId === client.id);
  return (
    <section aria-labelledby="accesses">
      <div className="section-head">
        <h2 id="accesses">{say('breakGlass.accesses')}</h2>
        <p>{say('breakGlass.accessesWhat')}</p>
        {isAdmin && (
          <LinkButton small to="/audit" search={{ clientId: client.id }}>
            {say('audit.ofClient')}
          </LinkButton>
        )}
      </div>
      {all.error && <Failure error={all.error} retry={() => void all.refetch()} />}
      {all.data && here.length === 0 && (
        <p className="quiet">{say('breakGlass.none', { name: firstName(client.name) })}</p>
      )}
      {here.length > 0 && (
        <ul className="card team">
          {here.map((access) => (
            <li key={access.id}>
              <Access access={access} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Access({ access }: { access: BreakGlassView }) {
  const zone = useHere();
  const time = {
    from: dayAndClock(access.openedAt, zone),
    to: clock(access.endedAt ?? access.endsAt, zone),
  };
  return (
    <div>
      <p>
        <b>{access.name}</b>
        <small>{say(isOpen(access) ? 'breakGlass.openNow' : 'breakGlass.wasOpen', time)}</small>
      </p>
      <p className="access-why">{say('breakGlass.why', { reason: access.reason })}</p>
    </div>
  );
}
