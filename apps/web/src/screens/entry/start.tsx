import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { askToStart, openStart } from '../../api-client/calls-accounts.js';
import { serviceQuery } from '../../api-client/queries-accounts.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { say } from '../../words-entry.js';
import { Entry } from '../sign-in/entry.js';
import { AskByMail } from './ask-by-mail.js';
import { useFragment } from './fragment.js';
import { LinkEnded } from './link-pages.js';
import { StartForm } from './start-form.js';
import { isEnded } from './use-entry-form.js';
import { useOpened } from './use-opened.js';

/** `/start`: an address to begin with; `/start#…`: the clinic itself. */
export function Start() {
  const fragment = useFragment();
  if (fragment === 'none') return <Ask />;
  if (!fragment.token) return <LinkEnded what="link.endedStart" again="/start" />;
  return <Opening key={fragment.token} token={fragment.token} />;
}

function Ask() {
  const service = useQuery(serviceQuery());
  if (service.data?.signUp === 'closed')
    return (
      <Entry title={say('start.closedTitle')} foot={<Back />}>
        <p>{say('start.closed')}</p>
      </Entry>
    );
  return (
    <AskByMail
      title={say('start.title')}
      why={say('start.why')}
      label={say('start.send')}
      call={askToStart}
      sent={(email) => say('start.sent', { email })}
      foot={<Back />}
    />
  );
}

const Back = () => (
  <p>
    <Link to="/sign-in">{say('signIn.back')}</Link>
  </p>
);

function Opening({ token }: { token: string }) {
  const opened = useOpened('start', token, openStart);
  if (isEnded(opened.error)) return <LinkEnded what="link.endedStart" again="/start" />;
  if (opened.data) return <StartForm token={token} email={opened.data.email} />;
  return (
    <Entry title={say('start.formTitle')} isWide>
      {opened.error ? (
        <Failure error={opened.error} retry={() => void opened.refetch()} />
      ) : (
        <Loading rows={5} isCard={false} />
      )}
    </Entry>
  );
}
