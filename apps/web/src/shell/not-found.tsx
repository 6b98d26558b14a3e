import { LinkButton } from '../parts/button.js';
import { say } from '../words.js';
import { useTitle } from './use-title.js';

/** The same page for what never was and what is not for this person to see. */
export function NotFound({ isAlone = true }: { isAlone?: boolean }) {
  useTitle(say('notFound.title'));
  return (
    <div className="alone" role={isAlone ? 'main' : undefined}>
      <h1>{say('notFound.title')}</h1>
      <p>{say('notFound.text')}</p>
      <LinkButton kind="primary" to="/today">
        {say('notFound.act')}
      </LinkButton>
    </div>
  );
}
