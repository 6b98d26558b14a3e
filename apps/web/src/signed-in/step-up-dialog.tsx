import { useQuery } from '@tanstack/react-query';
import { stepUp } from '../api-client/calls-accounts.js';
import { factorsQuery } from '../api-client/queries-accounts.js';
import type { FactorKind, FactorsView } from '../api-client/views-accounts.js';
import { FactorForm } from '../factors/factor-form.js';
import { confirmByPasskey } from '../factors/passkey.js';
import { Dialog } from '../parts/dialog.js';
import { Failure } from '../parts/failure.js';
import { Loading } from '../parts/loading.js';
import { say } from '../words-entry.js';
import { confirmed } from './watch.js';

/** A second factor again, before something that matters; what waits for it goes on by itself. */
export function StepUpDialog() {
  const factors = useQuery(factorsQuery());
  return (
    <Dialog title={say('stepUp.title')} onClose={() => confirmed(false)}>
      <p className="quiet">{say('stepUp.why')}</p>
      {factors.isPending && <Loading rows={2} isCard={false} />}
      {factors.error && <Failure error={factors.error} retry={() => void factors.refetch()} />}
      {factors.data && (
        <FactorForm
          factors={kindsIn(factors.data)}
          byPasskey={confirmByPasskey}
          byCode={({ code }) => stepUp({ kind: 'totp', code })}
          done={() => confirmed(true)}
          label={say('stepUp.confirm')}
        />
      )}
    </Dialog>
  );
}

// A recovery code signs in; it is not spent on confirming.
const kindsIn = ({ totp, passkeys }: FactorsView): FactorKind[] => [
  ...(passkeys.length > 0 ? ['passkey' as const] : []),
  ...(totp ? ['totp' as const] : []),
];
