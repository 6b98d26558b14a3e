import { checkInSteps, stepWord } from '@app/design/check-ins.js';
import { wordsIn } from '@app/design/words/say.js';
import { AnswerForm } from './answer-form.js';
import { CHOICE_FIELD, RATING_FIELD } from './field-names.js';
import { problemWords } from './parts.js';
import type { AnswerFormProps, ChipProps } from './props.js';
import type { CheckInPageProps, ChoicePageProps, RatingPageProps } from './tap-props.js';

const STEPS = Array.from({ length: 11 }, (_, step) => step);

/** One question with given answers: one of them, or any number. */
export function ChoicePage(props: ChoicePageProps) {
  const { id, question, hint, many, options } = props;
  const say = wordsIn(props.frame.locale);
  return (
    <TapPage
      props={props}
      question={question}
      hints={[hint, say(many ? 'pages.many' : 'pages.one')]}
      taps={{ name: CHOICE_FIELD + id, type: many ? 'checkbox' : 'radio', options, shape: 'chips' }}
    />
  );
}

/** One question with eleven steps, the person's own words at both ends. Compared with nobody else. */
export function RatingPage(props: RatingPageProps) {
  const { id, question, low, high, chosen } = props;
  const say = wordsIn(props.frame.locale);
  const options = STEPS.map((step) => ({
    value: String(step),
    label: String(step),
    chosen: step === chosen,
  }));
  return (
    <TapPage
      props={props}
      question={question}
      hints={[say('pages.rating', { low, high })]}
      taps={{ name: RATING_FIELD + id, type: 'radio', options, shape: 'steps' }}
      ends={[low, high]}
    />
  );
}

/** One five-step tap that has no place on the first page. */
export function CheckInPage(props: CheckInPageProps) {
  const { kind, chosen } = props.checkIn;
  const say = wordsIn(props.frame.locale);
  const options = checkInSteps.map((step) => ({
    value: String(step),
    label: stepWord(say, kind, step),
    chosen: step === chosen,
  }));
  return (
    <TapPage
      props={props}
      question={say(`checkIn.ask.${kind}`)}
      hints={[]}
      taps={{ name: kind, type: 'radio', options, shape: 'taps' }}
    />
  );
}

interface Taps {
  name: string;
  type: 'radio' | 'checkbox';
  options: readonly ChipProps[];
  shape: 'chips' | 'steps' | 'taps';
}

function TapPage({
  props,
  question,
  hints,
  taps,
  ends,
}: {
  props: AnswerFormProps;
  question: string;
  hints: readonly (string | null)[];
  taps: Taps;
  ends?: readonly [low: string, high: string];
}) {
  const say = wordsIn(props.frame.locale);
  const { problem } = props;
  return (
    <AnswerForm props={props} target="tap-1">
      <fieldset aria-describedby="hint saved">
        <legend className="legend-first">
          <h1>{question}</h1>
        </legend>
        <div id="hint">
          {hints
            .filter((hint) => hint !== null)
            .map((hint) => (
              <p className="hint as-written" key={hint}>
                {hint}
              </p>
            ))}
        </div>
        {problem && <p className="problem-here">{problemWords(problem, say)}</p>}
        <div className={taps.shape}>
          {taps.options.map(({ value, label, chosen }, index) => (
            <label className="tap" key={value}>
              <input
                type={taps.type}
                id={`tap-${index + 1}`}
                name={taps.name}
                value={value}
                defaultChecked={chosen}
              />
              <span>{label}</span>
            </label>
          ))}
        </div>
        {ends && (
          <p className="ends" aria-hidden="true">
            <span>{ends[0]}</span>
            <span>{ends[1]}</span>
          </p>
        )}
      </fieldset>
    </AnswerForm>
  );
}
