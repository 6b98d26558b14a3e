import { readingGrade } from '@app/design/words/reading-grade.js';
import { useQuery } from '@tanstack/react-query';
import { useState, type KeyboardEvent } from 'react';
import {
  promptPreviewQuery,
  promptTemplateQuery,
  promptTemplatesQuery,
  type PromptContent,
  type PromptTemplateView,
} from '../../api-client/calls-library.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';
import { measureOf, measurePages } from '../library/measure-facts.js';
import { useMeasures } from '../library/use-measures.js';
import { PreviewFrame } from './preview-frame.js';
import type { AskedPrompt } from './staging.js';

const TABS = ['page', 'email', 'large'] as const;
type Tab = (typeof TABS)[number];
const TAB_WORDS = { page: 'planner.tabPage', email: 'planner.tabEmail', large: 'planner.tabLarge' } as const;

interface PreviewProps {
  client: ClientView;
  prompt: AskedPrompt | null;
  /** When its e-mail arrives, in words on the client's clock. */
  arrives: string | null;
}

/** What the client sees: the page, the e-mail, and the page in large text. */
export function Preview({ client, prompt, arrives }: PreviewProps) {
  const [tab, choose] = useState<Tab>('page');
  const name = firstName(client.name);
  return (
    <aside className="plan-preview" aria-label={say('planner.preview', { name })}>
      <Tabs tab={tab} onChoose={choose} />
      <div role="tabpanel" id="preview-panel" aria-labelledby={`preview-${tab}`} tabIndex={-1}>
        {prompt ? (
          <Look key={prompt.template} prompt={prompt} tab={tab} client={client} arrives={arrives} />
        ) : (
          <p className="quiet">{say('planner.noPreview', { name })}</p>
        )}
      </div>
    </aside>
  );
}

function Tabs({ tab, onChoose }: { tab: Tab; onChoose(tab: Tab): void }) {
  function onKey(event: KeyboardEvent) {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    const to = TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length] ?? tab;
    onChoose(to);
    document.getElementById(`preview-${to}`)?.focus();
  }
  return (
    <div className="plan-tabs" role="tablist" aria-label={say('planner.tabs')}>
      {TABS.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          id={`preview-${each}`}
          aria-controls="preview-panel"
          aria-selected={each === tab}
          tabIndex={each === tab ? 0 : -1}
          onClick={() => onChoose(each)}
          onKeyDown={onKey}
        >
          {say(TAB_WORDS[each])}
        </button>
      ))}
    </div>
  );
}

function Look({ prompt, tab, client, arrives }: PreviewProps & { prompt: AskedPrompt; tab: Tab }) {
  const name = firstName(client.name);
  const { template, content, error: unknown } = useContent(prompt);
  const look = useQuery({
    ...promptPreviewQuery(content as PromptContent, client.id),
    enabled: Boolean(content),
  });
  const [wanted, turnTo] = useState(0);
  const measureItems = measurePages(measureOf(useMeasures(), content?.measure));
  const error = unknown ?? look.error;
  if (error) return <Failure error={error} retry={() => void look.refetch()} />;
  if (!look.data || !content) return <Loading rows={7} />;
  const { pages, email } = look.data;
  const at = Math.min(wanted, pages.length - 1);
  return (
    <>
      <PreviewFrame
        key={`${tab}${at}`}
        html={tab === 'email' ? email.html : (pages[at] ?? '')}
        title={say('planner.frame', { title: prompt.title, name })}
        isLarge={tab === 'large'}
      />
      {tab !== 'email' && pages.length > 1 && (
        <div className="plan-pages">
          <Button small isDisabled={at === 0} onPress={() => turnTo(at - 1)}>
            {say('planner.pageBefore')}
          </Button>
          <span className="small" role="status">
            {say('planner.pageAt', { at: at + 1, of: pages.length })}
          </span>
          <Button small isDisabled={at === pages.length - 1} onPress={() => turnTo(at + 1)}>
            {say('planner.pageNext')}
          </Button>
        </div>
      )}
      <section className="card mail-card" aria-label={say('planner.tabEmail')}>
        {arrives && <p className="quiet tiny">{say('planner.arrives', { time: arrives, name })}</p>}
        <p className="strong">{email.subject}</p>
        <p className="quiet">{say('planner.neutral')}</p>
      </section>
      <p className="quiet tiny">
        {say('planner.readsAt', { age: ageFor(content) })}{' '}
        {say('planner.asks', {
          ...countsOf(content, measureItems),
          minutes: Math.max(1, Math.round(template?.minutes ?? 1)),
        })}
      </p>
    </>
  );
}

/** The words of the version that the step is pinned to; the newest one stands in the list already. */
function useContent({ template: id, number }: AskedPrompt) {
  const all = useQuery(promptTemplatesQuery());
  const template: PromptTemplateView | undefined = all.data?.find((each) => each.id === id);
  const isNewest = template?.number === number;
  const older = useQuery({ ...promptTemplateQuery(id), enabled: Boolean(all.data) && !isNewest });
  const pinned = older.data?.versions?.find((version) => version.number === number)?.content;
  return {
    template: template ?? older.data,
    content: isNewest ? template.content : (pinned ?? older.data?.content),
    error: all.error ?? older.error,
  };
}

const YOUNGEST = 6;
/** US school grades begin at about five years. */
const ageFor = ({ question, hint }: PromptContent): number =>
  Math.max(YOUNGEST, Math.round(readingGrade(`${question ?? ''} ${hint}`)) + 5);

const countsOf = (content: PromptContent, measureItems: number) => ({
  questions:
    (content.question ? 1 : 0) +
    (content.choices?.length ?? 0) +
    (content.ratings?.length ?? 0) +
    (content.safetyCheck ? 1 : 0) +
    measureItems,
  taps: content.checkIns.length,
});
