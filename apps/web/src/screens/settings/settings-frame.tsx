import './settings.css';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageHead } from '../../shell/page-head.js';
import { useCurrentInSight } from '../../shell/use-current-in-sight.js';
import { useHasRole, useIsAdmin } from '../../shell/use-roles.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words-settings.js';

const SECTIONS = [
  'clinic',
  'locations',
  'hours',
  'crisis',
  'rosters',
  'safety',
  'patterns',
  'emails',
  'measures',
  'security',
] as const;
type Section = (typeof SECTIONS)[number];

/** What not everybody may read, as the API has it; an admin reads all of it. */
const OF_ADMINS: ReadonlySet<Section> = new Set<Section>(['patterns', 'security']);
const OF_PRACTITIONERS: ReadonlySet<Section> = new Set<Section>(['safety', 'measures']);

/** The settings of the clinic: their list, and one of them. Everybody may read; an admin writes. */
export function SettingsFrame({ section, children }: { section: Section; children: ReactNode }) {
  const isAdmin = useIsAdmin();
  const isPractitioner = useHasRole('practitioner');
  const nav = useCurrentInSight(section);
  const title = say(`settings.${section}`);
  useTitle(title);
  return (
    <>
      <PageHead above={<p className="settings-above">{say('settings.title')}</p>} title={title}>
        {say(`settings.${section}What`)} {!isAdmin && say('settings.readOnly')}
      </PageHead>
      <div className="settings">
        <nav ref={nav} className="settings-nav" aria-label={say('settings.sections')}>
          <ul>
            {SECTIONS.filter(
              (each) => isAdmin || (OF_PRACTITIONERS.has(each) ? isPractitioner : !OF_ADMINS.has(each)),
            ).map((each) => (
              <li key={each}>
                <Link to={`/settings/${each}`} className="place">
                  {say(`settings.${each}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="settings-page">{children}</div>
      </div>
    </>
  );
}
