import './care-team.css';
import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { absencesQuery } from '../../api-client/queries-clinic.js';
import type { AbsenceView } from '../../api-client/views-clinic.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { firstName } from '../../parts/two-clocks.js';
import { useMe } from '../../shell/use-me.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { shortDate } from '../../when.js';
import { say } from '../../words.js';
import { Accesses } from '../break-glass/accesses.js';
import { LeaveTeam } from './leave-team.js';
import { SeatDialog } from './seat-dialog.js';

type Member = ClientView['careTeam'][number];
type Doing = { member: Member | null; what: 'seat' | 'leave' } | null;

/** Who reads for this client, each in a seat, and who stands in when one is away. */
export function CareTeam({ client }: { client: ClientView }) {
  const me = useMe();
  const isAdmin = useIsAdmin();
  const absences = useQuery(absencesQuery());
  const [doing, act] = useState<Doing>(null);
  // An admin, or who reads for this client already.
  const mayChange =
    isAdmin ||
    client.careTeam.some((each) => each.staffMemberId === me.staffMemberId && each.seat === 'words');
  return (
    <section aria-labelledby="team">
      <div className="section-head">
        <h2 id="team">{say('section.team')}</h2>
        <p>{say('team.what', { name: firstName(client.name) })}</p>
        {mayChange && (
          <Button
            small
            icon={<UserPlus size={16} aria-hidden="true" />}
            onPress={() => act({ member: null, what: 'seat' })}
          >
            {say('team.add')}
          </Button>
        )}
      </div>
      {client.careTeam.length === 0 ? (
        <Empty>{say('team.none', { name: firstName(client.name) })}</Empty>
      ) : (
        <ul className="card team">
          {client.careTeam.map((member) => (
            <li key={member.staffMemberId}>
              <p>
                <b>{member.name}</b>
                <small>{say(`seat.${member.seat}`)}</small>
                <Cover absences={absences.data ?? []} of={member} />
              </p>
              {mayChange && (
                <div className="acts">
                  <Button small onPress={() => act({ member, what: 'seat' })}>
                    {say('team.changeSeat')}
                    <span className="sr"> {member.name}</span>
                  </Button>
                  <Button small onPress={() => act({ member, what: 'leave' })}>
                    {say('team.remove')}
                    <span className="sr"> {member.name}</span>
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
      <Accesses client={client} />
      {doing?.what === 'seat' && (
        <SeatDialog client={client} member={doing.member} onClose={() => act(null)} />
      )}
      {doing?.what === 'leave' && doing.member && (
        <LeaveTeam client={client} member={doing.member} onClose={() => act(null)} />
      )}
    </section>
  );
}

function Cover({ absences, of }: { absences: AbsenceView[]; of: Member }) {
  return absences
    .filter(({ staffMemberId, state }) => staffMemberId === of.staffMemberId && state !== 'over')
    .map(({ id, state, fromOn, untilOn, coverName }) => (
      <small key={id} className={state === 'now' ? 'stands-in is-now' : 'stands-in'}>
        {say(state === 'now' ? 'team.awayNow' : 'team.awayAhead', {
          from: shortDate(fromOn),
          until: shortDate(untilOn),
          cover: coverName,
        })}
      </small>
    ));
}
