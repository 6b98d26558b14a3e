import type { ReactNode } from 'react';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { renderPage } from '../../views/render-page.js';
import type { EntryProps, MonthProps, ThreadProps } from '../words-props.js';
import type { CopyModel, StarredProps } from './copy-model.js';
import { copyStyle } from './copy-style.js';

/** Stands where the style goes: React would escape its quotes. */
const STYLE = 'style-goes-here';

/** One HTML file without a script, a link or anything that is fetched. */
export function copyPage(model: CopyModel, kind: 'page' | 'booklet'): string {
  return renderPage(<Copy model={model} kind={kind} />).replace(STYLE, () => copyStyle());
}

function Copy({ model, kind }: { model: CopyModel; kind: 'page' | 'booklet' }) {
  const say = wordsIn(model.locale);
  const { months, clinicName, madeOn, since } = model;
  const title = say(kind === 'page' ? 'myWords.title' : 'booklet.title');
  return (
    <html lang={model.locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <meta name="robots" content="noindex, nofollow" />
        <style>{STYLE}</style>
      </head>
      <body className={kind}>
        <header>
          <h1>{title}</h1>
          <p className="quiet">{spanWords(model, say)}</p>
          {since && <p className="quiet">{say('myWords.since', { day: since })}</p>}
        </header>
        <main>
          {kind === 'booklet' && <Starred lines={model.starred} say={say} />}
          {months.map((month) => (
            <Month month={month} marks={kind === 'page'} say={say} key={month.name} />
          ))}
          <InView {...model} say={say} />
        </main>
        <footer>
          <p className="quiet">{say('booklet.made', { day: madeOn, clinic: clinicName })}</p>
        </footer>
      </body>
    </html>
  );
}

/** "October 2026 to November 2026" */
export function spanWords({ span }: Pick<CopyModel, 'span'>, say: Say): string {
  if (!span) return say('myWords.empty');
  return span.first === span.last ? say('booklet.oneDay', span) : say('booklet.span', span);
}

function Starred({ lines, say }: { lines: readonly StarredProps[]; say: Say }) {
  if (lines.length === 0) return null;
  return (
    <List title={say('booklet.starred')}>
      {lines.map(({ text, day }, index) => (
        <li key={index}>
          <p className="words">{text}</p>
          <p className="quiet">{day}</p>
        </li>
      ))}
    </List>
  );
}

function Month({ month, marks, say }: { month: MonthProps; marks: boolean; say: Say }) {
  return (
    <section className="month">
      <h2>{month.name}</h2>
      {month.entries.map((entry, index) => (
        <Sent entry={entry} marks={marks} say={say} key={index} />
      ))}
    </section>
  );
}

function Sent({ entry, marks, say }: { entry: EntryProps; marks: boolean; say: Say }) {
  const { day, time, question, words, nothing, lines } = entry;
  return (
    <article className="sent">
      <h3>{say('myWords.sentAt', { day, time })}</h3>
      <p className="quiet">{question}</p>
      {words.length > 0 && (
        <p className="words">
          {words.map(({ text, isMarked }, index) =>
            isMarked && marks ? <mark key={index}>{text}</mark> : text,
          )}
        </p>
      )}
      {nothing && <p className="quiet">{say('myWords.nothing')}</p>}
      {lines.length > 0 && (
        <dl>
          {lines.map((line, index) => (
            <div key={index}>
              <dt>{line.question}</dt>
              <dd>{line.answer}</dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}

function InView({ threads, earlySigns, say }: CopyModel & { say: Say }) {
  return (
    <>
      {threads.length > 0 && (
        <List title={say('booklet.threads')}>
          {threads.map((thread, index) => (
            <Thread thread={thread} say={say} key={index} />
          ))}
        </List>
      )}
      {earlySigns.length > 0 && (
        <List title={say('booklet.signs')}>
          {earlySigns.map((sign, index) => (
            <li className="words" key={index}>
              {sign}
            </li>
          ))}
        </List>
      )}
    </>
  );
}

function Thread({ thread: { name, said }, say }: { thread: ThreadProps; say: Say }) {
  return (
    <li>
      <p className="words">{name ?? say('myWords.unnamed')}</p>
      {said.map((each) => (
        <p className="quiet" key={each}>
          {each}
        </p>
      ))}
    </li>
  );
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}
