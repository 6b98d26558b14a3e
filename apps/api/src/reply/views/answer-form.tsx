import type { ReactNode } from 'react';
import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn, type Say } from '@app/design/words/say.js';
import { frameForWords, Nonce, ProblemSummary, problemWords, Saved, ShiftLink, Wait } from './parts.js';
import { ShownBack } from './shown-back.js';
import type { AnswerFormProps, NotNowChoice } from './props.js';

const FORM = 'answer';
const ONLY_PAGE = { page: 1, of: 1 };

/**
 * A page of a prompt: what it asks as `children`, what can be tapped beside it as `more`. Its acts are buttons of one
 * form. Send stands on the last page; save, "nothing came up" and "not now" on each.
 */
export function AnswerForm({
  props,
  target,
  children,
  more = null,
  leavesOut = false,
}: {
  props: AnswerFormProps;
  /** Id of the field that a problem leads to. */
  target: string;
  children: ReactNode;
  more?: ReactNode;
  /** A page of a questionnaire: one question is left out by a button, "nothing came up" is no answer to it. */
  leavesOut?: boolean;
}) {
  const { form, problem, step = ONLY_PAGE } = props;
  const say = wordsIn(props.frame.locale);
  const frame = frameForWords(props.frame, form, FORM);
  const { reader } = frame;
  const title = reader ? say('answer.titleFrom', { reader }) : say('answer.title');
  return (
    <PageFrame frame={frame} title={problem ? say('frame.titleProblem', { title }) : title}>
      {problem && <ProblemSummary words={problemWords(problem, say)} target={target} say={say} />}
      {props.callAsked && (
        <p className="problem" role="status">
          {say('answer.callAsked')}
        </p>
      )}
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
        {step.of > 1 && <input type="hidden" name="page" value={step.page} />}
        {props.carried?.map(([name, value]) => (
          <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
        ))}
        <Before props={props} say={say} />
        {children}
        <Saved state={props.state} say={say} />
        {more}
        <Acts props={props} leavesOut={leavesOut} say={say} />
        <p className="note">
          {props.reading} {say('reads.notWatched')}
        </p>
        <NotNow choices={props.notNow} paceUrl={props.paceUrl ?? null} say={say} />
        <ShiftLink url={props.shiftUrl} say={say} />
      </form>
    </PageFrame>
  );
}

function Before({ props, say }: { props: AnswerFormProps; say: Say }) {
  const { firstName, lastReadOn, lastReadBy, frame, step = ONLY_PAGE } = props;
  const reader = lastReadBy ?? frame.reader;
  return (
    <>
      {step.page === 1 && (
        <p className="before">{firstName ? say('answer.hello', { firstName }) : say('answer.helloPlain')}</p>
      )}
      {step.page === 1 && lastReadOn && reader && (
        <p className="before">{say('reads.lastRead', { reader, day: lastReadOn })}</p>
      )}
      {step.page === 1 && props.shownBack && <ShownBack {...props.shownBack} say={say} />}
      {step.of > 1 && <p className="before">{say('pages.of', step)}</p>}
    </>
  );
}

// The first button is the one that Enter presses: onward, never back.
function Acts({ props, leavesOut, say }: { props: AnswerFormProps; leavesOut: boolean; say: Say }) {
  const { wait, frame, step = ONLY_PAGE } = props;
  const { reader } = frame;
  const isLast = step.page === step.of;
  return (
    <>
      {isLast && wait && <Wait wait={wait} say={say} />}
      {isLast ? (
        <button className="btn btn-go" name="act" value="send">
          {reader ? say('answer.sendTo', { reader }) : say('answer.send')}
        </button>
      ) : (
        <button className="btn btn-go" name="act" value="continue">
          {say('pages.next')}
        </button>
      )}
      <div className="pair">
        {leavesOut ? (
          <button className="btn btn-quiet" name="act" value="leave-out">
            {say('measure.leaveOut')}
          </button>
        ) : (
          <button className="btn btn-quiet" name="act" value="nothing">
            {say('answer.nothing')}
          </button>
        )}
        <button className="btn btn-quiet" name="act" value="save">
          {say('answer.save')}
        </button>
        {step.page > 1 && (
          <button className="btn btn-quiet" name="act" value="back">
            {say('pages.back')}
          </button>
        )}
      </div>
    </>
  );
}

function NotNow({
  choices,
  paceUrl,
  say,
}: {
  choices: readonly NotNowChoice[];
  paceUrl: string | null;
  say: Say;
}) {
  if (choices.length === 0 && !paceUrl) return null;
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
        {paceUrl && (
          <a className="btn btn-quiet" href={paceUrl}>
            {say('pace.more')}
          </a>
        )}
      </div>
    </section>
  );
}
