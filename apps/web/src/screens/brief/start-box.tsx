import type { BriefView } from '../../api-client/views.js';
import { useHere } from '../../shell/use-me.js';
import { day } from '../../when.js';
import { say } from '../../words-brief.js';
import { Flags } from '../flag/flag-card.js';
import { FactLink } from './fact-link.js';

interface StartProps {
  brief: BriefView;
  /** As it is shown: names can be hidden. */
  shownName: string;
  name: string;
}

/** First what needs a person, then what the client wants, then where the two of them left off. */
export function StartBox({ brief, shownName, name }: StartProps) {
  const { flags } = brief;
  return (
    <>
      <Flags flags={flags.map((flag) => ({ ...flag, client: { ...flag.client, name: shownName } }))} />
      <div className="start">
        <Wishes brief={brief} name={name} />
        <LeftOff brief={brief} />
        <section aria-labelledby="safety">
          <h2 id="safety">{say('brief.safety')}</h2>
          <p className="strong">
            {flags.length > 0 ? say('brief.openFlags', { n: flags.length }) : say('brief.noFlags')}
          </p>
          {brief.noNextCall && <p className="quiet">{say('brief.noNextCall')}</p>}
        </section>
      </div>
    </>
  );
}

/** The line they starred, what they asked to talk about, and what not to raise. */
function Wishes({
  brief: { starred, wantsToTalkAbout, dontRaise },
  name,
}: {
  brief: BriefView;
  name: string;
}) {
  const here = useHere();
  return (
    <section aria-labelledby="wishes">
      <h2 id="wishes">{say('brief.starred', { name })}</h2>
      {starred.length === 0 && <p className="quiet">{say('brief.nothingStarred')}</p>}
      {starred.map(({ reflectionId, quote, sentAt }) => (
        <p key={reflectionId + quote}>
          <FactLink to={reflectionId} className="quote">
            {`“${quote}”`}
          </FactLink>
          <small className="quiet"> {day(sentAt, here)}</small>
        </p>
      ))}
      {wantsToTalkAbout.length > 0 && <h2>{say('brief.talkAbout', { name })}</h2>}
      {wantsToTalkAbout.map(({ reflectionId, quote }) => (
        <p key={reflectionId}>
          <FactLink to={reflectionId} className="quote">
            {`“${quote}”`}
          </FactLink>
        </p>
      ))}
      {dontRaise.length > 0 && <h2>{say('brief.dontRaise')}</h2>}
      {dontRaise.map(({ reflectionId, title, sentAt }) => (
        <p key={reflectionId}>
          <FactLink to={reflectionId}>
            {say('brief.dontRaiseOf', { name, date: day(sentAt, here), title: title ?? 'none' })}
          </FactLink>
        </p>
      ))}
    </section>
  );
}

function LeftOff({ brief: { lastCall } }: { brief: BriefView }) {
  const here = useHere();
  return (
    <section aria-labelledby="left-off">
      <h2 id="left-off">
        {lastCall ? say('brief.leftOff', { date: day(lastCall.startsAt, here) }) : say('brief.leftOffNever')}
      </h2>
      {lastCall?.closingNote ? (
        <p className="left-off">{lastCall.closingNote}</p>
      ) : (
        <p className="quiet">{say(lastCall ? 'brief.noNote' : 'brief.noCallBefore')}</p>
      )}
    </section>
  );
}
