import { useState } from 'react';
import { useAct } from '../acts/use-act.js';
import { writeClosingNote } from '../api-client/calls.js';
import type { AppointmentView } from '../api-client/views.js';
import { useHere } from '../shell/use-me.js';
import { dayAndClock } from '../when.js';
import { say } from '../words.js';
import { useUnsaved } from '../acts/use-unsaved.js';
import { Button } from './button.js';
import { Failure } from './failure.js';
import { Field } from './field.js';

/** Where to pick up next time: it stands at the top of the next brief. Kept as typed until it is saved. */
export function ClosingNote({ appointment, onSaved }: { appointment: AppointmentView; onSaved?(): void }) {
  const here = useHere();
  const [text, setText] = useState(appointment.closingNote ?? '');
  const isChanged = text !== (appointment.closingNote ?? '');
  useUnsaved(isChanged);
  const act = useAct(() => writeClosingNote(appointment.id, appointment.version, text), {
    refresh: [
      ['brief', appointment.id],
      ['client', appointment.clientId, 'appointments'],
    ],
    done: () => onSaved?.(),
  });
  return (
    <form
      className="form closing-note"
      onSubmit={(event) => {
        event.preventDefault();
        act.run();
      }}
    >
      <Field label={say('note.label')} hint={say('note.hint')} rows={4} value={text} onChange={setText} />
      {act.error && <Failure error={act.error} isAct />}
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending} isDisabled={!isChanged}>
          {say('note.save')}
        </Button>
        <span className="quiet small" role="status">
          {isChanged
            ? say('note.unsaved')
            : appointment.closingNoteAt
              ? say('note.savedAt', { time: dayAndClock(appointment.closingNoteAt, here) })
              : ''}
        </span>
      </div>
    </form>
  );
}
