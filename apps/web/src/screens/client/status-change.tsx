import { useId } from 'react';
import type { ClientStatus } from '../../api-client/views.js';
import { Choice } from '../../parts/choice.js';
import { say } from '../../words-delivery.js';

const STATUSES: readonly ClientStatus[] = ['active', 'on_hold', 'transferred', 'discharged', 'died'];

interface StatusChangeProps {
  /** As it is stored. */
  from: ClientStatus;
  value: ClientStatus;
  onChange(status: ClientStatus): void;
}

/** The status, and what another one means, said before it is saved. */
export function StatusChange({ from, value, onChange }: StatusChangeProps) {
  const id = useId();
  return (
    <div className="field">
      <Choice
        label={say('client.status')}
        value={value}
        onChange={onChange}
        options={STATUSES.map((each) => ({ value: each, label: say(`clientStatus.${each}`) }))}
      />
      <div role="status" id={id}>
        {value !== from && <p className="told">{say(`becomes.${value}`)}</p>}
      </div>
    </div>
  );
}
