import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { Failure } from '../parts/failure.js';
import { zoneName } from '../when.js';
import { say } from '../words.js';
import { useMe } from './use-me.js';
import { useSwitchClinic } from './use-switch-clinic.js';

/** Which clinic this screen is about, and the others this person works in. */
export function ClinicInUse() {
  const { clinic, clinics } = useMe();
  const id = useId();
  const [isOpen, open] = useState(false);
  const change = useSwitchClinic();
  const short = clinics.find((each) => each.id === clinic.id)?.shortName ?? clinic.name;
  const { name: place, timeZone } = clinic.location;
  const facts = (
    <>
      {short}
      <small>
        {place === clinic.name ? zoneName(timeZone) : say('shell.place', { place, zone: zoneName(timeZone) })}
      </small>
    </>
  );
  if (clinics.length < 2) return <p className="clinic">{facts}</p>;
  return (
    <div
      className="clinic-in-use"
      onKeyDown={(event) => {
        if (event.key === 'Escape') open(false);
      }}
    >
      <button
        type="button"
        className="clinic"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => open(!isOpen)}
      >
        <span>
          <span className="sr">{say('nav.clinicInUse')}: </span>
          {facts}
        </span>
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      <ul id={id} className="clinic-others" hidden={!isOpen}>
        {clinics
          .filter((each) => each.id !== clinic.id)
          .map((each) => (
            <li key={each.id}>
              <button type="button" onClick={() => change.run(each.id)}>
                {say('switch.to', { clinic: each.shortName })}
              </button>
            </li>
          ))}
      </ul>
      {change.error && <Failure error={change.error} isAct />}
    </div>
  );
}
