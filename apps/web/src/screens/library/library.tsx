import './library.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type PromptTemplateView, promptTemplatesQuery } from '../../api-client/calls-library.js';
import { moveFocus } from '../../keys/move-focus.js';
import { useKeys } from '../../keys/use-keys.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { say } from '../../words-library.js';
import { isFound } from './kinds.js';
import { type Kind, KINDS, type LibrarySearch } from './library-search.js';
import { LibraryTable } from './library-table.js';

const route = getRouteApi('/staff/shell/library');

/** Everything that may be asked: the clinic's own prompts, ours to start from, and what is put away. */
export function Library() {
  return (
    <OnlyFor roles={['practitioner', 'admin']} title={say('library.title')} why={say('library.notYours')}>
      <LibraryOfClinic />
    </OnlyFor>
  );
}

function LibraryOfClinic() {
  useKeys({ j: () => moveFocus(1), k: () => moveFocus(-1) });
  const templates = useQuery(promptTemplatesQuery());
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const seek = (change: LibrarySearch) => void navigate({ search: { ...search, ...change }, replace: true });
  return (
    <>
      <PageHead
        title={say('library.title')}
        acts={
          <LinkButton kind="primary" to="/library/new" icon={<Plus size={16} aria-hidden="true" />}>
            {say('library.write')}
          </LinkButton>
        }
      >
        {say('library.what')}
      </PageHead>
      {templates.isPending && <Loading rows={8} />}
      {templates.error && <Failure error={templates.error} retry={() => void templates.refetch()} />}
      {templates.data && (
        <>
          <Filters search={search} onChange={seek} />
          <Sections
            all={templates.data}
            search={search}
            onShowAll={() => seek({ q: undefined, kind: undefined })}
          />
        </>
      )}
    </>
  );
}

interface FiltersProps {
  search: LibrarySearch;
  onChange(search: LibrarySearch): void;
}

function Filters({ search, onChange }: FiltersProps) {
  return (
    <search className="library-filters" aria-label={say('library.title')}>
      <Field
        label={say('library.find')}
        type="search"
        value={search.q ?? ''}
        onChange={(q) => onChange({ q: q || undefined })}
      />
      <Choice<Kind | ''>
        label={say('library.kind')}
        value={search.kind ?? ''}
        onChange={(kind) => onChange({ kind: kind || undefined })}
        options={[
          { value: '', label: say('library.anyKind') },
          ...KINDS.map((kind) => ({ value: kind, label: say(`promptKind.${kind}`) })),
        ]}
      />
    </search>
  );
}

interface SectionsProps {
  all: PromptTemplateView[];
  search: LibrarySearch;
  onShowAll(): void;
}

function Sections({ all, search, onShowAll }: SectionsProps) {
  const found = all.filter((template) => isFound(template, search));
  const own = found.filter(({ starter, archivedAt }) => !starter && !archivedAt);
  const ours = found.filter(({ starter }) => starter);
  const archived = found.filter(({ archivedAt }) => archivedAt);
  if (found.length === 0)
    return (
      <Empty act={<Button onPress={onShowAll}>{say('library.showAll')}</Button>}>
        {say('library.noneFound')}
      </Empty>
    );
  const hasOwn = all.some(({ starter }) => !starter);
  return (
    <>
      {own.length > 0 && <LibraryTable title={say('library.own')} templates={byTitle(own)} />}
      {!hasOwn && (
        <>
          <div className="section-head">
            <h2>{say('library.own')}</h2>
          </div>
          <p className="library-none">{say('library.noOwn')}</p>
        </>
      )}
      {ours.length > 0 && (
        <LibraryTable title={say('library.ours')} what={say('library.oursWhat')} templates={ours} />
      )}
      {archived.length > 0 && (
        <LibraryTable
          title={say('library.archived')}
          what={say('library.archivedWhat')}
          templates={byTitle(archived)}
        />
      )}
    </>
  );
}

const byTitle = (templates: PromptTemplateView[]) =>
  [...templates].sort((a, b) => a.content.title.localeCompare(b.content.title));
