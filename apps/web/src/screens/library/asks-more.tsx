import { say } from '../../words-library.js';
import type { BuilderProps } from './first-page.js';
import { MeasureField } from './measure-field.js';
import type { Also } from './prompt-draft.js';
import { RostersLink } from './rosters-link.js';
import { Tick } from './tick.js';

const ON_PAGES_OF_THEIR_OWN = ['asksEarlySigns', 'reviewsThreads', 'safetyCheck'] as const satisfies Also[];

/** Early signs, threads, a safety check, a measure: in the order in which a client meets them, each with its rule. */
export function AsksMore({ draft, dispatch, errors }: BuilderProps) {
  return (
    <section className="card pad form" aria-labelledby="asks-more">
      <div>
        <h2 id="asks-more">{say('asks.title')}</h2>
        <p className="quiet small">{say('asks.what')}</p>
      </div>
      {ON_PAGES_OF_THEIR_OWN.map((field) => (
        <Tick
          key={field}
          name={field}
          label={say(`asks.${field}`)}
          hint={say(`asks.${field}Hint`)}
          isOn={draft.also.includes(field)}
          error={errors[field]}
          onChange={(isOn) => dispatch({ do: 'also', field, isOn })}
        />
      ))}
      {draft.also.includes('safetyCheck') && <RostersLink />}
      <MeasureField
        value={draft.measure}
        error={errors.measure}
        onChange={(measure) => dispatch({ do: 'measure', measure })}
      />
    </section>
  );
}
