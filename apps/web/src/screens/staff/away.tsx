import './staff.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { endAbsence } from '../../api-client/calls-clinic.js';
import { absencesQuery } from '../../api-client/queries-clinic.js';
import type { AbsenceView } from '../../api-client/views-clinic.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { notify } from '../../parts/toast.js';
import { shortDate } from '../../when.js';
import { say } from '../../words-staff.js';
import { AwayForm } from './away-form.js';

/** When a practitioner is away and who reads meanwhile: the absences now and ahead, and one more. */
export function Away({ staffMemberId, name }: { staffMemberId: string; name: string }) {
  const absences = useQuery(absencesQuery());
  const [isAdding, add] = useState(false);
  const theirs = (absences.data ?? []).filter(
    (absence) => absence.staffMemberId === staffMemberId && absence.state !== 'over',
  );
  return (
    <section className="dialog-part" aria-labelledby="away">
      <h3 id="away">{say('away.title')}</h3>
      {absences.isPending && <Loading rows={1} isCard={false} />}
      {absences.error && <Failure error={absences.error} retry={() => void absences.refetch()} />}
      {absences.data && theirs.length === 0 && !isAdding && <p className="quiet">{say('away.none')}</p>}
      {theirs.map((absence) => (
        <Absence key={absence.id} absence={absence} />
      ))}
      {isAdding ? (
        <AwayForm staffMemberId={staffMemberId} name={name} onDone={() => add(false)} />
      ) : (
        <Button small onPress={() => add(true)}>
          {say('away.add')}
        </Button>
      )}
    </section>
  );
}

function Absence({ absence }: { absence: AbsenceView }) {
  const act = useAct(() => endAbsence(absence.id, absence.version), {
    refresh: [['absences'], ['staff-members'], ['client']],
    done: () => notify(say(absence.state === 'now' ? 'away.didEnd' : 'away.didDrop')),
  });
  return (
    <div className="absence">
      <p>
        {say('away.fromTo', { from: shortDate(absence.fromOn), until: shortDate(absence.untilOn) })}
        <small>{say('away.cover', { name: absence.coverName })}</small>
      </p>
      <Button small isPending={act.isPending} onPress={() => act.run()}>
        {say(absence.state === 'now' ? 'away.end' : 'away.drop')}
      </Button>
      {act.error && <Failure error={act.error} isAct />}
    </div>
  );
}
