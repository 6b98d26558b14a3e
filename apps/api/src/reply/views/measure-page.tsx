import { wordsIn } from '@app/design/words/say.js';
import { AnswerForm } from './answer-form.js';
import { ITEM_FIELD, NO_SIGN, SIGNS_FIELD } from './field-names.js';
import { Paragraphs, problemWords } from './parts.js';
import type { ChipProps } from './props.js';
import type { MeasureItemPageProps, SafetyCheckPageProps } from './safety-props.js';

/** One item of a published measure, in its exact wording. What is told at once is said before anything is chosen. */
export function MeasureItemPage(props: MeasureItemPageProps) {
  const { itemId, stem, text, options, toldUnless, intro, problem } = props;
  const say = wordsIn(props.frame.locale);
  return (
    <AnswerForm props={props} target="tap-1" leavesOut>
      {intro && <Paragraphs text={intro} />}
      <fieldset aria-describedby="hint saved">
        <legend className="legend-first">
          <span className="hint">{stem}</span>
          <h1>{text}</h1>
        </legend>
        <div id="hint">
          {toldUnless !== null && (
            <p className="problem-here">{say('measure.toldBefore', { least: toldUnless })}</p>
          )}
          <p className="note">{say('measure.oneOrNone')}</p>
        </div>
        {problem && <p className="problem-here">{problemWords(problem, say)}</p>}
        <Options name={ITEM_FIELD + itemId} type="radio" options={options} />
      </fieldset>
    </AnswerForm>
  );
}

/** Signs after which a person is needed, soon or at once. */
export function SafetyCheckPage(props: SafetyCheckPageProps) {
  const { body, mind, none, intro, problem } = props;
  const say = wordsIn(props.frame.locale);
  return (
    <AnswerForm props={props} target="tap-1" leavesOut>
      {intro && <Paragraphs text={intro} />}
      <fieldset aria-describedby="hint saved">
        <legend className="legend-first">
          <h1>{say('check.question')}</h1>
        </legend>
        <div id="hint">
          <p className="hint">{say('check.hint')}</p>
        </div>
        {problem && <p className="problem-here">{problemWords(problem, say)}</p>}
        <h2 className="part">{say('check.body')}</h2>
        <Options name={SIGNS_FIELD} type="checkbox" options={body} />
        <h2 className="part">{say('check.mind')}</h2>
        <Options name={SIGNS_FIELD} type="checkbox" options={mind} from={body.length} />
        <Options
          name={SIGNS_FIELD}
          type="checkbox"
          options={[{ value: NO_SIGN, label: say('check.none'), chosen: none }]}
          from={body.length + mind.length}
        />
      </fieldset>
    </AnswerForm>
  );
}

function Options({
  name,
  type,
  options,
  from = 0,
}: {
  name: string;
  type: 'radio' | 'checkbox';
  options: readonly ChipProps[];
  from?: number;
}) {
  return (
    <div className="opts">
      {options.map(({ value, label, chosen }, index) => (
        <label className="tap" key={value}>
          <input
            type={type}
            id={`tap-${from + index + 1}`}
            name={name}
            value={value}
            defaultChecked={chosen}
          />
          <span>{label}</span>
        </label>
      ))}
    </div>
  );
}
