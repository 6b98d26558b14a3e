import './me.css';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { LogOut } from 'lucide-react';
import { useAct } from '../../acts/use-act.js';
import { signOut } from '../../api-client/calls-accounts.js';
import { KeyList } from '../../keys/key-list.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { PageHead } from '../../shell/page-head.js';
import { useMe } from '../../shell/use-me.js';
import { useTitle } from '../../shell/use-title.js';
import { signedOut } from '../../signed-in/watch.js';
import { zoneName } from '../../when.js';
import { say } from '../../words-entry.js';
import { Away } from '../staff/away.js';
import { Clinics } from './clinics.js';
import { Factors } from './factors.js';
import { Leave } from './leave.js';
import { MorningMail } from './morning-mail.js';
import { Password } from './password.js';
import { SignIns } from './sign-ins.js';

/** Who is signed in: their clinics, their ways in, where they are signed in, the keys, and the way out. */
export function Me() {
  useTitle(say('me.title'));
  const me = useMe();
  const isAdmin = me.roles.includes('admin');
  const isShaper = isAdmin || me.roles.includes('practitioner');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = useAct(signOut, {
    refresh: [],
    done: () => {
      signedOut();
      void navigate({ to: '/sign-in' }).then(() => queries.clear());
    },
  });
  return (
    <>
      <PageHead
        title={me.name}
        acts={
          <Button
            icon={<LogOut size={16} aria-hidden="true" />}
            isPending={leave.isPending}
            onPress={() => leave.run()}
          >
            {say('act.signOut')}
          </Button>
        }
      >
        {me.email}
      </PageHead>
      {leave.error && <Failure error={leave.error} isAct />}
      <div className="narrow">
        <section className="card pad">
          <h2>{say('me.where')}</h2>
          <p>{say('me.clinic', { clinic: me.clinic.name, zone: zoneName(me.clinic.location.timeZone) })}</p>
          <p className="quiet">{me.roles.map((role) => say(`role.${role}`)).join(', ')}</p>
          <p className="me-places">
            {isAdmin && !me.clinic.setUp && <Link to="/welcome">{say('nav.setUp')}</Link>}
            {isAdmin && <Link to="/staff">{say('nav.staff')}</Link>}
            {isShaper && <Link to="/library">{say('nav.library')}</Link>}
            {isShaper && <Link to="/plan-templates">{say('nav.planTemplates')}</Link>}
            <Link to="/settings/clinic">{say('nav.settings')}</Link>
            {isAdmin && <Link to="/audit">{say('nav.audit')}</Link>}
          </p>
        </section>
        {me.clinics.length > 1 && <Clinics />}
        {me.roles.includes('practitioner') && (
          <section className="card pad me-away">
            <h2 className="sr">{say('me.away')}</h2>
            <Away staffMemberId={me.staffMemberId} name={me.name} />
          </section>
        )}
        {me.roles.includes('practitioner') && <MorningMail />}
        <Factors />
        <Password />
        <SignIns />
        <section className="card pad">
          <h2>{say('keys.title')}</h2>
          <KeyList />
        </section>
        <Leave />
      </div>
    </>
  );
}
