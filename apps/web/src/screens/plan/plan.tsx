import './plan.css';
import './preview.css';
import './timeline.css';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import {
  appointmentsQuery,
  clientQuery,
  promptsQuery,
  sessionsQuery,
  plansQuery,
} from '../../api-client/queries.js';
import { ApiProblem } from '../../api-client/request.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { NotFound } from '../../shell/not-found.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { say } from '../../words-plan.js';
import { Editor } from './editor.js';
import { behindServer } from './timeline-layout.js';

const route = getRouteApi('/staff/shell/clients/$clientId/plans/$planId');

/** The plan of one client: what is asked, when, and why then. */
export function Plan() {
  return (
    <OnlyFor roles={['practitioner']} title={say('planner.title')} why={say('planner.onlyFor')}>
      <Loaded />
    </OnlyFor>
  );
}

function Loaded() {
  const { clientId, planId } = route.useParams();
  const client = useQuery(clientQuery(clientId));
  const plans = useQuery(plansQuery(clientId));
  const sessions = useQuery(sessionsQuery(clientId));
  const calls = useQuery(appointmentsQuery(clientId));
  const prompts = useQuery(promptsQuery(clientId));
  const all = [client, plans, sessions, calls, prompts];
  const error = all.find((query) => query.error && !query.data)?.error;
  if (error instanceof ApiProblem && error.status === 404) return <NotFound isAlone={false} />;
  if (error) return <Failure error={error} retry={() => all.forEach((query) => void query.refetch())} />;
  if (!client.data || !plans.data || !sessions.data || !calls.data || !prompts.data)
    return <Loading rows={9} />;
  const plan = plans.data.find(({ id }) => id === planId);
  if (!plan) return <NotFound isAlone={false} />;
  if (plan.status === 'ended')
    return (
      <>
        <PageHead
          title={plan.template.title}
          above={
            <Link to="/clients/$clientId" params={{ clientId }} search={{ section: 'plan' }}>
              {client.data.name}
            </Link>
          }
        />
        <Empty>{say('planner.ended')}</Empty>
      </>
    );
  return (
    <Editor
      key={plan.id}
      client={client.data}
      plan={plan}
      sessions={sessions.data}
      calls={calls.data}
      prompts={prompts.data}
      behind={behindServer(client.data.localNow, client.data.timeZone, client.dataUpdatedAt)}
    />
  );
}
