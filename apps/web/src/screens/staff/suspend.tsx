import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { suspendStaffMember } from '../../api-client/calls-clinic.js';
import type { StaffAccountView } from '../../api-client/views-clinic.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-staff.js';

interface SuspendProps {
  member: StaffAccountView;
  onBack(): void;
  onClose(): void;
}

/** No client is left without a reader: either another one is named first, or the lead takes them over now. */
export function Suspend({ member, onBack, onClose }: SuspendProps) {
  const { id, version, name, readsAloneFor } = member;
  const [clients, choose] = useState<'first' | 'to-lead'>('first');
  const mustReassign = readsAloneFor > 0 && clients === 'first';
  const act = useAct(() => suspendStaffMember(id, version, readsAloneFor > 0 ? 'to-lead' : 'stay'), {
    refresh: [['staff-members'], ['staff'], ['absences'], ['client']],
    done: () => {
      notify(say('suspend.did', { name }));
      onClose();
    },
  });
  return (
    <Dialog title={say('suspend.title', { name })} onClose={onBack}>
      <div className="dialog-text">
        <p>{say('suspend.what')}</p>
        {readsAloneFor > 0 && (
          <fieldset className="field">
            <legend className="field-label">{say('suspend.alone', { n: readsAloneFor, name })}</legend>
            <p className="field-hint">{say('suspend.aloneHint')}</p>
            <Way is={clients} value="first" onChoose={choose} />
            <Way is={clients} value="to-lead" onChoose={choose} />
          </fieldset>
        )}
      </div>
      {act.error && <Failure error={act.error} isAct />}
      <div className="dialog-acts">
        {mustReassign ? (
          <LinkButton kind="primary" to="/clients">
            {say('suspend.goToClients')}
          </LinkButton>
        ) : (
          <Button kind="primary" isPending={act.isPending} onPress={() => act.run()}>
            {readsAloneFor > 0 ? say('suspend.handOver', { n: readsAloneFor }) : say('suspend.it')}
          </Button>
        )}
        <Button kind="plain" onPress={onBack}>
          {say('act.back')}
        </Button>
      </div>
    </Dialog>
  );
}

interface WayProps {
  is: 'first' | 'to-lead';
  value: 'first' | 'to-lead';
  onChoose(way: 'first' | 'to-lead'): void;
}

function Way({ is, value, onChoose }: WayProps) {
  return (
    <label className="tick">
      <input type="radio" name="clients" checked={is === value} onChange={() => onChoose(value)} />
      <span>
        {say(`suspend.way.${value}`)}
        <small>{say(`suspend.wayHint.${value}`)}</small>
      </span>
    </label>
  );
}
