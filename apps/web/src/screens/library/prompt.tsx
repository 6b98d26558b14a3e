import './library.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import {
  promptTemplateQuery,
  promptTemplatesQuery,
  type PromptTemplateWithVersions,
} from '../../api-client/calls-library.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words-library.js';
import { EditPrompt } from './edit-prompt.js';
import { LibraryLink } from './library-link.js';
import { ReadPrompt } from './read-prompt.js';

const route = getRouteApi('/staff/shell/library/$templateId');

/** One prompt of the library: ours and archived ones to read, the clinic's own to change. */
export function Prompt() {
  const { templateId } = route.useParams();
  return (
    <OnlyFor roles={['practitioner', 'admin']} title={say('library.title')} why={say('library.notYours')}>
      <KnownPrompt key={templateId} id={templateId} />
    </OnlyFor>
  );
}

function KnownPrompt({ id }: { id: string }) {
  useTitle(say('library.title'));
  const template = useQuery(promptTemplateQuery(id));
  if (template.data) return <Opened template={template.data} />;
  return (
    <>
      <PageHead above={<LibraryLink />} title={say('library.prompt')} />
      {template.error ? (
        <Failure error={template.error} retry={() => void template.refetch()} />
      ) : (
        <Loading rows={8} />
      )}
    </>
  );
}

function Opened({ template }: { template: PromptTemplateWithVersions }) {
  const from = useTitleOf(template.startedFrom);
  const isRead = template.starter || Boolean(template.archivedAt);
  return isRead ? (
    <ReadPrompt template={template} from={from} />
  ) : (
    <EditPrompt template={template} from={from} />
  );
}

/** The title of the starter it began as. */
function useTitleOf(starter: string | null): string | null {
  const all = useQuery({ ...promptTemplatesQuery(), enabled: starter !== null });
  return all.data?.find(({ id }) => id === starter)?.content.title ?? null;
}
