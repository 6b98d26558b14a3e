import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/button.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-library.js';
import { ChoiceEditor } from './choice-editor.js';
import type { BuilderProps } from './first-page.js';
import { Movers, moverOf } from './movers.js';
import { newId } from './new-id.js';
import type { Listed } from './prompt-draft.js';
import { choiceField, ratingField } from './prompt-problems.js';
import { RatingEditor } from './rating-editor.js';
import { useFocusNext } from './use-focus-next.js';

/** Choices and own-words ratings: one a page, in this order. */
export function MorePages({ draft, dispatch, errors }: BuilderProps) {
  const focusNext = useFocusNext();
  const [said, tell] = useState('');
  const { choices, ratings } = draft;

  function addChoice() {
    const id = newId();
    const options = [newId(), newId()].map((optionId) => ({ id: optionId, label: '' }));
    dispatch({ do: 'insert-choice', choice: { id, question: '', hint: '', options, many: false } });
    focusNext(`[name="${choiceField(id, 'question')}"]`);
  }

  function addRating() {
    const id = newId();
    dispatch({ do: 'insert-rating', rating: { id, question: '', low: '', high: '' } });
    focusNext(`[name="${ratingField(id, 'question')}"]`);
  }

  function remove(list: Listed, id: string, name: string, putBack: () => void) {
    dispatch({ do: 'remove', list, id });
    focusNext(`#add-${list}`);
    notify(say('builder.removed', { name }), putBack);
  }

  const movers = (list: Listed, id: string, at: number, name: string, putBack: () => void) => (
    <Movers
      id={`item-${id}`}
      name={name}
      at={at}
      of={draft[list].length}
      onMove={(by) => {
        dispatch({ do: 'move', list, id, by });
        focusNext(...moverOf(`item-${id}`, by));
        tell(say('builder.placed', { name, at: at + by + 1, of: draft[list].length }));
      }}
      onRemove={() => remove(list, id, name, putBack)}
    />
  );

  return (
    <section className="card pad form" aria-labelledby="more-pages">
      <div>
        <h2 id="more-pages">{say('builder.more')}</h2>
        <p className="quiet small">{say('builder.moreWhat')}</p>
      </div>
      <p className="sr" role="status">
        {said}
      </p>
      {choices.map((choice, at) => {
        const name = say('builder.choice', { n: at + 1 });
        return (
          <ChoiceEditor
            key={choice.id}
            {...{ choice, name, dispatch, errors }}
            movers={movers('choices', choice.id, at, choice.question || name, () =>
              dispatch({ do: 'insert-choice', choice, at }),
            )}
          />
        );
      })}
      {ratings.map((rating, at) => {
        const name = say('builder.rating', { n: at + 1 });
        return (
          <RatingEditor
            key={rating.id}
            {...{ rating, name, dispatch, errors }}
            movers={movers('ratings', rating.id, at, rating.question || name, () =>
              dispatch({ do: 'insert-rating', rating, at }),
            )}
          />
        );
      })}
      <div className="acts">
        <Button small id="add-choices" onPress={addChoice} icon={<Plus size={15} aria-hidden="true" />}>
          {say('builder.addChoice')}
        </Button>
        <Button small id="add-ratings" onPress={addRating} icon={<Plus size={15} aria-hidden="true" />}>
          {say('builder.addRating')}
        </Button>
      </div>
    </section>
  );
}
