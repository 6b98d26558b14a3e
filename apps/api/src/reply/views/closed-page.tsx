import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import type { ClosedPageProps } from './props.js';

/** A question that takes no answer any more, for whatever reason; nobody is late here. */
export function ClosedPage({ frame, kind, nextOn, unsentWords, paceUrl }: ClosedPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('closed.title')}>
      <h1>{say(`closed.${kind}`)}</h1>
      <p className="hint">{say(`closed.${kind}Hint`)}</p>
      {unsentWords && (
        <section className="card">
          <h2>{say('closed.unsent')}</h2>
          <p className="own-words">{unsentWords}</p>
        </section>
      )}
      {paceUrl && (
        <p className="tail">
          <a href={paceUrl}>{say('pace.startAgain')}</a>
        </p>
      )}
      {nextOn && <p className="note">{say('thanks.next', { day: nextOn })}</p>}
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}
