import './audit.css';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { LockKeyhole } from 'lucide-react';
import { auditQuery, sealsQuery } from '../../api-client/queries-clinic.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useHere } from '../../shell/use-me.js';
import { zoneName } from '../../when.js';
import { say } from '../../words-audit.js';
import { auditFilters, type AuditSearch } from './audit-filters.js';
import { AuditTable } from './audit-table.js';
import { Download } from './download.js';
import { Filters } from './filters.js';
import { instantsOf } from './instants-of.js';
import { sealWords } from './seal-words.js';

/** Who read or changed what, when and from where. No content stands in it. */
export function AuditLog() {
  return (
    <OnlyFor roles={['admin']} title={say('audit.title')} why={say('audit.onlyAdmins')}>
      <Log />
    </OnlyFor>
  );
}

function Log() {
  const here = useHere();
  const search = auditFilters(useSearch({ strict: false }));
  const navigate = useNavigate();
  const filters = instantsOf(search, here);
  const events = useInfiniteQuery(auditQuery(filters));
  const all = events.data?.pages.flatMap((page) => page.items) ?? [];
  const isFiltered = Object.values(search).some(Boolean);
  const filter = (next: AuditSearch) => void navigate({ to: '/audit', search: next, replace: true });
  return (
    <>
      <PageHead title={say('audit.title')} acts={<Download filters={filters} />}>
        {say('audit.what', { zone: zoneName(here) })}
      </PageHead>
      <Seals here={here} />
      <Filters search={search} onChange={filter} />
      {events.isPending && <Loading rows={8} />}
      {events.error && <Failure error={events.error} retry={() => void events.refetch()} />}
      {events.data && all.length === 0 && (
        <Empty act={isFiltered && <Button onPress={() => filter({})}>{say('audit.clear')}</Button>}>
          {say(isFiltered ? 'audit.noMatch' : 'audit.none')}
        </Empty>
      )}
      {all.length > 0 && (
        <AuditTable events={all} here={here} onClient={(clientId) => filter({ ...search, clientId })} />
      )}
      {events.hasNextPage && (
        <div className="audit-more">
          <Button isPending={events.isFetchingNextPage} onPress={() => void events.fetchNextPage()}>
            {say('act.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Seals({ here }: { here: string }) {
  const seals = useQuery(sealsQuery());
  return (
    <p className="seals" role="status">
      <LockKeyhole size={15} aria-hidden="true" />
      {seals.data && <span>{sealWords(seals.data, here)}</span>}
      {seals.error && <span>{say('audit.sealsUnknown')}</span>}
    </p>
  );
}
