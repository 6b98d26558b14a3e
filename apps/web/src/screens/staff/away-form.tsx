import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { addAbsence } from '../../api-client/calls-clinic.js';
import { staffQuery } from '../../api-client/queries.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { DateOnly } from '../../parts/date-only.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useHere } from '../../shell/use-me.js';
import { dateOn } from '../../when.js';
import { say } from '../../words-staff.js';

interface AwayFormProps {
  staffMemberId: string;
  name: string;
  onDone(): void;
}

/** From, until, and who reads meanwhile: nobody is away without cover. */
export function AwayForm({ staffMemberId, name, onDone }: AwayFormProps) {
  const here = useHere();
  const staff = useQuery(staffQuery());
  const others = (staff.data ?? []).filter(
    ({ id, roles }) => id !== staffMemberId && roles.includes('practitioner'),
  );
  const [key] = useState(() => crypto.randomUUID());
  const [fromOn, setFrom] = useState(() => dateOn(new Date(), here));
  const [untilOn, setUntil] = useState('');
  const [chosen, choose] = useState('');
  const [isAsked, ask] = useState(false);
  const coverId = chosen || (others[0]?.id ?? '');
  const act = useAct(() => addAbsence({ staffMemberId, coverId, fromOn, untilOn }, key), {
    refresh: [['absences'], ['staff-members'], ['client']],
    done: ({ coverName }) => {
      notify(say('away.did', { name, cover: coverName }));
      onDone();
    },
  });
  const errors = fieldErrors(act.error);
  const untilError = !untilOn ? say('away.noUntil') : untilOn < fromOn ? say('away.wrongWay') : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (!untilError && fromOn && coverId) act.run();
  }

  if (staff.data && others.length === 0) return <p className="told">{say('away.nobody')}</p>;
  return (
    <form className="form" onSubmit={submit} noValidate>
      <DateOnly
        label={say('away.first')}
        value={fromOn}
        onChange={setFrom}
        error={isAsked && !fromOn ? say('away.noFrom') : errors.fromOn}
      />
      <DateOnly
        label={say('away.last')}
        value={untilOn}
        onChange={setUntil}
        error={isAsked && untilError ? untilError : errors.untilOn}
      />
      <Choice
        label={say('away.who')}
        hint={say('away.whoHint')}
        value={coverId}
        onChange={choose}
        options={others.map((other) => ({ value: other.id, label: other.name }))}
      />
      {act.error && <Failure error={act.error} isAct />}
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending}>
          {say('away.save')}
        </Button>
        <Button kind="plain" onPress={onDone}>
          {say('act.back')}
        </Button>
      </div>
    </form>
  );
}
