import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { openBreakGlass } from '../../api-client/calls-clinic.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words.js';
import { FindBeyond, type Found } from './find-beyond.js';

const MINUTES = ['15', '30', '60'];
const SHORTEST_REASON = 10;

/** Opens a record outside one's care team: for whom, why, for how long, and what follows from it. */
export function OpenDialog({ onClose }: { onClose(): void }) {
  const navigate = useNavigate();
  const [client, choose] = useState<Found | null>(null);
  const [reason, setReason] = useState('');
  const [minutes, setMinutes] = useState('30');
  const [isAsked, ask] = useState(false);
  const isTooShort = reason.trim().length < SHORTEST_REASON;
  const act = useAct((clientId: string) => openBreakGlass(clientId, reason.trim(), Number(minutes)), {
    refresh: [['break-glass'], ['clients'], ['client']],
    done: ({ clientId }) => void navigate({ to: '/clients/$clientId', params: { clientId } }),
  });
  const errors = fieldErrors(act.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    ask(true);
    if (client && !isTooShort) act.run(client.clientId);
  }

  return (
    <Dialog title={say('breakGlass.title')} onClose={onClose}>
      <FindBeyond chosen={client} onChoose={choose} isMissing={isAsked && !client} />
      <form className="form glass-form" onSubmit={submit} noValidate>
        <Field
          label={say('breakGlass.reason')}
          hint={say('breakGlass.reasonHint')}
          rows={3}
          value={reason}
          onChange={setReason}
          error={isAsked && isTooShort ? say('breakGlass.reasonShort') : errors.reason}
        />
        <Choice
          label={say('breakGlass.minutes')}
          value={minutes}
          onChange={setMinutes}
          options={MINUTES.map((value) => ({ value, label: say('calls.minutes', { n: Number(value) }) }))}
        />
        <div className="told">
          <p className="strong">{say('breakGlass.whatHappens')}</p>
          <ul className="plain-list">
            <li>{say('breakGlass.told')}</li>
            <li>{say('breakGlass.longest')}</li>
            <li>{say('breakGlass.kept')}</li>
          </ul>
        </div>
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('breakGlass.open')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
