import { type Say, wordsIn } from '@app/design/words/say.js';
import { AnswerForm } from './answer-form.js';
import { CheckIn, Chips, problemWords } from './parts.js';
import { THREAD_FIELD, THREAD_NAME_FIELD } from './field-names.js';
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
          {props.thread && <KeepThread {...props.thread} say={say} />}
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

/** What keeps coming back may become a thread, with a name or without. */
function KeepThread({ kept, name, say }: { kept: boolean; name: string; say: Say }) {
  return (
    <fieldset className="group" aria-describedby="thread-hint">
      <legend>
        {say('keepThread.legend')} <span className="optional">{say('answer.optional')}</span>
      </legend>
      <p className="hint" id="thread-hint">
        {say('keepThread.hint')}
      </p>
      <div className="chips">
        <label className="tap">
          <input type="checkbox" name={THREAD_FIELD} value="yes" defaultChecked={kept} />
          <span>{say('keepThread.label')}</span>
        </label>
      </div>
      <div className="field">
        <label htmlFor="thread-name">{say('keepThread.name')}</label>
        <p className="hint" id="thread-name-hint">
          {say('keepThread.unnamed')}
        </p>
        <input
          id="thread-name"
          name={THREAD_NAME_FIELD}
          type="text"
          autoComplete="off"
          aria-describedby="thread-name-hint"
          defaultValue={name}
        />
      </div>
    </fieldset>
  );
}
