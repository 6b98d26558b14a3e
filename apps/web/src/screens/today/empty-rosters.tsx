import { CircleAlert } from 'lucide-react';
import type { TodayView } from '../../api-client/views.js';
import { LinkButton } from '../../parts/button.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words.js';

/** A task: safety checks wait, for nobody would be told of their answers. */
export function EmptyRosters({ empty }: { empty: TodayView['emptyRosters'] }) {
  const isAdmin = useIsAdmin();
  if (!empty) return null;
  const { kinds, waiting } = empty;
  const which = kinds.length === 1 && kinds[0] ? kinds[0] : 'both';
  return (
    <section className="card side-card" aria-labelledby="empty-rosters">
      <h2 id="empty-rosters">
        <CircleAlert size={18} aria-hidden="true" />
        {say('emptyRosters.title', { n: waiting })}
      </h2>
      <ul className="no-next">
        <li>
          <span>
            {say(`emptyRosters.${which}`)}
            <small>
              {say('emptyRosters.what')} {!isAdmin && say('emptyRosters.ask')}
            </small>
          </span>
          <LinkButton small to="/settings/rosters">
            {say(isAdmin ? 'emptyRosters.set' : 'emptyRosters.see')}
          </LinkButton>
        </li>
      </ul>
    </section>
  );
}
