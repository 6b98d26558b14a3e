import './break-glass.css';
import { Link, useNavigate } from '@tanstack/react-router';
import { DoorOpen } from 'lucide-react';
import { useAct } from '../../acts/use-act.js';
import { endBreakGlass } from '../../api-client/calls-clinic.js';
import type { BreakGlassView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useHere } from '../../shell/use-me.js';
import { clock, zoneName } from '../../when.js';
import { say } from '../../words.js';
import { useOpenAccesses } from './use-open-accesses.js';

/** While a record is open outside the care team, the page says so and until when. */
export function BreakGlassBanner({ clientId }: { clientId?: string }) {
  const open = useOpenAccesses().filter((access) => !clientId || access.clientId === clientId);
  return open.map((access) => <Banner key={access.id} access={access} isHere={Boolean(clientId)} />);
}

function Banner({ access, isHere }: { access: BreakGlassView; isHere: boolean }) {
  const here = useHere();
  const navigate = useNavigate();
  const act = useAct(() => endBreakGlass(access.id), {
    refresh: isHere ? [['break-glass'], ['clients']] : [['break-glass'], ['clients'], ['client']],
    done: () => {
      notify(say('breakGlass.didEnd', { name: access.clientName }));
      if (isHere) void navigate({ to: '/clients' });
    },
  });
  return (
    <aside className="glass" aria-label={say('breakGlass.title')}>
      <DoorOpen size={18} aria-hidden="true" />
      <p>
        <b>{say('breakGlass.until', { time: clock(access.endsAt, here), zone: zoneName(here) })}</b>{' '}
        {isHere ? (
          <span>{say('breakGlass.logged')}</span>
        ) : (
          <Link to="/clients/$clientId" params={{ clientId: access.clientId }}>
            {access.clientName}
          </Link>
        )}
      </p>
      <Button small isPending={act.isPending} onPress={() => act.run()}>
        {say('breakGlass.end')}
      </Button>
      {act.error && <Failure error={act.error} isAct />}
    </aside>
  );
}
