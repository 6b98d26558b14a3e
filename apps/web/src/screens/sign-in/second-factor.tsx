import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { giveCode } from '../../api-client/calls-accounts.js';
import type { FactorKind } from '../../api-client/views-accounts.js';
import { FactorForm } from '../../factors/factor-form.js';
import { signInByPasskey } from '../../factors/passkey.js';
import { say } from '../../words-entry.js';
import { Entry } from './entry.js';
import { useArrive } from './use-arrive.js';

const route = getRouteApi('/sign-in/2fa');
const EVERYTHING: FactorKind[] = ['passkey', 'totp', 'recovery-code'];

/** After the password: a passkey, a code, or a recovery code. */
export function SecondFactor() {
  const { next } = route.useSearch();
  const navigate = route.useNavigate();
  const factors = useLocation({ select: ({ state }) => state.factors });
  return (
    <Entry
      title={say('signIn.secondTitle')}
      foot={
        <p>
          <Link to="/sign-in" search={{ next }}>
            {say('signIn.back')}
          </Link>
        </p>
      }
    >
      <p className="quiet">{say('signIn.secondWhy')}</p>
      <FactorForm
        factors={factors ?? EVERYTHING}
        byPasskey={signInByPasskey}
        byCode={giveCode}
        done={useArrive(next)}
        tooLate={() => void navigate({ to: '/sign-in', search: { next } })}
        label={say('act.signIn')}
      />
    </Entry>
  );
}
