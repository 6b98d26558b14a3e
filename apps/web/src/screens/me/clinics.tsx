import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { useMe } from '../../shell/use-me.js';
import { useSwitchClinic } from '../../shell/use-switch-clinic.js';
import { say } from '../../words-entry.js';

/** The clinics this account works in; one at a time. */
export function Clinics() {
  const me = useMe();
  const change = useSwitchClinic();
  return (
    <section className="card pad">
      <h2>{say('me.clinics')}</h2>
      <p className="quiet">{say('me.clinicsHint')}</p>
      {change.error && <Failure error={change.error} isAct />}
      <ul className="me-list">
        {me.clinics.map(({ id, name }) => (
          <li key={id}>
            <p>
              <span className="strong">{name}</span>
              {id === me.clinic.id && <small>{say('me.thisClinic')}</small>}
            </p>
            {id !== me.clinic.id && (
              <Button small isPending={change.isPending} onPress={() => change.run(id)}>
                {say('switch.to', { clinic: name })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
