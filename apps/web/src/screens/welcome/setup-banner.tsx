import './setup-banner.css';
import { Compass } from 'lucide-react';
import { LinkButton } from '../../parts/button.js';
import { useMe } from '../../shell/use-me.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { say } from '../../words.js';

/** On Today of a clinic whose first steps are not done: an offer, not a wall. */
export function SetupBanner() {
  const me = useMe();
  const isAdmin = useIsAdmin();
  if (!isAdmin || me.clinic.setUp !== false) return null;
  return (
    <aside className="card setup-banner" aria-label={say('welcome.title')}>
      <Compass size={18} aria-hidden="true" />
      <p>{say('welcome.banner')}</p>
      <LinkButton small to="/welcome">
        {say('welcome.open')}
      </LinkButton>
    </aside>
  );
}
