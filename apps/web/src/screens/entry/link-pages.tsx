import { LinkButton } from '../../parts/button.js';
import { say } from '../../words-entry.js';
import { Entry } from '../sign-in/entry.js';

/** The same page for a link that was used, taken back, is too old, or never was. */
export function LinkEnded({
  what,
  again,
}: {
  what: 'link.endedReset' | 'link.endedInvite' | 'link.endedStart';
  again?: '/forgot' | '/start';
}) {
  return (
    <Entry title={say('link.endedTitle')}>
      <p>{say(what)}</p>
      <div className="entry-acts">
        {again && (
          <LinkButton kind="primary" to={again}>
            {say('link.ask')}
          </LinkButton>
        )}
        <LinkButton kind={again ? 'plain' : 'primary'} to="/sign-in">
          {say('link.signIn')}
        </LinkButton>
      </div>
    </Entry>
  );
}

/** The page was loaded again, and does not know its link any more. */
export function LinkGone() {
  return (
    <Entry title={say('link.openAgainTitle')}>
      <p>{say('link.openAgain')}</p>
      <div className="entry-acts">
        <LinkButton kind="plain" to="/sign-in">
          {say('link.signIn')}
        </LinkButton>
      </div>
    </Entry>
  );
}

/** Done: what happened, and the way in. */
export function NowSignIn({ title, children }: { title: string; children: string }) {
  return (
    <Entry title={title}>
      <p>{children}</p>
      <div className="entry-acts">
        <LinkButton kind="primary" to="/sign-in">
          {say('act.signIn')}
        </LinkButton>
      </div>
    </Entry>
  );
}
