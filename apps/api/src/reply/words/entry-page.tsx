import type { ReactNode } from 'react';
import { TickIcon } from '@app/design/icons.js';
import { PageFrame } from '@app/design/page-frame.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { Nonce } from '../views/parts.js';
import type { FormProps } from '../views/props.js';
import { Entry } from './entry.js';
import { TooOld } from './words-page.js';
import type { EntryPageProps, LineProps } from './words-props.js';

/** One of them, and what can be done with it. Each thing can be undone but the last, which asks twice. */
export function EntryPage(props: EntryPageProps) {
  const { frame, entry, backUrl, done, isTooOld = false } = props;
  const say = wordsIn(frame.locale);
  const { day, time } = entry;
  return (
    <PageFrame frame={frame} title={say('myWords.entryTitle')}>
      <p className="tail">
        <a href={backUrl}>{say('myWords.back')}</a>
      </p>
      <p className="before">{say('thanks.sentAt', { time })}</p>
      <h1>{day}</h1>
      {isTooOld && <TooOld say={say} />}
      {done && (
        <p className="saved saved-yes" role="status">
          <TickIcon />
          <span>{say(`myWords.done.${done}`)}</span>
        </p>
      )}
      <section className="card">
        <Entry entry={entry} say={say} />
      </section>
      {!entry.takenBackOn && (
        <>
          <ForCall {...props} say={say} />
          <Raise {...props} say={say} />
          <Again {...props} say={say} />
          <TakeBack {...props} say={say} />
        </>
      )}
    </PageFrame>
  );
}

function ForCall({ form, id, starred, starUrl, say }: EntryPageProps & { say: Say }) {
  if (!starUrl && starred.length === 0) return null;
  return (
    <Part title={say('myWords.forCall')} hint={say('myWords.forCallHint')}>
      {starred.map((line) => (
        <Line line={line} key={line.value}>
          <Act
            {...{ form, id, act: 'unstar', line: line.value }}
            label={say('myWords.unstar')}
            name={say('myWords.unstarOf', { line: line.text })}
          />
        </Line>
      ))}
      {starUrl && (
        <a className="btn btn-quiet btn-apart" href={starUrl}>
          {say(starred.length > 0 ? 'myWords.starAnother' : 'myWords.star')}
        </a>
      )}
    </Part>
  );
}

function Raise({ form, id, entry, say }: EntryPageProps & { say: Say }) {
  const { isNotRaised } = entry;
  return (
    <Part title={say('myWords.raise')} hint={say('myWords.raiseHint')}>
      <Act
        {...{ form, id, act: isNotRaised ? 'may-raise' : 'dont-raise' }}
        label={say(isNotRaised ? 'myWords.mayRaise' : 'myWords.dontRaise')}
      />
    </Part>
  );
}

function Again({ form, id, shown, showUrl, say }: EntryPageProps & { say: Say }) {
  if (!showUrl && shown.length === 0) return null;
  return (
    <Part title={say('myWords.again')} hint={say('myWords.againHint')}>
      {shown.map((line) => (
        <Line line={line} key={line.value}>
          <Act
            {...{ form, id, act: 'hide-back', line: line.value }}
            label={say('myWords.hideBack')}
            name={say('myWords.hideBackOf', { line: line.text })}
          />
        </Line>
      ))}
      {showUrl && (
        <a className="btn btn-quiet btn-apart" href={showUrl}>
          {say(shown.length > 0 ? 'myWords.showBackAnother' : 'myWords.showBack')}
        </a>
      )}
    </Part>
  );
}

function TakeBack({ takeBackUrl, say }: EntryPageProps & { say: Say }) {
  return (
    <Part title={say('myWords.takeBack')} hint={say('myWords.takeBackShort')}>
      <a className="btn btn-quiet btn-apart" href={takeBackUrl}>
        {say('myWords.takeBack')}
      </a>
    </Part>
  );
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="not-now">
      <h2>{title}</h2>
      <p className="hint">{hint}</p>
      {children}
    </section>
  );
}

function Line({ line, children }: { line: LineProps; children: ReactNode }) {
  return (
    <div className="card">
      <p className="own-words">{line.text}</p>
      {children}
    </div>
  );
}

/** One button that does one thing to one of them. */
export function Act({
  form,
  id,
  act,
  line,
  label,
  name,
}: {
  form: FormProps;
  id: string;
  act: string;
  line?: string;
  label: string;
  /** Says more than the label where several of them stand on a page; begins with it. */
  name?: string;
}) {
  return (
    <form method="post" action={form.action}>
      <Nonce form={form} />
      <input type="hidden" name="reflection" value={id} />
      {line && <input type="hidden" name="line" value={line} />}
      <button className="btn btn-quiet btn-apart" name="act" value={act} aria-label={name}>
        {label}
      </button>
    </form>
  );
}
