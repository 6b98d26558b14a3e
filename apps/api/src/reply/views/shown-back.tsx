import type { Say } from '@app/design/words/say.js';
import type { ShownBackProps } from './props.js';

/** A line of the client's own, of an earlier day, because they said that it may be shown. */
export function ShownBack({ quote, days, day, say }: ShownBackProps & { say: Say }) {
  return (
    <section className="card">
      <p className="before">{say('shownBack.when', { n: days, day })}</p>
      <p className="own-words">{quote}</p>
      <p className="note">{say('shownBack.why')}</p>
    </section>
  );
}
