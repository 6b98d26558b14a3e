import type { Pace } from '@app/clients/client.types.js';
import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { Nonce, OneButton, Tail } from '../views/parts.js';
import { restEndSentence } from './pace-words.js';
import type { RestingPageProps, StandingPageProps, StartedPageProps } from './pace-props.js';

/** The questions rest: until when, and the way back. */
export function RestingPage({ frame, form, paceUrl, rest }: RestingPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('pace.title')}>
      <h1>{say('resting.heading')}</h1>
      <p className="hint">{restEndSentence(rest, say)}</p>
      <p className="hint">{say('resting.kept')}</p>
      <OneButton form={form} act="rest-end">
        {say('resting.end')}
      </OneButton>
      <Tail href={paceUrl}>{say('resting.change')}</Tail>
      <p className="note">
        {say('resting.mailed')} {say('thanks.close')}
      </p>
    </PageFrame>
  );
}

/** The questions come again. */
export function StartedPage({ frame, paceUrl, nextOn }: StartedPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('pace.title')}>
      <h1>{say('started.heading')}</h1>
      <p className="hint">{say('started.hint')}</p>
      {nextOn && <p className="hint">{say('thanks.next', { day: nextOn })}</p>}
      <Tail href={paceUrl}>{say('pace.more')}</Tail>
      <p className="note">{say('thanks.close')}</p>
    </PageFrame>
  );
}

/** Less often, as usual, more often: the other two are one tap away. */
export function PacedPage({ frame, form, paceUrl, pace }: StandingPageProps & { pace: Pace }) {
  const say = wordsIn(frame.locale);
  const others = (['gentle', 'steady', 'often'] as const).filter((one) => one !== pace);
  return (
    <PageFrame frame={frame} title={say('pace.title')}>
      <h1>{say(`paced.${pace}`)}</h1>
      <p className="hint">{say('paced.hint')}</p>
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <div className="pair">
          {others.map((one) => (
            <button className="btn btn-quiet" name="act" value={`pace-${one}`} key={one}>
              {say(`pace.ask.${one}`)}
            </button>
          ))}
        </div>
      </form>
      <Tail href={paceUrl}>{say('pace.more')}</Tail>
      <p className="note">{say('thanks.close')}</p>
    </PageFrame>
  );
}

/** No more e-mails, and how to start again. */
export function StoppedPage({ frame, form }: Omit<StandingPageProps, 'paceUrl'>) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('pace.title')}>
      <h1>{say('stopped.heading')}</h1>
      <p className="hint">{say('stopped.hint')}</p>
      <p className="hint">{say('stopped.undo')}</p>
      <OneButton form={form} act="start-again">
        {say('pace.startAgain')}
      </OneButton>
    </PageFrame>
  );
}

/** After "start again" on a stop: one e-mail asks for a yes. */
export function AskedPage({ frame }: Pick<StandingPageProps, 'frame'>) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('stopped.askedTitle')}>
      <h1>{say('stopped.asked')}</h1>
      <p className="hint">{say('stopped.askedHint')}</p>
      <p className="note">
        {say('link.sentLate')} {say('thanks.close')}
      </p>
    </PageFrame>
  );
}
