import { Copy } from 'lucide-react';
import {
  type PromptContent,
  type PromptTemplateWithVersions,
  restorePrompt,
} from '../../api-client/calls-library.js';
import { measureName } from '../../charts/check-in-words.js';
import { LinkButton } from '../../parts/button.js';
import { PageHead } from '../../shell/page-head.js';
import { useHere } from '../../shell/use-me.js';
import { day } from '../../when.js';
import { say } from '../../words-library.js';
import { Advice } from './advice.js';
import { Restore } from './archive.js';
import { LibraryLink } from './library-link.js';
import { MeasureRules } from './measure-rules.js';
import { measureOf, measureTitle } from './measure-facts.js';
import { Preview } from './preview.js';
import { ALSO } from './prompt-draft.js';
import { PromptFacts } from './prompt-facts.js';
import { useArriveAtTop } from './use-arrive-at-top.js';
import { useMeasures } from './use-measures.js';
import { MainWords, Versions } from './versions.js';

interface ReadPromptProps {
  template: PromptTemplateWithVersions;
  from: string | null;
}

/** One of ours, or one that was put away: to read, and to begin one's own with. */
export function ReadPrompt({ template, from }: ReadPromptProps) {
  const here = useHere();
  useArriveAtTop();
  const { id, content, version, archivedAt } = template;
  return (
    <>
      <PageHead
        above={<LibraryLink />}
        title={content.title}
        acts={
          archivedAt ? (
            <Restore
              title={content.title}
              refresh={[['prompt-templates']]}
              call={() => restorePrompt(id, version)}
            />
          ) : (
            <LinkButton
              kind="primary"
              to="/library/new"
              search={{ from: id }}
              icon={<Copy size={16} aria-hidden="true" />}
            >
              {say('library.makeOurs')}
            </LinkButton>
          )
        }
      >
        <PromptFacts template={template} from={from} />
      </PageHead>
      {archivedAt && <p className="told">{say('archiving.is', { day: day(archivedAt, here) })}</p>}
      <div className="builder">
        <div className="builder-main">
          <Words content={content} />
        </div>
        <aside className="builder-side">
          <Preview content={content} />
          <Advice content={content} />
        </aside>
        {!template.starter && (
          <div className="builder-under">
            <Versions versions={template.versions}>
              {({ content: published }) => <MainWords content={published} />}
            </Versions>
          </div>
        )}
      </div>
    </>
  );
}

/** The words to the letter, page by page. */
function Words({ content }: { content: PromptContent }) {
  const { question, hint, checkIns, chips, choices = [], ratings = [], measure } = content;
  const measures = useMeasures();
  const defined = measureOf(measures, measure);
  return (
    <section className="card pad prompt-words">
      {question && <p className="prompt-question">{question}</p>}
      {hint && <p>{hint}</p>}
      {checkIns.length > 0 && (
        <Named name={say('builder.checkIns')}>{checkIns.map(measureName).join(', ')}</Named>
      )}
      {chips.length > 0 && (
        <Named name={say('builder.chips')}>{chips.map((code) => say(`chip.${code}`)).join(' · ')}</Named>
      )}
      {choices.map(({ id, question: asked, hint: under, options, many }, at) => (
        <Named key={id} name={say('builder.choice', { n: at + 1 })}>
          <span className="prompt-more">{asked}</span>
          {under && <span>{under}</span>}
          <span className="quiet">
            {options.map(({ label }) => label).join(' · ')} ({say(many ? 'builder.many' : 'builder.one')})
          </span>
        </Named>
      ))}
      {ratings.map(({ id, question: asked, low, high }, at) => (
        <Named key={id} name={say('builder.rating', { n: at + 1 })}>
          <span className="prompt-more">{asked}</span>
          <span className="quiet">
            0: {low} · 10: {high}
          </span>
        </Named>
      ))}
      {ALSO.filter((field) => content[field]).map((field) => (
        <Named key={field} name={say(`asks.${field}`)}>
          <span className="quiet">{say(`asks.${field}Hint`)}</span>
        </Named>
      ))}
      {measure && (
        <Named name={say('asks.measure')}>
          <span className="strong">{measureTitle(measures, measure.code)}</span>
          {defined && <MeasureRules measure={defined} />}
        </Named>
      )}
    </section>
  );
}

function Named({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="prompt-part">
      <h2>{name}</h2>
      <div>{children}</div>
    </div>
  );
}
