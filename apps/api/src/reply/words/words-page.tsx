import { PageFrame } from '@app/design/page-frame.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { Nonce } from '../views/parts.js';
import { Entry } from './entry.js';
import type { EntryProps, MonthProps, ThreadProps, WordsPageProps } from './words-props.js';

/** Everything a client sent, newest first, by month. Nothing on it is counted. */
export function WordsPage(props: WordsPageProps) {
  const { frame, form, openUntil, months, since, copyUrl, isTooOld = false } = props;
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.title')}>
      <h1>{say('myWords.heading')}</h1>
      {isTooOld && <TooOld say={say} />}
      <p className="hint">{openUntil && say('myWords.hint', { time: openUntil })}</p>
      <form method="post" action={form.action} className="pair">
        <Nonce form={form} />
        <a className="btn btn-quiet" href={copyUrl}>
          {say('myWords.keepCopy')}
        </a>
        <button className="btn btn-quiet" name="act" value="close">
          {say('myWords.closeIt')}
        </button>
      </form>
      {months.length === 0 && <p className="hint part">{say('myWords.empty')}</p>}
      {months.map((month) => (
        <Month month={month} say={say} key={month.name} />
      ))}
      {since && <p className="note">{say('myWords.since', { day: since })}</p>}
      <Turns {...props} say={say} />
      <InView {...props} say={say} />
      <Close {...props} say={say} />
    </PageFrame>
  );
}

/** The page was open for so long that nothing on it was done. */
export function TooOld({ say }: { say: Say }) {
  return (
    <p className="problem-here" role="alert">
      {say('myWords.pageTooOld')}
    </p>
  );
}

function Month({ month: { name, entries }, say }: { month: MonthProps; say: Say }) {
  return (
    <section className="month">
      <h2>{name}</h2>
      {entries.map((entry) => (
        <Sent entry={entry} say={say} key={entry.url} />
      ))}
    </section>
  );
}

function Sent({ entry, say }: { entry: EntryProps; say: Say }) {
  const { day, time, url, takenBackOn } = entry;
  const more = say('myWords.more');
  return (
    <article className="card">
      <h3 className="sent-on">{say('myWords.sentAt', { day, time })}</h3>
      <Entry entry={entry} say={say} />
      {!takenBackOn && (
        <p className="tail">
          <a href={url} aria-label={say('myWords.moreOf', { more, day, time })}>
            {more}
          </a>
        </p>
      )}
    </article>
  );
}

function Turns({ newerUrl, olderUrl, say }: WordsPageProps & { say: Say }) {
  if (!newerUrl && !olderUrl) return null;
  return (
    <p className="foot-links part">
      {newerUrl && <a href={newerUrl}>{say('myWords.newer')}</a>}
      {olderUrl && <a href={olderUrl}>{say('myWords.older')}</a>}
    </p>
  );
}

function InView({ threads, earlySigns, comparedUrl, say }: WordsPageProps & { say: Say }) {
  return (
    <section className="not-now">
      <h2>{say('myWords.inView')}</h2>
      <div className="facts">
        {threads.length > 0 && (
          <section>
            <h3>{say('myWords.threads')}</h3>
            <p className="hint">{say('myWords.threadsHint')}</p>
            <ul>
              {threads.map((thread, index) => (
                <Thread thread={thread} say={say} key={index} />
              ))}
            </ul>
          </section>
        )}
        {earlySigns.length > 0 && (
          <section>
            <h3>{say('myWords.signs')}</h3>
            <p className="hint">{say('myWords.signsHint')}</p>
            <ul>
              {earlySigns.map((sign, index) => (
                <li className="own-line" key={index}>
                  {sign}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
      <p className="tail">
        <a href={comparedUrl}>{say('myWords.compared')}</a>
      </p>
    </section>
  );
}

function Thread({ thread: { name, said }, say }: { thread: ThreadProps; say: Say }) {
  return (
    <li>
      {name ? (
        <span className="own-line">{name}</span>
      ) : (
        <span className="hint">{say('myWords.unnamed')}</span>
      )}
      {said.map((each) => (
        <p className="hint" key={each}>
          {each}
        </p>
      ))}
    </li>
  );
}

function Close({ form, say }: WordsPageProps & { say: Say }) {
  return (
    <form method="post" action={form.action}>
      <Nonce form={form} />
      <button className="btn btn-go" name="act" value="close">
        {say('myWords.close')}
      </button>
    </form>
  );
}
