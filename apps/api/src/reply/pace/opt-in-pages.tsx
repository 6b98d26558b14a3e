import { PageFrame } from '@app/design/page-frame.js';
import { consentTexts } from '@app/design/words/consent-text.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { ButtonLink, Nonce, OneButton, Tail } from '../views/parts.js';
import type { FormProps, FrameProps } from '../views/props.js';
import type { OptInDonePageProps, OptInPageProps, SetPassphrasePageProps } from './pace-props.js';

/** What there is to agree to, who else opens the mailbox, and one button. */
export function OptInPage({ frame, form, firstName, textVersion, shared }: OptInPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('optIn.title')}>
      <p className="before">{firstName ? say('answer.hello', { firstName }) : say('answer.helloPlain')}</p>
      <h1>{say('optIn.heading')}</h1>
      <p className="hint">{say('optIn.hint')}</p>
      <section className="card">
        <h2>{say('optIn.facts')}</h2>
        {consentTexts[textVersion].map((code) => (
          <p className="hint" key={code}>
            {say(code)}
          </p>
        ))}
      </section>
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <Shared shared={shared} say={say} />
        <button className="btn btn-go" name="act" value="consent">
          {say('optIn.button')}
        </button>
      </form>
      <p className="note">{say('optIn.noNeed')}</p>
    </PageFrame>
  );
}

function Shared({ shared, say }: { shared: boolean | null; say: Say }) {
  return (
    <fieldset className="group" aria-describedby="shared-hint">
      <legend>
        {say('optIn.shared')} <span className="optional">{say('answer.optional')}</span>
      </legend>
      <p className="hint" id="shared-hint">
        {say('optIn.sharedHint')}
      </p>
      <div className="chips">
        {([true, false] as const).map((one) => (
          <label className="tap" key={String(one)}>
            <input type="radio" name="shared" value={one ? 'yes' : 'no'} defaultChecked={shared === one} />
            <span>{say(one ? 'optIn.sharedYes' : 'optIn.sharedNo')}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** The yes stands. */
export function OptInDonePage({ frame, paceUrl, passphraseUrl }: OptInDonePageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('optIn.title')}>
      <h1>{say('optIn.done')}</h1>
      <p className="hint">{say('optIn.doneHint')}</p>
      {passphraseUrl && <ButtonLink href={passphraseUrl}>{say('optIn.setPass')}</ButtonLink>}
      <Tail href={paceUrl}>{say('pace.more')}</Tail>
      <p className="note">{say('thanks.close')}</p>
    </PageFrame>
  );
}

/** The client stopped after this mail had left: it may lie in anybody's mailbox by now. */
export function OptInTooOldPage({ frame, form }: { frame: FrameProps; form: FormProps }) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('optIn.title')}>
      <h1>{say('optIn.tooOld')}</h1>
      <p className="hint">{say('optIn.tooOldHint')}</p>
      <OneButton form={form} act="start-again">
        {say('pace.startAgain')}
      </OneButton>
    </PageFrame>
  );
}

/** Two fields, for a mailbox that somebody else opens. What was typed is never shown back. */
export function SetPassphrasePage({ frame, form, problem, laterUrl }: SetPassphrasePageProps) {
  const say = wordsIn(frame.locale);
  const words = problem && problemWords(problem, say);
  const title = say('optIn.title');
  return (
    <PageFrame frame={frame} title={words ? say('frame.titleProblem', { title }) : title}>
      {words && (
        <div className="problem" role="alert">
          <h2>{say('frame.problemTitle')}</h2>
          <a href="#passphrase">{words}</a>
        </div>
      )}
      <h1>{say('optIn.passHeading')}</h1>
      <p className="hint">{say('optIn.passHint')}</p>
      <form method="post" action={form.action}>
        <Nonce form={form} />
        {(['passphrase', 'again'] as const).map((name) => (
          <p className="field" key={name}>
            <label htmlFor={name}>{say(name === 'again' ? 'optIn.passAgain' : 'optIn.pass')}</label>
            <input
              id={name}
              name={name}
              type="password"
              autoComplete="new-password"
              aria-invalid={words ? true : undefined}
            />
          </p>
        ))}
        <button className="btn btn-go" name="act" value="set-passphrase">
          {say('optIn.setPass')}
        </button>
      </form>
      <Tail href={laterUrl}>{say('optIn.passLater')}</Tail>
    </PageFrame>
  );
}

function problemWords(problem: NonNullable<SetPassphrasePageProps['problem']>, say: Say): string {
  switch (problem.code) {
    case 'passDiffer':
      return say('optIn.passDiffer');
    case 'passShort':
      return say('optIn.passShort', { min: problem.min });
    case 'passLong':
      return say('optIn.passLong', { max: problem.max });
  }
}
