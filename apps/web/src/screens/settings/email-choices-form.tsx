import type { FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeEmailChoices, type EmailChoices } from '../../api-client/calls-delivery.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-delivery.js';

const CHOICES = ['doubleOptIn', 'greetsByName', 'tellsWhenRead'] as const;

interface EmailChoicesProps {
  /** Of the clinic. */
  version: number;
  choices: EmailChoices;
}

/** Three things that are either done or not. */
export function EmailChoicesForm({ version, choices }: EmailChoicesProps) {
  const { doubleOptIn, greetsByName, tellsWhenRead } = choices;
  const draft = useDraft({ doubleOptIn, greetsByName, tellsWhenRead });
  useUnsaved(draft.isChanged);
  const { values, set, meanwhile } = draft;
  const act = useAct(() => changeEmailChoices({ version, ...draft.changes }), {
    refresh: [['clinic']],
    done: () => {
      draft.clear();
      notify(say('details.saved'));
    },
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-labelledby="choices">
      <h2 id="choices">{say('choices.title')}</h2>
      <div className="field">
        {CHOICES.map((choice) => (
          <label key={choice} className="tick">
            <input
              type="checkbox"
              name={choice}
              checked={values[choice]}
              onChange={({ target }) => set(choice)(target.checked)}
            />
            <span>
              {say(`choices.${choice}`)}
              <small>{say(`choices.${choice}Hint`)}</small>
            </span>
          </label>
        ))}
      </div>
      <FormFoot
        act={act}
        isChanged={draft.isChanged}
        theirs={CHOICES.flatMap((choice) =>
          meanwhile[choice] === undefined
            ? []
            : [
                say('details.now', {
                  field: say(`choices.${choice}`),
                  value: say(meanwhile[choice] ? 'choices.on' : 'choices.off'),
                }),
              ],
        )}
      />
    </form>
  );
}
