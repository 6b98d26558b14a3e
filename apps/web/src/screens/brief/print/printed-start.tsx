import type { FlagView } from '../../../api-client/views.js';
import { day, dayAndClock } from '../../../when.js';
import { say } from '../../../words-print.js';
import { Cited, type Printing } from './printing.js';

/** First what needs a person, then what the client wants, then where the two of them left off. */
export function PrintedStart({ printing }: { printing: Printing }) {
  const { flags, noNextCall, lastCall } = printing.brief;
  const { here } = printing;
  return (
    <div className="p-start">
      <div className={flags.length > 0 ? 'p-block p-flags' : 'p-block'}>
        <h3>{flags.length > 0 ? say('flag.heading', { n: flags.length }) : say('brief.safety')}</h3>
        {flags.length === 0 && <p>{say('brief.noFlags')}</p>}
        {flags.map((flag) => (
          <Flag key={flag.id} flag={flag} here={here} />
        ))}
        {noNextCall && <p className="quiet">{say('brief.noNextCall')}</p>}
      </div>
      <Wishes printing={printing} />
      <div className="p-block">
        <h3>
          {lastCall
            ? say('brief.leftOff', { date: day(lastCall.startsAt, here) })
            : say('brief.leftOffNever')}
        </h3>
        {lastCall?.closingNote ? (
          <p className="p-typed">{lastCall.closingNote}</p>
        ) : (
          <p className="quiet">{say(lastCall ? 'brief.noNote' : 'brief.noCallBefore')}</p>
        )}
      </div>
    </div>
  );
}

/** Without a name: the page says whose it is. */
function Flag({ flag, here }: { flag: FlagView; here: string }) {
  const { acknowledged } = flag;
  return (
    <p>
      <b>
        {say('print.flag', {
          label: flag.label,
          note: flag.labelNote ?? 'none',
          time: dayAndClock(flag.raisedAt, here),
        })}
      </b>{' '}
      {acknowledged
        ? say('flag.willCall', { name: acknowledged.byName, time: dayAndClock(acknowledged.callBy, here) })
        : say('flag.nobodyYet')}{' '}
      {flag.overdue && acknowledged && <b>{say('flag.lateCall')}</b>}
    </p>
  );
}

/** The line they starred, what they asked to talk about, and what not to raise. */
function Wishes({ printing }: { printing: Printing }) {
  const { starred, wantsToTalkAbout, dontRaise } = printing.brief;
  const { name, here } = printing;
  return (
    <div className="p-block">
      <h3>{say('brief.starred', { name })}</h3>
      {starred.length === 0 && <p className="quiet">{say('brief.nothingStarred')}</p>}
      {starred.map(({ reflectionId, quote, sentAt }) => (
        <p key={reflectionId + quote}>
          <q>{quote}</q> <span className="quiet">{day(sentAt, here)}</span>
          <Cited printing={printing} ids={[reflectionId]} />
        </p>
      ))}
      {wantsToTalkAbout.length > 0 && <h3>{say('brief.talkAbout', { name })}</h3>}
      {wantsToTalkAbout.map(({ reflectionId, quote }) => (
        <p key={reflectionId}>
          <q>{quote}</q>
          <Cited printing={printing} ids={[reflectionId]} />
        </p>
      ))}
      {dontRaise.length > 0 && <h3>{say('brief.dontRaise')}</h3>}
      {dontRaise.map(({ reflectionId, title, sentAt }) => (
        <p key={reflectionId}>
          {say('brief.dontRaiseOf', { name, date: day(sentAt, here), title: title ?? 'none' })}
          <Cited printing={printing} ids={[reflectionId]} />
        </p>
      ))}
    </div>
  );
}
