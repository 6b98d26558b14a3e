import './library.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useReducer, useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import {
  addPromptTemplate,
  promptTemplateQuery,
  type PromptTemplateView,
} from '../../api-client/calls-library.js';
import { Failure } from '../../parts/failure.js';
import { FormFoot } from '../../parts/form-foot.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words-library.js';
import { LibraryLink } from './library-link.js';
import { contentOf, draftOf, edited, EMPTY_PROMPT } from './prompt-draft.js';
import { PromptBuilder } from './prompt-builder.js';

const route = getRouteApi('/staff/shell/library/new');

/** A prompt of the clinic's own: from nothing, or from one of ours. It is there once it is published. */
export function NewPrompt() {
  const { from } = route.useSearch();
  return (
    <OnlyFor roles={['practitioner', 'admin']} title={say('builder.new')} why={say('library.notYours')}>
      {from ? <FromStarter key={from} id={from} /> : <NewPromptForm key="nothing" />}
    </OnlyFor>
  );
}

function FromStarter({ id }: { id: string }) {
  const template = useQuery(promptTemplateQuery(id));
  if (template.data) return <NewPromptForm from={template.data} />;
  return (
    <>
      <PageHead above={<LibraryLink />} title={say('builder.new')} />
      {template.error ? (
        <Failure error={template.error} retry={() => void template.refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </>
  );
}

function NewPromptForm({ from }: { from?: PromptTemplateView }) {
  useTitle(say('builder.new'));
  const navigate = useNavigate();
  const [key] = useState(() => crypto.randomUUID());
  const [start] = useState(() => draftOf(from?.content ?? EMPTY_PROMPT));
  const [draft, dispatch] = useReducer(edited, start);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(start);
  useUnsaved(isChanged);
  const act = useAct(
    () => addPromptTemplate({ ...(from && { startedFrom: from.id }), content: contentOf(draft) }, key),
    {
      refresh: [['prompt-templates']],
      done: ({ id, number, content }) => {
        notify(say('builder.published', { title: content.title, n: number }));
        void navigate({ to: '/library/$templateId', params: { templateId: id }, ignoreBlocker: true });
      },
    },
  );
  return (
    <>
      <PageHead
        above={<LibraryLink />}
        title={from ? say('builder.newFrom', { title: from.content.title }) : say('builder.new')}
      />
      <PromptBuilder
        draft={draft}
        dispatch={dispatch}
        error={act.error}
        onPublish={() => act.run()}
        isChanged={isChanged}
        foot={<FormFoot act={act} label={say('builder.publish')} isChanged={isChanged} isConfirming />}
      />
    </>
  );
}
