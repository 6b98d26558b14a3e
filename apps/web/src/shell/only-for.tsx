import type { ReactNode } from 'react';
import type { Role } from '../api-client/views-accounts.js';
import { LinkButton } from '../parts/button.js';
import { say } from '../words.js';
import { PageHead } from './page-head.js';
import { useMe } from './use-me.js';
import { useHasRole } from './use-roles.js';
import { useTitle } from './use-title.js';

interface OnlyForProps {
  roles: Role[];
  title: string;
  /** Who may, and whom to ask, in a sentence. */
  why: string;
  children: ReactNode;
}

/** A screen that a role cannot use says so, when its address is opened directly. The API refuses in any case. */
export function OnlyFor({ roles, title, why, children }: OnlyForProps) {
  useTitle(title);
  const me = useMe();
  if (useHasRole(...roles)) return children;
  return (
    <>
      <PageHead title={title} />
      <section className="card pad narrow">
        <h2>{say('onlyFor.title')}</h2>
        <p>{why}</p>
        <p className="quiet">
          {say('onlyFor.you', {
            clinic: me.clinic.name,
            roles: me.roles.map((role) => say(`role.${role}`)).join(', '),
          })}
        </p>
        <LinkButton to="/today">{say('notFound.act')}</LinkButton>
      </section>
    </>
  );
}
