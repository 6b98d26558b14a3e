import './clients.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { clientsQuery } from '../../api-client/queries.js';
import type { ClientRowView } from '../../api-client/views.js';
import { moveFocus } from '../../keys/move-focus.js';
import { useKeys } from '../../keys/use-keys.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { Loading } from '../../parts/loading.js';
import { TheirClock } from '../../parts/two-clocks.js';
import { PageHead } from '../../shell/page-head.js';
import { useHere, useIsReader } from '../../shell/use-me.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { useTitle } from '../../shell/use-title.js';
import { day, dayAndClock, zoneName } from '../../when.js';
import { say } from '../../words.js';
import { BreakGlassBanner } from '../break-glass/banner.js';
import { OpenBeyond } from '../break-glass/open-beyond.js';

const route = getRouteApi('/staff/shell/clients');

/** Everybody this staff member may see, by name. */
export function Clients() {
  useTitle(say('clients.title'));
  useKeys({ j: () => moveFocus(1), k: () => moveFocus(-1) });
  const here = useHere();
  const isReader = useIsReader();
  const isWriter = useIsWriter();
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const clients = useInfiniteQuery(clientsQuery());
  const all = clients.data?.pages.flatMap((page) => page.items) ?? [];
  const found = all.filter((client) =>
    client.name.toLocaleLowerCase().includes(q.trim().toLocaleLowerCase()),
  );
  return (
    <>
      <PageHead
        title={say('clients.title')}
        acts={
          isWriter && (
            <LinkButton kind="primary" to="/clients/new" icon={<Plus size={16} aria-hidden="true" />}>
              {say('act.addClient')}
            </LinkButton>
          )
        }
      >
        {say('today.whose', { zone: zoneName(here) })}
      </PageHead>
      {isReader && <BreakGlassBanner />}
      {clients.isPending && <Loading rows={8} />}
      {clients.error && <Failure error={clients.error} retry={() => void clients.refetch()} />}
      {clients.data && all.length === 0 && (
        <Empty act={isWriter && <LinkButton to="/clients/new">{say('act.addClient')}</LinkButton>}>
          {say(isWriter ? 'clients.none' : 'clients.noneToRead')}
        </Empty>
      )}
      {all.length > 0 && (
        <>
          <div className="filter">
            <Field
              label={say('clients.find')}
              type="search"
              value={q}
              onChange={(value) => void navigate({ search: { q: value || undefined }, replace: true })}
            />
          </div>
          {found.length === 0 ? (
            <Empty>{say(clients.hasNextPage ? 'clients.noMatchYet' : 'clients.noMatch')}</Empty>
          ) : (
            <Table clients={found} here={here} />
          )}
          {clients.hasNextPage && (
            <Button isPending={clients.isFetchingNextPage} onPress={() => void clients.fetchNextPage()}>
              {say('act.more')}
            </Button>
          )}
        </>
      )}
      {isReader && clients.data && <OpenBeyond />}
    </>
  );
}

function Table({ clients, here }: { clients: ClientRowView[]; here: string }) {
  return (
    <div className="card">
      <table className="rows clients">
        <caption className="sr">{say('clients.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('column.client')}</th>
            <th scope="col">{say('clients.lastSession')}</th>
            <th scope="col">{say('clients.nextCall')}</th>
            <th scope="col">{say('clients.lastWrote')}</th>
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <Row key={client.id} client={client} here={here} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ client, here }: { client: ClientRowView; here: string }) {
  const { lastSession, nextAppointment, lastReflectionAt } = client;
  return (
    <tr>
      <th scope="row">
        <Link to="/clients/$clientId" params={{ clientId: client.id }} data-stop>
          {client.name}
        </Link>
        <small>
          {client.status === 'active' ? zoneName(client.timeZone) : say(`clientStatus.${client.status}`)}
        </small>
      </th>
      <td data-label={say('clients.lastSession')}>
        {lastSession ? (
          <>
            {day(lastSession.heldAt, here)}
            <small>{say('clients.dayAfter', { n: lastSession.dayNumber })}</small>
          </>
        ) : (
          <span className="quiet">{say('clients.noSession')}</span>
        )}
      </td>
      <td data-label={say('clients.nextCall')}>
        {nextAppointment ? (
          <>
            {dayAndClock(nextAppointment.startsAt, here)}
            <small>
              <TheirClock
                at={nextAppointment.startsAt}
                here={here}
                there={client.timeZone}
                name={client.name}
              />
            </small>
          </>
        ) : (
          <span className="quiet">{say('clients.noCall')}</span>
        )}
      </td>
      <td data-label={say('clients.lastWrote')}>
        {lastReflectionAt ? (
          day(lastReflectionAt, here)
        ) : (
          <span className="quiet">{say('clients.notYet')}</span>
        )}
      </td>
    </tr>
  );
}
