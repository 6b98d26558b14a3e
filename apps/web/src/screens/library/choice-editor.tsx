import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChoiceQuestion } from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { Radios } from '../../parts/choice.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words-library.js';
import type { BuilderProps } from './first-page.js';
import { Movers, moverOf } from './movers.js';
import { newId } from './new-id.js';
import { FEWEST_OPTIONS, MOST_OPTIONS } from './prompt-draft.js';
import { choiceField, optionField } from './prompt-problems.js';
import { useFocusNext } from './use-focus-next.js';

interface ChoiceEditorProps extends Omit<BuilderProps, 'draft'> {
  choice: ChoiceQuestion;
  name: string;
  movers: ReactNode;
}

/** A question with 2 to 8 given answers, of which one or any number may be picked. */
export function ChoiceEditor({ choice, name, movers, dispatch, errors }: ChoiceEditorProps) {
  const { id, question, hint, many } = choice;
  const change = (part: Partial<ChoiceQuestion>) => dispatch({ do: 'change-choice', id, change: part });
  return (
    <fieldset className="builder-item" aria-label={name}>
      <div className="builder-item-top">
        <h3>{name}</h3>
        {movers}
      </div>
      <Field
        name={choiceField(id, 'question')}
        label={say('builder.choiceQuestion')}
        value={question}
        onChange={(value) => change({ question: value })}
        error={errors[choiceField(id, 'question')]}
      />
      <Field
        name={choiceField(id, 'hint')}
        label={say('builder.choiceHint')}
        hint={say('builder.mayBeEmpty')}
        value={hint}
        onChange={(value) => change({ hint: value })}
        error={errors[choiceField(id, 'hint')]}
      />
      <Options choice={choice} dispatch={dispatch} errors={errors} />
      <Radios
        label={say('builder.howMany')}
        value={many ? 'many' : 'one'}
        onChange={(value) => change({ many: value === 'many' })}
        options={[
          { value: 'one', label: say('builder.one') },
          { value: 'many', label: say('builder.many') },
        ]}
      />
    </fieldset>
  );
}

function Options({ choice, dispatch, errors }: Pick<ChoiceEditorProps, 'choice' | 'dispatch' | 'errors'>) {
  const { id, options } = choice;
  const focusNext = useFocusNext();
  const canRemove = options.length > FEWEST_OPTIONS;

  function add() {
    const optionId = newId();
    dispatch({ do: 'add-option', id, optionId });
    focusNext(`[name="${optionField(id, optionId)}"]`);
  }

  return (
    <fieldset className="field">
      <legend className="field-label">{say('builder.options')}</legend>
      <p className="field-hint">{say('builder.optionsHint')}</p>
      <ol className="builder-options">
        {options.map((option, at) => (
          <li key={option.id}>
            <Field
              name={optionField(id, option.id)}
              label={say('builder.option', { n: at + 1 })}
              value={option.label}
              onChange={(label) => dispatch({ do: 'label-option', id, optionId: option.id, label })}
              error={errors[optionField(id, option.id)]}
            />
            <Movers
              id={`option-${option.id}`}
              name={option.label || say('builder.option', { n: at + 1 })}
              at={at}
              of={options.length}
              onMove={(by) => {
                dispatch({ do: 'move-option', id, optionId: option.id, by });
                focusNext(...moverOf(`option-${option.id}`, by));
              }}
              onRemove={
                canRemove
                  ? () => {
                      dispatch({ do: 'remove-option', id, optionId: option.id });
                      focusNext(`#add-option-${id}`);
                    }
                  : undefined
              }
            />
          </li>
        ))}
      </ol>
      <div className="acts">
        <Button
          small
          id={`add-option-${id}`}
          isDisabled={options.length >= MOST_OPTIONS}
          onPress={add}
          icon={<Plus size={15} aria-hidden="true" />}
        >
          {say('builder.addOption')}
        </Button>
      </div>
    </fieldset>
  );
}
