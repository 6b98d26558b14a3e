import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import {
  type PromptContent,
  type PromptPreviewView,
  promptPreviewQuery,
} from '../../api-client/calls-library.js';
import { ApiProblem } from '../../api-client/request.js';
import { Button } from '../../parts/button.js';
import { Loading } from '../../parts/loading.js';
import { say } from '../../words-library.js';
import { dress, frameHtml } from './frame-html.js';
import { showable } from './pages.js';
import { useSettled } from './use-settled.js';

const VIEWS = ['page', 'email', 'large'] as const;
type View = (typeof VIEWS)[number];
const PAUSE_MS = 500;

/** The page and the e-mail as a client would meet them, made by the server from what stands in the fields now. */
export function Preview({ content }: { content: PromptContent }) {
  const shown = useSettled(showable(content, say('builder.untitled')), PAUSE_MS);
  const preview = useQuery({
    ...promptPreviewQuery(shown ?? content),
    enabled: shown !== null,
    placeholderData: keepPreviousData,
  });
  const [view, setView] = useState<View>('page');
  return (
    <section className="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{say('promptPreview.title')}</h2>
      <p className="quiet small">{say('promptPreview.what')}</p>
      <Tabs selectedKey={view} onSelectionChange={(key) => setView(key as View)}>
        <TabList className="preview-tabs" aria-label={say('promptPreview.views')}>
          {VIEWS.map((each) => (
            <Tab key={each} id={each} className="preview-tab">
              {say(`promptPreview.${each}`)}
            </Tab>
          ))}
        </TabList>
        {VIEWS.map((each) => (
          <TabPanel key={each} id={each}>
            {!shown && <p className="preview-none">{say('promptPreview.nothing')}</p>}
            {shown && preview.isPending && <Loading rows={6} />}
            {shown && preview.error && (
              <p className="preview-none" role="status">
                {refusal(preview.error) || say('promptPreview.failed')}
              </p>
            )}
            {shown && preview.data && <Shown preview={preview.data} view={each} />}
          </TabPanel>
        ))}
      </Tabs>
    </section>
  );
}

/** In the server's words, where the fields as they stand make no page. */
const refusal = (error: Error): string =>
  error instanceof ApiProblem ? (error.problem.errors ?? []).map(({ message }) => message).join(' ') : '';

function Shown({ preview, view }: { preview: PromptPreviewView; view: View }) {
  if (view !== 'email') return <Pages pages={preview.pages} isLarge={view === 'large'} />;
  return (
    <>
      <p className="preview-subject">
        <span className="quiet small">{say('promptPreview.subject')}</span>
        <span className="strong">{preview.email.subject}</span>
      </p>
      <Frame title={say('promptPreview.frame.email')} html={preview.email.html} />
      <p className="quiet small">{say('promptPreview.emailWhat')}</p>
    </>
  );
}

/** One page at a time, as a client meets them. */
function Pages({ pages, isLarge }: { pages: readonly string[]; isLarge: boolean }) {
  const [wanted, turnTo] = useState(0);
  const at = Math.min(wanted, pages.length - 1);
  return (
    <>
      <Frame
        title={say(isLarge ? 'promptPreview.frame.large' : 'promptPreview.frame.page')}
        html={pages[at] ?? ''}
        isLarge={isLarge}
      />
      {pages.length > 1 && (
        <div className="preview-pages">
          <Button small isDisabled={at === 0} onPress={() => turnTo(at - 1)}>
            {say('promptPreview.earlier')}
          </Button>
          <span className="small" role="status">
            {say('promptPreview.at', { at: at + 1, of: pages.length })}
          </span>
          <Button small isDisabled={at === pages.length - 1} onPress={() => turnTo(at + 1)}>
            {say('promptPreview.next')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Reached by Tab, so that it can be scrolled with the arrow keys; nothing inside takes the focus or leads away. */
function Frame({ title, html, isLarge = false }: { title: string; html: string; isLarge?: boolean }) {
  return (
    <div className="phone">
      <iframe
        title={title}
        tabIndex={0}
        sandbox="allow-same-origin"
        srcDoc={frameHtml(html)}
        onLoad={({ currentTarget }) => dress(currentTarget, isLarge)}
      />
    </div>
  );
}
