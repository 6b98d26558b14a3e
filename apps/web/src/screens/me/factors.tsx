import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { removePasskey, removeTotp, startTotp } from '../../api-client/calls-accounts.js';
import { factorsQuery } from '../../api-client/queries-accounts.js';
import { ApiProblem } from '../../api-client/request.js';
import type { EnrolledView, FactorsView, TotpSecretView } from '../../api-client/views-accounts.js';
import { PasskeySetup } from '../../factors/passkey-setup.js';
import { canUsePasskeys } from '../../factors/passkey.js';
import { TotpSetup } from '../../factors/totp-setup.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { useHere } from '../../shell/use-me.js';
import { day } from '../../when.js';
import { say } from '../../words-entry.js';
import { Codes, CodesDialog } from './codes.js';

type Open =
  | { what: 'passkey' }
  | { what: 'totp'; totp: TotpSecretView }
  | { what: 'codes'; codes: string[] }
  | { what: 'remove'; name: string; call(): Promise<void> };

/** The second step: what there is, more of it, less of it. */
export function Factors() {
  const factors = useQuery(factorsQuery());
  return (
    <section className="card pad">
      <h2>{say('me.factors')}</h2>
      <p className="quiet">{say('me.factorsHint')}</p>
      {factors.isPending && <Loading rows={3} isCard={false} />}
      {factors.error && <Failure error={factors.error} retry={() => void factors.refetch()} />}
      {factors.data && <Known factors={factors.data} />}
    </section>
  );
}

function Known({
  factors: { totp, passkeys, recoveryCodesLeft, passkeysPossible },
}: {
  factors: FactorsView;
}) {
  const here = useHere();
  const [open, setOpen] = useState<Open | null>(null);
  const start = useAct(startTotp, { refresh: [], done: (made) => setOpen({ what: 'totp', totp: made }) });
  const close = () => setOpen(null);
  const enrolled = (words: string) => (answer: EnrolledView) => {
    notify(words);
    setOpen(answer.recoveryCodes && { what: 'codes', codes: answer.recoveryCodes });
  };
  return (
    <>
      {start.error && <Failure error={start.error} isAct />}
      <ul className="me-list">
        <li>
          <p>
            <span className="strong">{say('me.totp')}</span>
            <small>
              {totp ? say('me.totpSince', { date: day(totp.createdAt, here) }) : say('me.totpNone')}
            </small>
          </p>
          <div className="acts">
            <Button small isPending={start.isPending} onPress={() => start.run()}>
              {say(totp ? 'me.replaceTotp' : 'me.addTotp')}
            </Button>
            {totp && (
              <Remove
                name={say('me.totp')}
                open={(name) => setOpen({ what: 'remove', name, call: removeTotp })}
              />
            )}
          </div>
        </li>
        {passkeys.map(({ id, name, createdAt, lastUsedAt }) => (
          <li key={id}>
            <p>
              <span className="strong">{name}</span>
              <small>
                {lastUsedAt
                  ? say('me.passkeyFacts', { date: day(createdAt, here), used: day(lastUsedAt, here) })
                  : say('me.passkeyNew', { date: day(createdAt, here) })}
              </small>
            </p>
            <Remove
              name={name}
              open={() => setOpen({ what: 'remove', name, call: () => removePasskey(id) })}
            />
          </li>
        ))}
        {passkeysPossible && canUsePasskeys() && (
          <li>
            <p>
              <span className="strong">{say('me.passkeys')}</span>
              {passkeys.length === 0 && <small>{say('me.passkeysNone')}</small>}
            </p>
            <Button small onPress={() => setOpen({ what: 'passkey' })}>
              {say('me.addPasskey')}
            </Button>
          </li>
        )}
        <Codes left={recoveryCodesLeft} onMade={(codes) => setOpen({ what: 'codes', codes })} />
      </ul>
      {open?.what === 'passkey' && (
        <Dialog title={say('passkey.title')} onClose={close}>
          <PasskeySetup done={(answer, name) => enrolled(say('me.added', { name }))(answer)} />
        </Dialog>
      )}
      {open?.what === 'totp' && (
        <Dialog title={say('totp.title')} onClose={close}>
          <TotpSetup totp={open.totp} done={enrolled(say('me.totpDone'))} />
        </Dialog>
      )}
      {open?.what === 'codes' && <CodesDialog codes={open.codes} onClose={close} />}
      {open?.what === 'remove' && <RemoveDialog name={open.name} call={open.call} onClose={close} />}
    </>
  );
}

const Remove = ({ name, open }: { name: string; open(name: string): void }) => (
  <Button small kind="plain" aria-label={say('me.removeNamed', { name })} onPress={() => open(name)}>
    {say('me.remove')}
  </Button>
);

function RemoveDialog({ name, call, onClose }: { name: string; call(): Promise<void>; onClose(): void }) {
  const act = useAct(call, {
    refresh: [['me', 'factors']],
    done: () => {
      notify(say('me.removed', { name }));
      onClose();
    },
  });
  const isLast = act.error instanceof ApiProblem && act.error.is('last-factor');
  return (
    <Confirm
      title={say('me.removeTitle', { name })}
      label={say('me.remove')}
      act={{ ...act, error: isLast ? null : act.error }}
      onClose={onClose}
    >
      <p>{say('me.removeWhat')}</p>
      {isLast && (
        <p className="strong" role="alert">
          {say('me.lastFactor')}
        </p>
      )}
    </Confirm>
  );
}
