import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { seatOnCareTeam } from '../../api-client/calls-clinic.js';
import { staffQuery } from '../../api-client/queries.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words.js';

type Member = ClientView['careTeam'][number];
const SEATS = ['words', 'body', 'supervisor'] as const;

interface SeatDialogProps {
  client: ClientView;
  /** Whose seat changes; null to add somebody. */
  member: Member | null;
  onClose(): void;
}

/** Puts a practitioner on the care team, in a seat that says what they read. */
export function SeatDialog({ client, member, onClose }: SeatDialogProps) {
  const staff = useQuery(staffQuery());
  const others = (staff.data ?? []).filter(
    ({ id, roles }) =>
      roles.includes('practitioner') && !client.careTeam.some((each) => each.staffMemberId === id),
  );
  const [chosen, choose] = useState('');
  const [seat, take] = useState<Member['seat']>(member?.seat ?? 'words');
  const staffMemberId = member?.staffMemberId ?? (chosen || (others[0]?.id ?? ''));
  const name = member?.name ?? others.find(({ id }) => id === staffMemberId)?.name ?? '';
  const act = useAct(() => seatOnCareTeam(client.id, staffMemberId, seat), {
    refresh: [['client', client.id], ['clients'], ['today'], ['staff-members']],
    done: () => {
      notify(say(member ? 'team.didChange' : 'team.didAdd', { name }));
      onClose();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (staffMemberId) act.run();
  }

  return (
    <Dialog
      title={member ? say('team.seatOf', { name: member.name }) : say('team.addTitle')}
      onClose={onClose}
    >
      <form className="form" onSubmit={submit}>
        {!member && others.length > 0 && (
          <Choice
            label={say('role.practitioner')}
            value={staffMemberId}
            onChange={choose}
            options={others.map(({ id, name: label }) => ({ value: id, label }))}
          />
        )}
        {!member && staff.data && others.length === 0 && <p className="told">{say('team.everybody')}</p>}
        <fieldset className="field">
          <legend className="field-label">{say('team.seat')}</legend>
          {SEATS.map((each) => (
            <label key={each} className="tick">
              <input type="radio" name="seat" checked={seat === each} onChange={() => take(each)} />
              <span>
                {say(`seat.${each}`)}
                <small>{say(`team.seatHint.${each}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="quiet small">{say('team.told', { name: firstName(client.name) })}</p>
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending} isDisabled={!staffMemberId}>
            {say('act.save')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
