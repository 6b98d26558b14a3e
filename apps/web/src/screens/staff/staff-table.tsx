import { KeyRound, ShieldCheck } from 'lucide-react';
import type { StaffAccountView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { fromNow } from '../../parts/course-words.js';
import { useMe } from '../../shell/use-me.js';
import { dayAndClock, minutesUntil, shortDate } from '../../when.js';
import { say } from '../../words-staff.js';

interface StaffTableProps {
  staff: StaffAccountView[];
  here: string;
  onOpen(id: string): void;
}

export function StaffTable({ staff, here, onOpen }: StaffTableProps) {
  const inOrder = [...staff].sort((a, b) => a.status.localeCompare(b.status) || a.name.localeCompare(b.name));
  return (
    <div className="card">
      <table className="rows staff-table">
        <caption className="sr">{say('staff.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('staff.name')}</th>
            <th scope="col">{say('staff.roles')}</th>
            <th scope="col">{say('staff.location')}</th>
            <th scope="col">{say('staff.lastSeen')}</th>
            <th scope="col">{say('staff.secondFactor')}</th>
            <th scope="col">{say('column.toKnow')}</th>
            <th scope="col">
              <span className="sr">{say('column.acts')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {inOrder.map((member) => (
            <Row key={member.id} member={member} here={here} onOpen={() => onOpen(member.id)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ member, here, onOpen }: { member: StaffAccountView; here: string; onOpen(): void }) {
  const isMe = useMe().staffMemberId === member.id;
  const isSuspended = member.status === 'suspended';
  return (
    <tr className={isSuspended ? 'is-over' : undefined}>
      <th scope="row">
        {member.name} {isMe && <span className="chip chip-full">{say('me.short')}</span>}
        <small className="address">{member.email}</small>
      </th>
      <td data-label={say('staff.roles')}>{member.roles.map((role) => say(`role.${role}`)).join(', ')}</td>
      <td data-label={say('staff.location')}>{member.locationName}</td>
      <td data-label={say('staff.lastSeen')} className="num">
        <LastSeen at={member.lastSeenAt} here={here} />
      </td>
      <td data-label={say('staff.secondFactor')}>
        <SecondFactor isSet={member.secondFactor} />
      </td>
      <td data-label={say('column.toKnow')} className="staff-know">
        {isSuspended ? say('staff.suspended') : <ToKnow member={member} />}
      </td>
      <td className="row-acts">
        <Button small onPress={onOpen}>
          {say('staff.open')}
          <span className="sr"> {member.name}</span>
        </Button>
      </td>
    </tr>
  );
}

function LastSeen({ at, here }: { at: string | null; here: string }) {
  if (!at) return <span className="quiet">{say('staff.neverSeen')}</span>;
  return (
    <>
      {dayAndClock(at, here)}
      <small>{fromNow(minutesUntil(at, new Date()))}</small>
    </>
  );
}

/** `isAlone` where no heading says what it is about. */
export function SecondFactor({ isSet, isAlone }: { isSet: boolean; isAlone?: boolean }) {
  return isSet ? (
    <span className="fact-line">
      <ShieldCheck size={15} aria-hidden="true" />
      {say(isAlone ? 'staff.factorIsSet' : 'staff.hasFactor')}
    </span>
  ) : (
    <span className="fact-line is-open">
      <KeyRound size={15} aria-hidden="true" />
      {say(isAlone ? 'staff.factorIsNot' : 'staff.noFactor')}
    </span>
  );
}

function ToKnow({ member: { away, readsAloneFor } }: { member: StaffAccountView }) {
  return (
    <>
      {away && (
        <span>
          {say('staff.away', { from: shortDate(away.fromOn), until: shortDate(away.untilOn) })}
          {away.coverName && <small>{say('staff.coveredBy', { name: away.coverName })}</small>}
        </span>
      )}
      {readsAloneFor > 0 && <span className="quiet">{say('staff.readsAlone', { n: readsAloneFor })}</span>}
    </>
  );
}
