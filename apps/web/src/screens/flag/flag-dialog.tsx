import { useQuery } from '@tanstack/react-query';
import { ShieldAlert } from 'lucide-react';
import { flagQuery } from '../../api-client/queries.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-flags.js';
import { Acknowledging, Closing } from './flag-acts.js';
import { FlagFacts } from './flag-facts.js';
import { FlagPlan } from './flag-plan.js';

/** Opening a flag: who, why, the number, both clocks, then what a person writes. Nothing here is one key away. */
export function FlagDialog({ flagId, onClose }: { flagId: string; onClose(): void }) {
  const here = useHere();
  const { data: flag, ...query } = useQuery(flagQuery(flagId));
  return (
    <Dialog
      title={flag?.label ?? say('safety.title')}
      icon={<ShieldAlert size={20} aria-hidden="true" />}
      isSafety={!flag?.closed}
      onClose={onClose}
    >
      {query.isPending && <Loading rows={4} isCard={false} />}
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {flag && <FlagFacts flag={flag} />}
      {flag?.closed && (
        <>
          {flag.closed.disposition && <p className="left-off">{flag.closed.disposition}</p>}
          <p className="told">
            {say('flag.closedBy', {
              time: dayAndClock(flag.closed.at, here),
              name: flag.closed.byName,
              doneAt: dayAndClock(flag.closed.doneAt, here),
              doneBy: flag.closed.doneByName,
            })}
          </p>
        </>
      )}
      {flag &&
        !flag.closed &&
        (flag.acknowledged ? <Closing flag={flag} onClose={onClose} /> : <Acknowledging flag={flag} />)}
      {flag && !flag.closed && <FlagPlan flag={flag} />}
    </Dialog>
  );
}
