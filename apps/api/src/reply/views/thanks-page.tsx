import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn, type Say } from '@app/design/words/say.js';
import { callSeenWords } from './call-me-page.js';
import type { ThanksPageProps } from './props.js';

/** After sending. Shows nothing of what was sent unless it is handed over for this browser. */
export function ThanksPage(props: ThanksPageProps) {
  const { frame, kind, sentTime, reading, nextOn, callAsked, callSeenBy } = props;
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('thanks.title')}>
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
    </PageFrame>
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
