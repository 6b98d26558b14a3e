import type { ReactNode } from 'react';
import type { RatingQuestion } from '../../api-client/calls-library.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words-library.js';
import type { BuilderProps } from './first-page.js';
import { ratingField } from './prompt-problems.js';

interface RatingEditorProps extends Omit<BuilderProps, 'draft'> {
  rating: RatingQuestion;
  name: string;
  movers: ReactNode;
}

/** 0 to 10, with words of one's own for both ends. */
export function RatingEditor({ rating, name, movers, dispatch, errors }: RatingEditorProps) {
  const { id } = rating;
  const field = (part: 'question' | 'low' | 'high') => ({
    name: ratingField(id, part),
    value: rating[part],
    error: errors[ratingField(id, part)],
    onChange: (value: string) => dispatch({ do: 'change-rating', id, change: { [part]: value } }),
  });
  return (
    <fieldset className="builder-item" aria-label={name}>
      <div className="builder-item-top">
        <h3>{name}</h3>
        {movers}
      </div>
      <Field {...field('question')} label={say('builder.choiceQuestion')} hint={say('builder.ratingWhat')} />
      <div className="form-pair">
        <Field {...field('low')} label={say('builder.low')} />
        <Field {...field('high')} label={say('builder.high')} />
      </div>
    </fieldset>
  );
}
