import { useId } from 'react';
import { PACES, type Pace } from '../../api-client/calls-library.js';
import type { ClientView } from '../../api-client/views.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';

interface PaceFilterProps {
  client: ClientView;
  value: Pace;
  onChange(pace: Pace | null): void;
}

/** How the plan would be met at another pace. A look: the client sets the pace. */
export function PaceFilter({ client, value, onChange }: PaceFilterProps) {
  const name = useId();
  return (
    <fieldset className="pace-filter">
      <legend>{say('planner.pace')}</legend>
      <div className="pace-choices">
        {PACES.map((pace) => (
          <label key={pace} className="pace-choice">
            <input
              type="radio"
              name={name}
              checked={pace === value}
              onChange={() => onChange(pace === client.pace ? null : pace)}
            />
            {pace === client.pace
              ? say('planner.paceTheirs', { pace: say(`pace.${pace}`) })
              : say(`pace.${pace}`)}
          </label>
        ))}
      </div>
      <p className="quiet tiny" role="status">
        {value !== client.pace &&
          say('planner.paceLooking', { name: firstName(client.name), pace: say(`pace.${client.pace}`) })}
      </p>
    </fieldset>
  );
}
