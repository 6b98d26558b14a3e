import { useQuery } from '@tanstack/react-query';
import { useAct } from '../../acts/use-act.js';
import { endOtherSignIns, endSignIn } from '../../api-client/calls-accounts.js';
import { signInsQuery } from '../../api-client/queries-accounts.js';
import type { MySignInView } from '../../api-client/views-accounts.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock, zoneName } from '../../when.js';
import { say } from '../../words-entry.js';

const refresh = [['me', 'sign-ins']];

/** Every browser this account is signed in with, this one first. */
export function SignIns() {
  const here = useHere();
  const signIns = useQuery(signInsQuery());
  const others = useAct(endOtherSignIns, { refresh, done: () => notify(say('me.endedOthers')) });
  const one = useAct(endSignIn, { refresh, done: () => notify(say('me.ended')) });
  const error = one.error ?? others.error;
  const sorted = signIns.data?.toSorted((a, b) => Number(b.current) - Number(a.current)) ?? [];
  return (
    <section className="card pad">
      <h2>{say('me.signIns')}</h2>
      <p className="quiet">
        {say('me.signInsHint')} {say('today.whose', { zone: zoneName(here) })}
      </p>
      {signIns.isPending && <Loading rows={3} isCard={false} />}
      {signIns.error && <Failure error={signIns.error} retry={() => void signIns.refetch()} />}
      {error && <Failure error={error} isAct />}
      <ul className="me-list">
        {sorted.map((signIn) => (
          <li key={signIn.id}>
            <p>
              <span className="strong">{browserOf(signIn)}</span>
              {signIn.current && <span className="chip chip-full">{say('me.thisOne')}</span>}
              <small>
                {[
                  signIn.clinicName,
                  ...(signIn.ip ? [signIn.ip] : []),
                  say('me.signInFacts', {
                    since: dayAndClock(signIn.createdAt, here),
                    seen: dayAndClock(signIn.lastSeenAt, here),
                  }),
                ].join(' · ')}
              </small>
            </p>
            {!signIn.current && (
              <Button
                small
                aria-label={say('me.endNamed', { name: browserOf(signIn) })}
                isPending={one.isPending}
                onPress={() => one.run(signIn.id)}
              >
                {say('me.endSignIn')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sorted.length > 1 && (
        <Button isPending={others.isPending} onPress={() => others.run()}>
          {say('me.endOthers')}
        </Button>
      )}
    </section>
  );
}

const browserOf = ({ browser }: MySignInView) => browser ?? say('me.unknownBrowser');
