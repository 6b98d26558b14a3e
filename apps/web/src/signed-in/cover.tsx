import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAct } from '../acts/use-act.js';
import { giveCode, workInAgain, whoIsThere } from '../api-client/calls-accounts.js';
import { ApiProblem } from '../api-client/request.js';
import type { FactorKind, SignInAnswer } from '../api-client/views-accounts.js';
import type { MeView } from '../api-client/views.js';
import { FactorForm } from '../factors/factor-form.js';
import { signInByPasskey } from '../factors/passkey.js';
import { EntryCard } from '../screens/sign-in/entry.js';
import { PasswordForm } from '../screens/sign-in/password-form.js';
import { Failure } from '../parts/failure.js';
import { say } from '../words-entry.js';
import { dropEverything, isBack } from './person.js';
import { focusAgain, type Ended, type Person } from './watch.js';

/** What was typed waits an hour for its owner; then nothing of the page stays in the browser (ASVS 5.0, 14.3.1). */
const KEPT_MS = 60 * 60_000;

/**
 * Over everything, opaque: the page beneath stays as it is and cannot be read or reached. It goes when the same
 * person has signed in again. Anybody else gets a page of their own.
 */
export function Cover({ why, person }: { why: Ended; person: Person }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const queries = useQueryClient();
  const [factors, setFactors] = useState<FactorKind[] | null>(null);
  const arrive = useAct(() => whoIsBack(person), {
    refresh: [],
    done: (me) => (me ? isBack(queries, me) : dropEverything('/today')),
  });
  const [isOpen, open] = useState(false);
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
    open(true);
    return focusAgain;
  }, []);
  useEffect(() => {
    const over = setTimeout(() => dropEverything('/sign-in'), KEPT_MS);
    return () => clearTimeout(over);
  }, []);

  function next(answer: SignInAnswer) {
    if (answer.next === 'second-factor') setFactors(answer.factors);
    else if (answer.next === 'enrol') dropEverything('/sign-in/enrol');
    else arrive.run();
  }

  return createPortal(
    <dialog
      ref={dialog}
      className="cover"
      aria-label={say('cover.region')}
      // React Aria hides what is outside its own dialogs; not this.
      data-react-aria-top-layer="true"
      onCancel={(event) => event.preventDefault()}
      // Some browsers close it at the second Escape all the same.
      onClose={() => dialog.current?.showModal()}
    >
      {/* Only what is shown can take the focus. */}
      {isOpen && (
        <EntryCard title={say(factors ? 'signIn.secondTitle' : 'cover.title')}>
          {arrive.error && <Failure error={arrive.error} retry={() => arrive.run()} />}
          {factors ? (
            <FactorForm
              factors={factors}
              byPasskey={signInByPasskey}
              byCode={giveCode}
              done={next}
              tooLate={() => setFactors(null)}
              label={say('act.signIn')}
            />
          ) : (
            <>
              <p>{say(`cover.${why}`)}</p>
              <p>{say('cover.kept')}</p>
              <PasswordForm email={person.email} done={next} />
            </>
          )}
          <p className="quiet small">
            <button type="button" className="text-button" onClick={() => dropEverything('/sign-in')}>
              {say('cover.other', { name: person.name })}
            </button>{' '}
            {say('cover.otherHint')}
          </p>
        </EntryCard>
      )}
    </dialog>,
    document.body,
  );
}

/** Who has signed in, in the clinic of the page beneath; null when that page is not theirs. */
async function whoIsBack(person: Person): Promise<MeView | null> {
  const me = await whoIsThere();
  if (me.accountId !== person.accountId) return null;
  if (me.clinic.id === person.clinicId) return me;
  try {
    await workInAgain(person.clinicId);
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) return null;
    throw error;
  }
  return whoIsThere();
}
