import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn, type Say } from '@app/design/words/say.js';
import { AskForWords } from '../words/words-link-pages.js';
import { callSeenWords } from './call-me-page.js';
import { Nonce, ShiftLink } from './parts.js';
import type { ThanksPageProps } from './afterwards-props.js';

/** After sending. Shows nothing of what was sent unless it is handed over for this browser. */
export function ThanksPage(props: ThanksPageProps) {
  const { frame, kind, sentTime, reading, nextOn, callAsked, callSeenBy } = props;
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('thanks.title')}>
      {props.asksSafe && <AsksSafe {...props.asksSafe} say={say} />}
      <p className="before">{say('thanks.sentAt', { time: sentTime })}</p>
      <h1>{kind === 'nothing' ? say('thanks.nothing') : withWhom(frame.reader, say)}</h1>
      {callAsked && (
        <p className="hint">
          {say('answer.callAsked')} {callSeenBy && callSeenWords(callSeenBy, say)}
        </p>
      )}
      <p className="hint">
        {reading} {say('thanks.nothingElse')}
      </p>
      <OwnWords {...props} say={say} />
      {nextOn && <p className="note">{say('thanks.next', { day: nextOn })}</p>}
      <p className="note">
        {say('thanks.close')} {say('reads.notWatched')}
      </p>
      <ShiftLink url={props.shiftUrl} say={say} />
      <AskForWords asks={props.askForWords} say={say} />
    </PageFrame>
  );
}

/** Something in what was sent made a computer ask. Yes leads on; the other tells the clinic. */
function AsksSafe({ form, yesUrl, say }: NonNullable<ThanksPageProps['asksSafe']> & { say: Say }) {
  return (
    <section className="problem" role="status">
      <h2>{say('asksSafe.question')}</h2>
      <p className="hint">{say('asksSafe.hint')}</p>
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <div className="pair">
          <a className="btn btn-quiet" href={yesUrl}>
            {say('asksSafe.yes')}
          </a>
          <button className="btn btn-quiet" name="act" value="call-me">
            {say('asksSafe.callMe')}
          </button>
        </div>
      </form>
    </section>
  );
}

function OwnWords({ frame, ownWords, ownTaps = [], changeUrl, say }: ThanksPageProps & { say: Say }) {
  if (ownWords === null && ownTaps.length === 0 && changeUrl === null) return null;
  return (
    <section className="card">
      {(ownWords !== null || ownTaps.length > 0) && <h2>{say('thanks.ownWords')}</h2>}
      {ownWords !== null && <p className="own-words">{ownWords}</p>}
      {ownTaps.map(({ question, answer }) => (
        <p className="hint" key={question}>
          {question} <b>{answer}</b>
        </p>
      ))}
      {changeUrl !== null && (
        <p className="tail">
          <a href={changeUrl}>{say('thanks.change')}</a>{' '}
          {frame.reader
            ? say('thanks.changeUntilReader', { reader: frame.reader })
            : say('thanks.changeUntilTeam')}
        </p>
      )}
    </section>
  );
}

function withWhom(reader: string | null, say: Say): string {
  return reader ? say('thanks.withReader', { reader }) : say('thanks.withTeam');
}
