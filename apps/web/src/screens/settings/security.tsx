import { useQuery } from '@tanstack/react-query';
import { serviceQuery } from '../../api-client/queries-accounts.js';
import { sealsQuery, staffMembersQuery } from '../../api-client/queries-clinic.js';
import type { StaffAccountView } from '../../api-client/views-clinic.js';
import { LinkButton } from '../../parts/button.js';
import { OnlyFor } from '../../shell/only-for.js';
import { useHere } from '../../shell/use-me.js';
import { say as sayOfLog } from '../../words-audit.js';
import { say } from '../../words-settings.js';
import { sealWords } from '../audit/seal-words.js';
import { SecondFactor } from '../staff/staff-table.js';
import { Known } from './known.js';
import { SettingsFrame } from './settings-frame.js';

/** What protects the clinic, as it stands. Nothing here is switched: it holds for everybody. */
export function SettingsSecurity() {
  return (
    <OnlyFor roles={['admin']} title={say('settings.security')} why={say('security.onlyAdmins')}>
      <SettingsFrame section="security">
        <Factors />
        <section className="card pad">
          <h2>{say('security.signIns')}</h2>
          <ul className="plain-list">
            <li>{say('security.always.factor')}</li>
            <li>{say('security.always.idle')}</li>
            <li>{say('security.always.stepUp')}</li>
            <li>{say('security.always.suspend')}</li>
          </ul>
          <SignUp />
        </section>
        <Log />
      </SettingsFrame>
    </OnlyFor>
  );
}

function Factors() {
  const staff = useQuery(staffMembersQuery());
  return (
    <section className="card pad" aria-labelledby="factors">
      <h2 id="factors">{say('security.factors')}</h2>
      <Known query={staff} rows={4}>
        {(all) => <FactorList staff={all.filter(({ status }) => status === 'active')} />}
      </Known>
    </section>
  );
}

function FactorList({ staff }: { staff: StaffAccountView[] }) {
  const without = staff.filter(({ secondFactor }) => !secondFactor).length;
  return (
    <>
      <p>{without === 0 ? say('security.allHave') : say('security.someNot', { n: without })}</p>
      <ul className="factor-list">
        {staff.map(({ id, name, secondFactor }) => (
          <li key={id}>
            <span>{name}</span>
            <SecondFactor isSet={secondFactor} />
          </li>
        ))}
      </ul>
      <div className="acts">
        <LinkButton small to="/staff">
          {say('staff.title')}
        </LinkButton>
      </div>
    </>
  );
}

function SignUp() {
  const service = useQuery(serviceQuery());
  return service.data ? <p className="quiet">{say(`security.signUp.${service.data.signUp}`)}</p> : null;
}

function Log() {
  const here = useHere();
  const seals = useQuery(sealsQuery());
  return (
    <section className="card pad" aria-labelledby="log">
      <h2 id="log">{sayOfLog('audit.title')}</h2>
      <p>{say('security.log')}</p>
      {seals.data && <p className="quiet">{sealWords(seals.data, here)}</p>}
      <div className="acts">
        <LinkButton small to="/audit">
          {sayOfLog('audit.open')}
        </LinkButton>
      </div>
    </section>
  );
}
