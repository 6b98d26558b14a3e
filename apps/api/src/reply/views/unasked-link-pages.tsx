import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { ButtonLink, KeptWords, OneButton, ProblemSummary } from './parts.js';
import type {
  UnaskedAskedPageProps,
  UnaskedAskPageProps,
  UnaskedLapsedPageProps,
  UnaskedOpenPageProps,
} from './unasked-props.js';

/** A clinic's page for leaving something. Knows nobody yet. */
export function UnaskedAskPage({ frame, action, email, minutes, problem }: UnaskedAskPageProps) {
  const say = wordsIn(frame.locale);
  const title = say('unasked.askTitle');
  const wrong = problem && say(`unasked.${problem}`);
  return (
    <PageFrame frame={frame} title={wrong ? say('frame.titleProblem', { title }) : title}>
      {wrong && <ProblemSummary words={wrong} target="email" say={say} />}
      <h1>{say('unasked.ask')}</h1>
      <p className="hint" id="hint">
        {say('unasked.askHint', { minutes })}
      </p>
      <form method="post" action={action} noValidate>
        <p className="group">
          <label htmlFor="email">{say('unasked.email')}</label>
        </p>
        {wrong && (
          <p className="problem-here" id="email-problem">
            {wrong}
          </p>
        )}
        <input
          type="email"
          id="email"
          name="email"
          autoComplete="email"
          defaultValue={email}
          aria-describedby={wrong ? 'hint email-problem' : 'hint'}
          aria-invalid={wrong ? true : undefined}
        />
        <button className="btn btn-go">{say('unasked.send')}</button>
      </form>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

/** The same for every address, known or not. */
export function UnaskedAskedPage({ frame, minutes }: UnaskedAskedPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('unasked.askedTitle')}>
      <h1>{say('unasked.asked')}</h1>
      <p className="hint">{say('unasked.askedHint', { minutes })}</p>
      <p className="hint">{say('link.sentLate')}</p>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

/** Opening changes nothing; the button does. */
export function UnaskedOpenPage({ frame, form, hours }: UnaskedOpenPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('unasked.openTitle')}>
      <h1>{say('unasked.open')}</h1>
      <p className="hint">{say('unasked.openHint', { count: hours })}</p>
      <OneButton form={form} act="open">
        {say('unasked.openButton')}
      </OneButton>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

/** The hours of the page are over; what was typed meanwhile is shown back. */
export function UnaskedLapsedPage({ frame, againUrl, unsentWords }: UnaskedLapsedPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('unasked.openTitle')}>
      <h1>{say('unasked.lapsed')}</h1>
      <p className="hint">{say('unasked.lapsedHint')}</p>
      <KeptWords words={unsentWords} say={say} />
      {againUrl && <ButtonLink href={againUrl}>{say('unasked.again')}</ButtonLink>}
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}
