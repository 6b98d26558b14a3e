import './safety.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { flagsQuery } from '../../api-client/calls-safety.js';
import { rostersQuery } from '../../api-client/queries-clinic.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { PageHead } from '../../shell/page-head.js';
import { useMe } from '../../shell/use-me.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { useTitle } from '../../shell/use-title.js';
import { say } from '../../words-flags.js';
import { Flags } from '../flag/flag-card.js';
import { ClosedFlags } from './closed-flags.js';
import { SafetyLog } from './safety-log.js';
import { SAFETY_VIEWS } from './safety-views.js';

/** Who needs a person, and what became of it. */
export function Safety() {
  useTitle(say('safety.title'));
  const { view = 'open' } = useSearch({ from: '/staff/shell/safety' });
  const seesLog = useSeesLog();
  return (
    <>
      <PageHead title={say('safety.title')}>{say('safety.intro')}</PageHead>
      <nav className="tabs" aria-label={say('safety.views')}>
        {SAFETY_VIEWS.filter((each) => each !== 'log' || seesLog).map((each) => (
          <Link
            key={each}
            to="/safety"
            search={{ view: each === 'open' ? undefined : each }}
            activeOptions={{ exact: true }}
            aria-current={each === view ? 'page' : undefined}
            className="tab"
          >
            {say(`safety.${each}`)}
          </Link>
        ))}
      </nav>
      {view === 'open' && <OpenFlags />}
      {view === 'closed' && <ClosedFlags />}
      {view === 'log' && (seesLog ? <SafetyLog /> : <Empty>{say('safety.logNotYours')}</Empty>)}
    </>
  );
}

/** Admins, and whoever stands on a roster. */
function useSeesLog(): boolean {
  const isAdmin = useIsAdmin();
  const me = useMe().staffMemberId;
  const { data: rosters = [] } = useQuery(rostersQuery());
  return isAdmin || rosters.some((each) => [each.responderId, each.backupId, each.leadId].includes(me));
}

function OpenFlags() {
  const flags = useQuery(flagsQuery('open'));
  if (flags.isPending) return <Loading rows={4} />;
  if (flags.error) return <Failure error={flags.error} retry={() => void flags.refetch()} />;
  if (flags.data.length === 0)
    return (
      <Empty>
        {say('safety.noneOpen')} {say('safety.noneOpenNext')}
      </Empty>
    );
  return <Flags flags={flags.data} />;
}
