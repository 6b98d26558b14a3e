import type { ReflectionView } from '../../../api-client/views.js';
import { piecesOf, type Layer } from '../../../parts/reader/ranges.js';
import { withoutWords } from '../../../parts/without-words.js';
import { clock, dateOn, day, shortDate } from '../../../when.js';
import { say } from '../../../words-print.js';
import { PrintedFacts } from './printed-facts.js';
import { idOf, type Printing } from './printing.js';

interface PrintedReflectionProps {
  printing: Printing;
  reflection: ReflectionView;
  /** Which page it is meant for, from 0. */
  page: number;
}

/** One reflection, its words to the letter, on the client's clock. */
export function PrintedReflection({ printing, reflection, page }: PrintedReflectionProps) {
  const { id, sentAt, dayNumber, question, title, withdrawn, wishes } = reflection;
  const there = printing.brief.client.timeZone;
  const date = day(sentAt, there);
  const days = dayNumber === 0 ? say('day.session') : dayNumber && say('day.number', { n: dayNumber });
  return (
    <article
      className="p-block p-reflection"
      data-page={page}
      id={idOf(printing, id)}
      tabIndex={printing.idsOf ? -1 : undefined}
    >
      <div className="p-over">
        <p className="p-sent">
          <span className="p-number">{printing.numbers.get(id)}</span> <b>{days || date}</b>{' '}
          <span>
            {days && `${date}, `}
            {clock(sentAt, there)}
          </span>{' '}
        </p>
        <p className="p-asked">{question ?? title ?? say('reflections.unasked')}</p>
      </div>
      <div className="p-said">
        {withdrawn ? (
          <p className="p-none">{say('sent.withdrawn', { date: shortDate(dateOn(withdrawn.at, there)) })}</p>
        ) : (
          <>
            {wishes.dontRaise && <p className="p-wish">{say('sent.dontRaise', { name: printing.name })}</p>}
            <Words reflection={reflection} />
            <PrintedFacts printing={printing} reflection={reflection} />
          </>
        )}
      </div>
    </article>
  );
}

/** With what one drew on them; on paper a highlight is a line under the words. */
function Words({ reflection }: { reflection: ReflectionView }) {
  const { words, wishes, marks, others } = reflection;
  if (!words) {
    const instead = withoutWords(reflection);
    return instead && <p className="p-none">{instead}</p>;
  }
  const layers: Layer[] = [
    { kind: 'starred', ranges: wishes.starred },
    { kind: 'theirs', ranges: others.flatMap(({ highlights }) => highlights) },
    { kind: 'mine', ranges: marks.highlights },
  ];
  return (
    <p className="p-quote">
      {piecesOf(words, layers).map(({ from, text, kinds }) =>
        kinds.length === 0 ? (
          text
        ) : (
          <mark key={from} className={kinds.map((kind) => `is-${kind}`).join(' ')}>
            {text}
          </mark>
        ),
      )}
    </p>
  );
}
