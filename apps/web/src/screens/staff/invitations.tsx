import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { resendInvitation, revokeInvitation } from '../../api-client/calls-clinic.js';
import type { InvitationView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-staff.js';

interface InvitationsProps {
  invitations: UseQueryResult<InvitationView[]>;
  here: string;
  onInvite(): void;
}

/** Who was asked to join and has not answered yet; an answered or revoked invitation is in the audit log. */
export function Invitations({ invitations, here, onInvite }: InvitationsProps) {
  const waiting = (invitations.data ?? []).filter(({ state }) => state === 'open' || state === 'expired');
  const [revoking, revoke] = useState<InvitationView | null>(null);
  return (
    <section aria-labelledby="invitations">
      <div className="section-head">
        <h2 id="invitations">{say('invitations.title')}</h2>
        <p>{say('invitations.what')}</p>
      </div>
      {invitations.isPending && <Loading rows={2} />}
      {invitations.error && <Failure error={invitations.error} retry={() => void invitations.refetch()} />}
      {invitations.data && waiting.length === 0 && (
        <Empty act={<Button onPress={onInvite}>{say('invite.act')}</Button>}>{say('invitations.none')}</Empty>
      )}
      {waiting.length > 0 && (
        <div className="card">
          <table className="rows">
            <caption className="sr">{say('invitations.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('staff.name')}</th>
                <th scope="col">{say('staff.roles')}</th>
                <th scope="col">{say('staff.location')}</th>
                <th scope="col">{say('invitations.link')}</th>
                <th scope="col">
                  <span className="sr">{say('column.acts')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {waiting.map((each) => (
                <Row key={each.id} invitation={each} here={here} onRevoke={() => revoke(each)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {revoking && <Revoke invitation={revoking} onClose={() => revoke(null)} />}
    </section>
  );
}

function Row({ invitation, here, onRevoke }: { invitation: InvitationView; here: string; onRevoke(): void }) {
  const { id, version, name, email } = invitation;
  const resend = useAct(() => resendInvitation(id, version), {
    refresh: [['invitations']],
    done: () => notify(say('invitations.didResend', { name })),
  });
  return (
    <tr>
      <th scope="row">
        {name}
        <small className="address">{email}</small>
      </th>
      <td data-label={say('staff.roles')}>
        {invitation.roles.map((role) => say(`role.${role}`)).join(', ')}
      </td>
      <td data-label={say('staff.location')}>{invitation.locationName}</td>
      <td data-label={say('invitations.link')} className="num">
        {invitation.state === 'open'
          ? say('invitations.until', { time: dayAndClock(invitation.expiresAt, here) })
          : say('invitations.ended', { time: dayAndClock(invitation.expiresAt, here) })}
        <small>{say('invitations.sent', { time: dayAndClock(invitation.createdAt, here) })}</small>
      </td>
      <td className="row-acts">
        <Button small isPending={resend.isPending} onPress={() => resend.run()}>
          {say('invitations.resend')}
          <span className="sr"> {name}</span>
        </Button>
        <Button small onPress={onRevoke}>
          {say('invitations.revoke')}
          <span className="sr"> {name}</span>
        </Button>
        {resend.error && <Failure error={resend.error} isAct />}
      </td>
    </tr>
  );
}

function Revoke({ invitation, onClose }: { invitation: InvitationView; onClose(): void }) {
  const act = useAct(() => revokeInvitation(invitation.id, invitation.version), {
    refresh: [['invitations']],
    done: () => {
      notify(say('invitations.didRevoke', { name: invitation.name }));
      onClose();
    },
  });
  return (
    <Confirm
      title={say('invitations.revokeTitle', { name: invitation.name })}
      label={say('invitations.revokeIt')}
      act={act}
      onClose={onClose}
    >
      <p>{say('invitations.revokeWhat')}</p>
    </Confirm>
  );
}
