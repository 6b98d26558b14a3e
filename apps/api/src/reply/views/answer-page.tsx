import { wordsIn } from '@app/design/words/say.js';
import { AnswerForm } from './answer-form.js';
import { CheckIn, Chips, problemWords } from './parts.js';
import type { AnswerPageProps } from './props.js';

/** The open question, with at most two taps and the chips. Every part can be skipped. */
export function AnswerPage(props: AnswerPageProps) {
  const { question, hint, words, checkIns, chips, problem } = props;
  const say = wordsIn(props.frame.locale);
  const described = [hint && 'hint', problem && 'words-problem', 'saved'].filter(Boolean).join(' ');
  return (
    <AnswerForm
      props={props}
      target="words"
      more={
        <>
          {checkIns.map((checkIn) => (
            <CheckIn key={checkIn.kind} checkIn={checkIn} say={say} />
          ))}
          <Chips chips={chips} say={say} />
        </>
      }
    >
      <h1>
        <label htmlFor="words">{question}</label>
      </h1>
      {hint && (
        <p className="hint as-written" id="hint">
          {hint}
        </p>
      )}
      {problem && (
        <p className="problem-here" id="words-problem">
          {problemWords(problem, say)}
        </p>
      )}
      <textarea
        id="words"
        name="words"
        rows={6}
        autoComplete="off"
        aria-describedby={described}
        aria-invalid={problem ? true : undefined}
        defaultValue={words}
      />
    </AnswerForm>
  );
}
