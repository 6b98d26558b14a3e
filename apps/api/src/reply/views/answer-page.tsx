import { TickIcon } from '@app/design/icons.js';
import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn, type Say } from '@app/design/words/say.js';
import { CheckIn, Chips, Nonce } from './parts.js';
import type { AnswerPageProps, AnswerProblem, AnswerState, FrameProps, NotNowChoice } from './props.js';

const FORM = 'answer';

/** The question. Four acts: send, nothing came up, save for later, not now; every part can be skipped. */
export function AnswerPage(props: AnswerPageProps) {
  const { form, firstName, lastReadOn, question, hint, words, checkIns, chips, reading, problem } = props;
  const say = wordsIn(props.frame.locale);
  const frame = frameForWords(props);
  const { reader } = frame;
  const title = reader ? say('answer.titleFrom', { reader }) : say('answer.title');
  const described = [hint && 'hint', problem && 'words-problem', 'saved'].filter(Boolean).join(' ');
  return (
    <PageFrame frame={frame} title={problem ? say('frame.titleProblem', { title }) : title}>
      {problem && <ProblemSummary problem={problem} say={say} />}
      {props.nothingWritten && (
        <p className="problem" role="status">
          {say('answer.nothingWritten')}
        </p>
      )}
      <form
        method="post"
        action={form.action}
        id={FORM}
        data-autosave={props.state.kind === 'sent' ? undefined : ''}
        data-not-saved={say('answer.notSaved')}
        data-offline={say('answer.offline')}
      >
        <Nonce form={form} />
        <p className="before">{firstName ? say('answer.hello', { firstName }) : say('answer.helloPlain')}</p>
        {lastReadOn && reader && (
          <p className="before">{say('reads.lastRead', { reader, day: lastReadOn })}</p>
        )}
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
        <Saved state={props.state} say={say} />
        {checkIns.map((checkIn) => (
          <CheckIn key={checkIn.kind} checkIn={checkIn} say={say} />
        ))}
        <Chips chips={chips} say={say} />
        <button className="btn btn-go" name="act" value="send">
          {reader ? say('answer.sendTo', { reader }) : say('answer.send')}
        </button>
        <div className="pair">
          <button className="btn btn-quiet" name="act" value="nothing">
            {say('answer.nothing')}
          </button>
          <button className="btn btn-quiet" name="act" value="save">
            {say('answer.save')}
          </button>
        </div>
        <p className="note">
          {reading} {say('reads.notWatched')}
        </p>
        <NotNow choices={props.notNow} say={say} />
      </form>
    </PageFrame>
  );
}

// A person who asks for a call halfway through a sentence must not lose the sentence: where the call button
// posts to the same place, it belongs to the answer's form.
function frameForWords({ frame, form }: AnswerPageProps): FrameProps {
  const { callMe } = frame.help;
  if (!callMe || callMe.action !== form.action || callMe.nonce !== form.nonce) return frame;
  return { ...frame, help: { ...frame.help, callMe: { ...callMe, withForm: FORM } } };
}

function ProblemSummary({ problem, say }: { problem: AnswerProblem; say: Say }) {
  return (
    <div className="problem" role="alert" tabIndex={-1} autoFocus aria-labelledby="problem-title">
      <h2 id="problem-title">{say('frame.problemTitle')}</h2>
      <a href="#words">{problemWords(problem, say)}</a>
    </div>
  );
}

function Saved({ state, say }: { state: AnswerState; say: Say }) {
  return (
    <p className={state.kind === 'unsent' ? 'saved' : 'saved saved-yes'} id="saved" role="status">
      <TickIcon />
      <span>{stateWords(state, say)}</span>
    </p>
  );
}

function NotNow({ choices, say }: { choices: readonly NotNowChoice[]; say: Say }) {
  if (choices.length === 0) return null;
  return (
    <section className="not-now" aria-labelledby="not-now">
      <h2 id="not-now">{say('answer.notNow')}</h2>
      <p className="hint">{say('answer.notNowHint')}</p>
      <div className="pair">
        {choices.map(({ act, when }) => (
          <button className="btn btn-quiet" name="act" value={act} key={act}>
            <span>
              {say(`answer.${act}`)}
              {when && <small>{when}</small>}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

function problemWords(problem: AnswerProblem, say: Say): string {
  if (problem.code === 'tooLong') return say('answer.tooLong', { max: problem.max });
  return say(`answer.${problem.code}`);
}

function stateWords(state: AnswerState, say: Say): string {
  switch (state.kind) {
    case 'unsent':
      return say('answer.unsent');
    case 'sent':
      return say('answer.sentAt', { time: state.time });
    case 'saved':
      return state.day
        ? say('answer.savedOn', { day: state.day, time: state.time })
        : say('answer.savedAt', { time: state.time });
  }
}
