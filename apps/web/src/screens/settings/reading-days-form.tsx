import type { FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeClinic } from '../../api-client/calls-clinic.js';
import type { ClinicView } from '../../api-client/views-clinic.js';
import { Days, daysInWords } from '../../parts/days.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-settings.js';

interface ReadingDaysProps {
  clinic: ClinicView;
  label?: string;
  onSaved?(): void;
}

/** The days somebody reads: the promise on every client's page stands on them. */
export function ReadingDaysForm({ clinic, label, onSaved }: ReadingDaysProps) {
  const draft = useDraft({ readingDays: clinic.readingDays });
  useUnsaved(draft.isChanged);
  const days = draft.values.readingDays;
  const act = useAct(() => changeClinic({ version: clinic.version, readingDays: days }), {
    refresh: [['clinic'], ['setup']],
    done: () => {
      draft.clear();
      notify(say('details.saved'));
      onSaved?.();
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  const theirs = draft.meanwhile.readingDays;
  return (
    <form className="card pad form" onSubmit={submit} noValidate>
      <Days
        label={say('clinic.readingDays')}
        hint={say('clinic.readingDaysHint')}
        value={days}
        onChange={draft.set('readingDays')}
        error={fieldErrors(act.error).readingDays}
      />
      {days.length === 0 && <p className="told">{say('clinic.noReadingDaysWhat')}</p>}
      <FormFoot
        act={act}
        label={label}
        isChanged={draft.isChanged}
        isConfirming={Boolean(onSaved) && days.length > 0}
        theirs={
          theirs && [say('details.now', { field: say('clinic.readingDays'), value: daysInWords(theirs) })]
        }
      />
    </form>
  );
}
