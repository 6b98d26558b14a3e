import { useMemo, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeClinic, type ClinicChange } from '../../api-client/calls-clinic.js';
import type { ClinicView } from '../../api-client/views-clinic.js';
import { Choice } from '../../parts/choice.js';
import { Field } from '../../parts/field.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-settings.js';
import { countries, countryName } from './countries.js';

const TEXTS = ['name', 'shortName', 'phone'] as const;

/** What the clinic is called, on the console and towards clients, and where it can be called. */
export function ClinicForm({ clinic }: { clinic: ClinicView }) {
  const { name, shortName, country, phone } = clinic;
  const draft = useDraft({ name, shortName, country, phone });
  useUnsaved(draft.isChanged);
  const all = useMemo(countries, []);
  const act = useAct((change: ClinicChange) => changeClinic(change), {
    refresh: [['clinic'], ['me']],
    done: () => {
      draft.clear();
      notify(say('details.saved'));
    },
  });
  const errors = fieldErrors(act.error);
  const { values, set, meanwhile } = draft;

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run({ version: clinic.version, ...draft.changes });
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate>
      {TEXTS.map((field) => (
        <Field
          key={field}
          label={say(`clinic.${field}`)}
          hint={say(`clinic.${field}Hint`)}
          type={field === 'phone' ? 'tel' : 'text'}
          autoComplete="off"
          value={values[field]}
          onChange={set(field)}
          error={errors[field]}
        />
      ))}
      <Choice
        label={say('clinic.country')}
        hint={say('clinic.countryHint')}
        value={values.country}
        onChange={set('country')}
        options={all}
      />
      <FormFoot
        act={act}
        isChanged={draft.isChanged}
        theirs={[
          ...TEXTS.flatMap((field) =>
            meanwhile[field] === undefined
              ? []
              : [say('details.now', { field: say(`clinic.${field}`), value: meanwhile[field] })],
          ),
          ...(meanwhile.country
            ? [say('details.now', { field: say('clinic.country'), value: countryName(meanwhile.country) })]
            : []),
        ]}
      />
    </form>
  );
}
