import './staff.css';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { invitationsQuery, staffMembersQuery } from '../../api-client/queries-clinic.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { OnlyFor } from '../../shell/only-for.js';
import { PageHead } from '../../shell/page-head.js';
import { useHere } from '../../shell/use-me.js';
import { zoneName } from '../../when.js';
import { say } from '../../words-staff.js';
import { Invitations } from './invitations.js';
import { InviteDialog } from './invite-dialog.js';
import { StaffDialog } from './staff-dialog.js';
import { StaffTable } from './staff-table.js';

/** Who belongs to the clinic, what each may see, and who was asked to join. */
export function Staff() {
  return (
    <OnlyFor roles={['admin']} title={say('staff.title')} why={say('staff.onlyAdmins')}>
      <StaffOfClinic />
    </OnlyFor>
  );
}

function StaffOfClinic() {
  const here = useHere();
  const staff = useQuery(staffMembersQuery());
  const invitations = useQuery(invitationsQuery());
  const [isInviting, invite] = useState(false);
  const [openId, open] = useState<string | null>(null);
  const chosen = staff.data?.find(({ id }) => id === openId);
  return (
    <>
      <PageHead
        title={say('staff.title')}
        acts={
          <Button
            kind="primary"
            icon={<UserPlus size={16} aria-hidden="true" />}
            onPress={() => invite(true)}
          >
            {say('invite.act')}
          </Button>
        }
      >
        {say('staff.what', { zone: zoneName(here) })}
      </PageHead>
      {staff.isPending && <Loading rows={6} />}
      {staff.error && <Failure error={staff.error} retry={() => void staff.refetch()} />}
      {staff.data && <StaffTable staff={staff.data} here={here} onOpen={open} />}
      {staff.data?.length === 1 && <p className="staff-alone">{say('staff.alone')}</p>}
      <Invitations invitations={invitations} here={here} onInvite={() => invite(true)} />
      {isInviting && <InviteDialog onClose={() => invite(false)} />}
      {chosen && <StaffDialog member={chosen} onClose={() => open(null)} />}
    </>
  );
}
