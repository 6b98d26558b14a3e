import { useNavigate } from '@tanstack/react-router';
import { useAct } from '../../acts/use-act.js';
import { leaveCareTeam } from '../../api-client/calls-clinic.js';
import type { ClientView } from '../../api-client/views.js';
import { Confirm } from '../../parts/confirm.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useMe } from '../../shell/use-me.js';
import { useHasRole } from '../../shell/use-roles.js';
import { say } from '../../words.js';

interface LeaveTeamProps {
  client: ClientView;
  member: ClientView['careTeam'][number];
  onClose(): void;
}

/** Takes somebody off the care team. The API keeps the last reader where they are. */
export function LeaveTeam({ client, member, onClose }: LeaveTeamProps) {
  const me = useMe();
  const navigate = useNavigate();
  const seesAll = useHasRole('admin', 'coordinator');
  const isMe = member.staffMemberId === me.staffMemberId;
  const losesSight = isMe && !seesAll;
  const act = useAct(() => leaveCareTeam(client.id, member.staffMemberId), {
    refresh: losesSight ? [['clients'], ['today']] : [['client', client.id], ['clients'], ['today']],
    done: () => {
      notify(say('team.didRemove', { name: member.name }));
      if (losesSight) void navigate({ to: '/clients' });
      else onClose();
    },
  });
  const params = { name: member.name, client: firstName(client.name) };
  return (
    <Confirm
      title={say(isMe ? 'team.leaveTitle' : 'team.removeTitle', params)}
      label={say(isMe ? 'team.leaveIt' : 'team.removeIt')}
      act={act}
      onClose={onClose}
    >
      <p>{say(isMe ? 'team.leaveWhat' : 'team.removeWhat', params)}</p>
    </Confirm>
  );
}
