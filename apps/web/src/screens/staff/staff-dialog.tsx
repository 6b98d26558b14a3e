import { useState } from 'react';
import type { StaffAccountView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { Dialog } from '../../parts/dialog.js';
import { useHere, useMe } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-staff.js';
import { Away } from './away.js';
import { ChangeForm } from './change-form.js';
import { Reset, ResetFactors, Restore } from './reset-and-restore.js';
import { SecondFactor } from './staff-table.js';
import { Suspend } from './suspend.js';

type Step = 'all' | 'reset' | 'reset-factors' | 'suspend' | 'restore';

/** One person of the staff: what they may see, when they are away, their way in. */
export function StaffDialog({ member, onClose }: { member: StaffAccountView; onClose(): void }) {
  const [step, go] = useState<Step>('all');
  const back = () => go('all');
  switch (step) {
    case 'suspend':
      return <Suspend member={member} onBack={back} onClose={onClose} />;
    case 'reset':
      return <Reset member={member} onClose={back} />;
    case 'reset-factors':
      return <ResetFactors member={member} onClose={back} />;
    case 'restore':
      return <Restore member={member} onClose={back} />;
    case 'all':
      return (
        <Dialog title={member.name} onClose={onClose}>
          <p className="quiet dialog-under address">{member.email}</p>
          <ChangeForm member={member} onSaved={onClose} />
          {member.status === 'active' && member.roles.includes('practitioner') && (
            <Away staffMemberId={member.id} name={member.name} />
          )}
          <WayIn member={member} onStep={go} />
        </Dialog>
      );
  }
}

function WayIn({ member, onStep }: { member: StaffAccountView; onStep(step: Step): void }) {
  const here = useHere();
  const isMe = useMe().staffMemberId === member.id;
  const isSuspended = member.status === 'suspended';
  return (
    <section className="dialog-part" aria-labelledby="way-in">
      <h3 id="way-in">{say('staff.wayIn')}</h3>
      <p className="facts">
        <span>
          <SecondFactor isSet={member.secondFactor} isAlone />
        </span>
        <span>
          {member.lastSeenAt
            ? say('staff.seenAt', { time: dayAndClock(member.lastSeenAt, here) })
            : say('staff.neverSeen')}
        </span>
      </p>
      {isSuspended && <p>{say('staff.isSuspended')}</p>}
      {isMe ? (
        <p className="quiet small">{say('staff.thisIsYou')}</p>
      ) : (
        <div className="acts">
          {!isSuspended && (
            <Button small onPress={() => onStep('reset')}>
              {say('staff.startReset')}
            </Button>
          )}
          {!isSuspended && member.secondFactor && (
            <Button small onPress={() => onStep('reset-factors')}>
              {say('staff.resetFactors')}
            </Button>
          )}
          <Button small onPress={() => onStep(isSuspended ? 'restore' : 'suspend')}>
            {say(isSuspended ? 'staff.restore' : 'staff.suspend')}
          </Button>
        </div>
      )}
    </section>
  );
}
