import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useAct } from '../../acts/use-act.js';
import { signOut } from '../../api-client/calls.js';
import { KeyList } from '../../keys/key-list.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { PageHead } from '../../shell/page-head.js';
import { useMe } from '../../shell/use-me.js';
import { useTitle } from '../../shell/use-title.js';
import { zoneName } from '../../when.js';
import { say } from '../../words.js';

/** Who is signed in, the keys, and the way out. */
export function Me() {
  useTitle(say('me.title'));
  const me = useMe();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = useAct(signOut, {
    refresh: [],
    done: () => {
      queries.clear();
      void navigate({ to: '/sign-in' });
    },
  });
  return (
    <>
      <PageHead title={me.name}>{me.email}</PageHead>
      <div className="narrow">
        <section className="card pad">
          <h2>{say('me.where')}</h2>
          <p>{say('me.clinic', { clinic: me.clinic.name, zone: zoneName(me.clinic.location.timeZone) })}</p>
          <p className="quiet">{me.roles.map((role) => say(`role.${role}`)).join(', ')}</p>
          {leave.error && <Failure error={leave.error} isAct />}
          <Button
            icon={<LogOut size={16} aria-hidden="true" />}
            isPending={leave.isPending}
            onPress={() => leave.run()}
          >
            {say('act.signOut')}
          </Button>
        </section>
        <section className="card pad">
          <h2>{say('keys.title')}</h2>
          <KeyList />
        </section>
      </div>
    </>
  );
}
