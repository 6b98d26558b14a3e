import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { frameForWords, Nonce, ProblemSummary, problemWords, Wait } from './parts.js';
import type { UnaskedPageProps } from './unasked-props.js';

const FORM = 'unasked';

/** Something nobody asked for: one field. Nothing is kept before it is sent. */
export function UnaskedPage(props: UnaskedPageProps) {
  const { form, firstName, question, hint, words, reading, wait, problem } = props;
  const say = wordsIn(props.frame.locale);
  const frame = frameForWords(props.frame, form, FORM);
  const { reader } = frame;
  const title = say('unasked.title');
  return (
    <PageFrame frame={frame} title={problem ? say('frame.titleProblem', { title }) : title}>
      {problem && <ProblemSummary words={problemWords(problem, say)} target="words" say={say} />}
      {props.callAsked && (
        <p className="problem" role="status">
          {say('answer.callAsked')}
        </p>
      )}
      {props.nothingWritten && (
        <p className="problem" role="status">
          {say('unasked.nothingWritten')}
        </p>
      )}
      <form
        method="post"
        action={form.action}
        id={FORM}
        data-not-saved={say('answer.notSaved')}
        data-offline={say('answer.offline')}
      >
        <Nonce form={form} />
        <p className="before">{firstName ? say('answer.hello', { firstName }) : say('answer.helloPlain')}</p>
        <h1>
          <label htmlFor="words">{question}</label>
        </h1>
        <p className="hint" id="hint">
          {hint}
        </p>
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
          aria-describedby={problem ? 'hint words-problem saved' : 'hint saved'}
          aria-invalid={problem ? true : undefined}
          defaultValue={words}
        />
        <p className="saved" id="saved" role="status">
          <span>{say('unasked.notKept')}</span>
        </p>
        <Wait wait={wait} say={say} />
        <button className="btn btn-go" name="act" value="send">
          {reader ? say('answer.sendTo', { reader }) : say('answer.send')}
        </button>
        <p className="note">
          {reading} {say('reads.notWatched')}
        </p>
      </form>
    </PageFrame>
  );
}
