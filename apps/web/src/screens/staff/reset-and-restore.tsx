import { useAct } from '../../acts/use-act.js';
import { resetFactors, restoreStaffMember, startPasswordReset } from '../../api-client/calls-clinic.js';
import type { StaffAccountView } from '../../api-client/views-clinic.js';
import { Confirm } from '../../parts/confirm.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-staff.js';

interface StepProps {
  member: StaffAccountView;
  onClose(): void;
}

/** A link goes to the person; nobody here ever sees or chooses the password. */
export function Reset({ member, onClose }: StepProps) {
  const act = useAct(() => startPasswordReset(member.id), {
    refresh: [],
    done: () => {
      notify(say('reset.did', { name: member.name }));
      onClose();
    },
  });
  return (
    <Confirm
      title={say('reset.title', { name: member.name })}
      label={say('reset.it')}
      act={act}
      onClose={onClose}
    >
      <p>{say('reset.what')}</p>
      <p className="quiet">{say('reset.factor')}</p>
    </Confirm>
  );
}

/** For who has lost the telephone and the recovery codes. Whether it is really them, only a person can find out. */
export function ResetFactors({ member, onClose }: StepProps) {
  const { id, name } = member;
  const act = useAct(() => resetFactors(id), {
    refresh: [['staff-members']],
    done: () => {
      notify(say('resetFactors.did', { name }));
      onClose();
    },
  });
  return (
    <Confirm
      title={say('resetFactors.title', { name })}
      label={say('resetFactors.it')}
      act={act}
      onClose={onClose}
    >
      <p>
        <strong>{say('resetFactors.check')}</strong>
      </p>
      <p>{say('resetFactors.what')}</p>
      <p className="quiet">{say('resetFactors.password')}</p>
    </Confirm>
  );
}

export function Restore({ member, onClose }: StepProps) {
  const act = useAct(() => restoreStaffMember(member.id, member.version), {
    refresh: [['staff-members'], ['staff']],
    done: () => {
      notify(say('restore.did', { name: member.name }));
      onClose();
    },
  });
  return (
    <Confirm
      title={say('restore.title', { name: member.name })}
      label={say('staff.restore')}
      act={act}
      onClose={onClose}
    >
      <p>{say('restore.what')}</p>
    </Confirm>
  );
}
