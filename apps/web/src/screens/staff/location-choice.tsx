import { useQuery } from '@tanstack/react-query';
import { locationsQuery } from '../../api-client/queries-clinic.js';
import { Choice } from '../../parts/choice.js';
import { zoneName } from '../../when.js';
import { say } from '../../words-staff.js';

/** Which place of the clinic; it says whose clock a person works on. */
export function LocationChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange(id: string): void;
}) {
  const locations = useQuery(locationsQuery());
  return (
    <Choice
      label={label}
      value={value}
      onChange={onChange}
      options={(locations.data ?? []).map(({ id, name, timeZone }) => ({
        value: id,
        label: say('shell.place', { place: name, zone: zoneName(timeZone) }),
      }))}
    />
  );
}
