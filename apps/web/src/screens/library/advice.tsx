import { HIGHEST_GRADE } from '@app/design/words/tone.js';
import type { PromptContent } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';
import { measureOf, measurePages } from './measure-facts.js';
import { pageCount, showable } from './pages.js';
import { readingOf } from './reading.js';
import { ToneAdvice } from './tone-advice.js';
import { useMeasures } from './use-measures.js';

/** How the words read, how calm they are, how many pages they make. Advice: nothing here stops a person. */
export function Advice({ content }: { content: PromptContent }) {
  const shown = showable(content, '-');
  const pages = measurePages(measureOf(useMeasures(), content.measure));
  const hasExtras = content.asksEarlySigns || content.reviewsThreads;
  return (
    <section className="card pad advice" aria-labelledby="advice-title">
      <h2 id="advice-title">{say('promptAdvice.title')}</h2>
      {shown ? (
        <ul className="plain-list">
          <Grade content={content} />
          <ToneAdvice content={content} />
          <li>{say('promptAdvice.pages', { n: pageCount(shown, pages) })}</li>
          {hasExtras && <li>{say('promptAdvice.extras')}</li>}
        </ul>
      ) : (
        <p>{say('promptAdvice.none')}</p>
      )}
      <p className="quiet small">{say('promptAdvice.what')}</p>
    </section>
  );
}

function Grade({ content }: { content: PromptContent }) {
  const { grade, longest } = readingOf(content);
  if (grade === null) return <li>{say('promptAdvice.short')}</li>;
  if (grade <= HIGHEST_GRADE) return <li>{say('promptAdvice.easy', { grade })}</li>;
  return (
    <li>
      {say('promptAdvice.hard', { grade })}
      {longest && (
        <span className="advice-longest">
          {say('promptAdvice.longest', { n: longest.words, sentence: longest.sentence })}
        </span>
      )}
    </li>
  );
}
