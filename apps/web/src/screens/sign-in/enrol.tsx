import { getRouteApi, Link, useLocation } from '@tanstack/react-router';
import { KeyRound, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { startTotp } from '../../api-client/calls-accounts.js';
import { ApiProblem } from '../../api-client/request.js';
import type { EnrolledView, TotpSecretView } from '../../api-client/views-accounts.js';
import '../../factors/factors.css';
import { PasskeySetup } from '../../factors/passkey-setup.js';
import { canUsePasskeys } from '../../factors/passkey.js';
import { RecoveryCodes } from '../../factors/recovery-codes.js';
import { TotpSetup } from '../../factors/totp-setup.js';
import { Failure } from '../../parts/failure.js';
import { say } from '../../words-entry.js';
import { Entry } from './entry.js';
import { useArrive } from './use-arrive.js';

const route = getRouteApi('/sign-in/enrol');

type Step =
  | { at: 'choice' }
  | { at: 'passkey' }
  | { at: 'totp'; totp: TotpSecretView }
  | { at: 'codes'; codes: string[] };

/** The first sign-in of an account: a second factor, then the recovery codes, then in. */
export function Enrol() {
  const { next } = route.useSearch();
  const arrive = useArrive(next);
  const possible = useLocation({ select: ({ state }) => state.factors });
  const hasPasskeys = canUsePasskeys() && (possible?.includes('passkey') ?? true);
  const [step, go] = useState<Step>({ at: 'choice' });
  const start = useAct(startTotp, { refresh: [], done: (totp) => go({ at: 'totp', totp }) });
  const enrolled = ({ recoveryCodes }: EnrolledView) =>
    recoveryCodes ? go({ at: 'codes', codes: recoveryCodes }) : arrive();
  const isTooLate = start.error instanceof ApiProblem && start.error.status === 401;

  switch (step.at) {
    case 'choice':
      return (
        <Entry title={say('enrol.title')} foot={<Back label={say('signIn.back')} />}>
          <p>{say('enrol.why')}</p>
          {isTooLate ? (
            <p role="alert" className="strong">
              {say('factor.tooLate')}
            </p>
          ) : (
            start.error && <Failure error={start.error} isAct />
          )}
          <h2 id="ways">{say('enrol.choose')}</h2>
          <div className="ways" role="group" aria-labelledby="ways">
            {hasPasskeys && (
              <button type="button" className="way" onClick={() => go({ at: 'passkey' })}>
                <KeyRound size={22} aria-hidden="true" />
                {say('enrol.passkey')}
                <small>{say('enrol.passkeyHint')}</small>
              </button>
            )}
            <button type="button" className="way" onClick={() => start.run()}>
              <Smartphone size={22} aria-hidden="true" />
              {say('enrol.totp')}
              <small>{say('enrol.totpHint')}</small>
            </button>
          </div>
          {!hasPasskeys && <p className="quiet small">{say('enrol.noPasskeys')}</p>}
        </Entry>
      );
    case 'passkey':
      return (
        <Entry title={say('passkey.title')} foot={<Other go={() => go({ at: 'choice' })} />}>
          <PasskeySetup done={enrolled} />
        </Entry>
      );
    case 'totp':
      return (
        <Entry title={say('totp.title')} foot={<Other go={() => go({ at: 'choice' })} />}>
          <TotpSetup totp={step.totp} done={enrolled} />
        </Entry>
      );
    case 'codes':
      return (
        <Entry title={say('codes.title')}>
          <RecoveryCodes codes={step.codes} done={arrive} />
        </Entry>
      );
  }
}

const Back = ({ label }: { label: string }) => (
  <p>
    <Link to="/sign-in">{label}</Link>
  </p>
);
const Other = ({ go }: { go(): void }) => (
  <button type="button" className="text-button" onClick={go}>
    {say('enrol.other')}
  </button>
);
