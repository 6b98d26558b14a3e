import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { Nonce } from '../views/parts.js';
import { Entry } from './entry.js';
import type { LinesPageProps, TakeBackPageProps } from './words-props.js';

/** Each line is a button: one tap chooses it. */
export function LinesPage({ frame, form, id, act, lines, backUrl }: LinesPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.whichTitle')}>
      <h1>{say(act === 'star' ? 'myWords.whichStar' : 'myWords.whichShow')}</h1>
      {act === 'show-back' && <p className="hint">{say('myWords.whichShowWarn')}</p>}
      <p className="hint">{say(lines.length > 0 ? 'myWords.whichHint' : 'myWords.noLine')}</p>
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <input type="hidden" name="act" value={act} />
        <input type="hidden" name="reflection" value={id} />
        <ul className="opts">
          {lines.map(({ text, value }) => (
            <li key={value}>
              <button className="btn btn-opt btn-line" name="line" value={value}>
                {text}
              </button>
            </li>
          ))}
        </ul>
      </form>
      <p className="tail">
        <a href={backUrl}>{say('myWords.leaveIt')}</a>
      </p>
    </PageFrame>
  );
}

/** The second step: says what it means before it is done. */
export function TakeBackPage({ frame, form, id, entry, copyUrl, backUrl }: TakeBackPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.takeBackTitle')}>
      <h1>{say('myWords.takeBackAsk')}</h1>
      <section className="card">
        <h2 className="sent-on">{say('myWords.sentAt', { day: entry.day, time: entry.time })}</h2>
        <Entry entry={entry} say={say} />
      </section>
      <ul className="means">
        <li>{say('myWords.takeBackRead')}</li>
        <li>{say('myWords.takeBackSeen')}</li>
        <li>{say('myWords.takeBackLocked')}</li>
        <li>{say('myWords.takeBackKnown')}</li>
        <li>{say('myWords.takeBackSigns')}</li>
        <li>{say('myWords.takeBackFinal')}</li>
      </ul>
      <p className="tail">
        <a href={copyUrl}>{say('myWords.keepCopy')}</a>
      </p>
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <input type="hidden" name="reflection" value={id} />
        <button className="btn btn-quiet btn-apart" name="act" value="take-back">
          {say('myWords.takeBackYes')}
        </button>
      </form>
      <a className="btn btn-go" href={backUrl}>
        {say('myWords.takeBackNo')}
      </a>
    </PageFrame>
  );
}
