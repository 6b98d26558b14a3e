import type { Dispatch } from 'react';
import { CHECK_INS } from '../../api-client/calls-library.js';
import { measureName } from '../../charts/check-in-words.js';
import { Radios } from '../../parts/choice.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words-library.js';
import { CHIP_GROUPS, type ChipGroup, type Edit, MOST_CHECK_INS, type PromptDraft } from './prompt-draft.js';
import { Tick } from './tick.js';

export interface BuilderProps {
  draft: PromptDraft;
  dispatch: Dispatch<Edit>;
  /** By the field's name. */
  errors: Record<string, string>;
}

/** What staff call it, and the first page a client meets. */
export function FirstPage({ draft, dispatch, errors }: BuilderProps) {
  const set = (field: 'title' | 'question' | 'hint') => (value: string) =>
    dispatch({ do: 'set', field, value });
  return (
    <section className="card pad form">
      <Field
        name="title"
        label={say(draft.tells ? 'builder.nameTells' : 'builder.name')}
        hint={say(draft.tells ? 'builder.nameTellsHint' : 'builder.nameHint')}
        autoComplete="off"
        value={draft.title}
        onChange={set('title')}
        error={errors.title}
      />
      <Radios
        label={say('builder.does')}
        value={draft.tells ? 'tells' : 'asks'}
        onChange={(does) => dispatch({ do: 'tell', tells: does === 'tells' })}
        options={[
          { value: 'asks', label: say('builder.asks') },
          { value: 'tells', label: say('builder.tells') },
        ]}
      />
      {!draft.tells && (
        <Field
          name="question"
          label={say('builder.question')}
          hint={say('builder.questionHint')}
          rows={2}
          serif
          value={draft.question}
          onChange={set('question')}
          error={errors.question}
        />
      )}
      <Field
        name="hint"
        label={say(draft.tells ? 'builder.text' : 'builder.under')}
        hint={say(draft.tells ? 'builder.textHint' : 'builder.underHint')}
        rows={draft.tells ? 6 : 3}
        value={draft.hint}
        onChange={set('hint')}
        error={errors.hint}
      />
      {!draft.tells && (
        <Tick
          name="namesThread"
          label={say('asks.namesThread')}
          hint={say('asks.namesThreadHint')}
          isOn={draft.also.includes('namesThread')}
          error={errors.namesThread}
          onChange={(isOn) => dispatch({ do: 'also', field: 'namesThread', isOn })}
        />
      )}
      {!draft.tells && <CheckIns draft={draft} dispatch={dispatch} errors={errors} />}
      {!draft.tells && <ChipGroups draft={draft} dispatch={dispatch} errors={errors} />}
    </section>
  );
}

function CheckIns({ draft, dispatch, errors }: BuilderProps) {
  const isFull = draft.checkIns.length >= MOST_CHECK_INS;
  return (
    <fieldset className="field">
      <legend className="field-label">{say('builder.checkIns')}</legend>
      <p className="field-hint">{say('builder.checkInsHint')}</p>
      {errors.checkIns && <p className="field-error">{errors.checkIns}</p>}
      <div className="builder-ticks">
        {CHECK_INS.map((name) => {
          const isOn = draft.checkIns.includes(name);
          return (
            <label key={name} className="tick">
              <input
                type="checkbox"
                name="checkIns"
                checked={isOn}
                disabled={isFull && !isOn}
                onChange={({ target }) => dispatch({ do: 'check-in', name, isOn: target.checked })}
              />
              <span>
                {measureName(name)}
                <small>
                  {[1, 3, 5].map((step) => say(`checkIn.${name}.${step as 1 | 3 | 5}`)).join(' · ')}
                </small>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

function ChipGroups({ draft, dispatch, errors }: BuilderProps) {
  return (
    <fieldset className="field">
      <legend className="field-label">{say('builder.chips')}</legend>
      <p className="field-hint">{say('builder.chipsHint')}</p>
      {errors.chips && <p className="field-error">{errors.chips}</p>}
      {(Object.keys(CHIP_GROUPS) as ChipGroup[]).map((group) => {
        const codes = CHIP_GROUPS[group];
        const chosen = codes.filter((code) => draft.chips.includes(code));
        return (
          <label key={group} className="tick">
            <input
              type="checkbox"
              name="chips"
              checked={chosen.length > 0}
              onChange={({ target }) => dispatch({ do: 'chips', group, isOn: target.checked })}
            />
            <span>
              {say(`builder.chips.${group}`)}
              <small>
                {(chosen.length > 0 ? chosen : codes).map((code) => say(`chip.${code}`)).join(' · ')}
              </small>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
