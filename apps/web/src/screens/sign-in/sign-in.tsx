import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { serviceQuery } from '../../api-client/queries-accounts.js';
import type { SignInAnswer } from '../../api-client/views-accounts.js';
import { say } from '../../words-entry.js';
import { Entry } from './entry.js';
import { PasswordForm } from './password-form.js';
import { useArrive } from './use-arrive.js';

const route = getRouteApi('/sign-in');

export function SignIn() {
  const { next } = route.useSearch();
  const navigate = route.useNavigate();
  const arrive = useArrive(next);
  const service = useQuery(serviceQuery());

  function done({ next: step, factors }: SignInAnswer) {
    if (step === 'done') return arrive();
    void navigate({
      to: step === 'enrol' ? '/sign-in/enrol' : '/sign-in/2fa',
      search: { next },
      state: { factors },
    });
  }

  return (
    <Entry
      title={say('signIn.title')}
      foot={
        <div className="entry-foot">
          {service.data?.signUp === 'open' && (
            <p>
              <Link to="/start">{say('signIn.start')}</Link>
            </p>
          )}
          <p className="quiet small">{say('signIn.forClients')}</p>
        </div>
      }
    >
      <PasswordForm done={done} beside={<Link to="/forgot">{say('signIn.forgot')}</Link>} />
    </Entry>
  );
}
