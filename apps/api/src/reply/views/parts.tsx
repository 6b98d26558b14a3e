import { stepWord, checkInSteps } from '@app/design/check-ins.js';
import type { Say } from '@app/design/words/say.js';
import { TickIcon } from '@app/design/icons.js';
import type {
  AgainProps,
  AnswerProblem,
  AnswerState,
  CheckInProps,
  ChipProps,
  FormProps,
  FrameProps,
  WaitChoice,
  WaitProps,
} from './props.js';

/** The hidden field that proves the act came from this page. */
export function Nonce({ form }: { form: FormProps }) {
  return <input type="hidden" name="nonce" value={form.nonce} />;
}

/** Plain text of the clinic or the client: an empty line starts a paragraph. Never markup. */
export function Paragraphs({ text, className = 'hint' }: { text: string; className?: string }) {
  return text
    .split(/\r?\n\s*\r?\n/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph, index) => (
      <p key={index} className={`${className} as-written`}>
        {paragraph}
      </p>
    ));
}

/** A row of five words to tap. */
export function CheckIn({ checkIn, say }: { checkIn: CheckInProps; say: Say }) {
  const { kind, chosen } = checkIn;
  return (
    <fieldset className="group">
      <legend>
        {say(`checkIn.ask.${kind}`)} <span className="optional">{say('answer.optional')}</span>
      </legend>
      <div className="taps">
        {checkInSteps.map((step) => (
          <label className="tap" key={step}>
            <input type="radio" name={kind} value={step} defaultChecked={step === chosen} />
            <span>{stepWord(say, kind, step)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Words that may fit; any number of them. */
export function Chips({ chips, say }: { chips: readonly ChipProps[]; say: Say }) {
  if (chips.length === 0) return null;
  return (
    <fieldset className="group" aria-describedby="chips-hint chips-note">
      <legend>
        {say('answer.chips')} <span className="optional">{say('answer.optional')}</span>
      </legend>
      <p className="hint" id="chips-hint">
        {say('answer.chipsHint')}
      </p>
      <div className="chips">
        {chips.map((chip) => (
          <label className="tap" key={chip.value}>
            <input type="checkbox" name="chips" value={chip.value} defaultChecked={chip.chosen} />
            <span>{chip.label}</span>
          </label>
        ))}
      </div>
      <p className="note" id="chips-note">
        {say('answer.chipsNote')}
      </p>
    </fieldset>
  );
}

/** What was typed and could not be taken in: shown back, so that nobody has to find their words twice. */
export function KeptWords({ words, say }: { words: string | null | undefined; say: Say }) {
  if (!words) return null;
  return (
    <section className="card">
      <h2>
        <label htmlFor="kept-words">{say('link.keptWords')}</label>
      </h2>
      <p className="hint">{say('link.keptWordsHint')}</p>
      <textarea id="kept-words" rows={6} readOnly defaultValue={words} />
    </section>
  );
}

/** What was typed, in a form that sends it once more. Nothing has to be copied or typed twice. */
export function Again({ form, say }: { form: AgainProps; say: Say }) {
  return (
    <form method="post" action={form.action}>
      {form.fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
      ))}
      {form.words !== '' && (
        <>
          <label htmlFor="kept-words">{say('link.keptWords')}</label>
          <textarea id="kept-words" name="words" rows={6} defaultValue={form.words} />
        </>
      )}
      <button className="btn btn-go">{say('error.retry')}</button>
    </form>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ href, children }: { href: string; children: string }) {
  return (
    <a className="btn btn-go" href={href}>
      {children}
    </a>
  );
}

/** One act and nothing else: a form with one button. */
export function OneButton({ form, act, children }: { form: FormProps; act: string; children: string }) {
  return (
    <form method="post" action={form.action}>
      <Nonce form={form} />
      <button className="btn btn-go" name="act" value={act}>
        {children}
      </button>
    </form>
  );
}

/** A quiet way on, below everything else. */
export function Tail({ href, children }: { href: string; children: string }) {
  return (
    <p className="tail">
      <a href={href}>{children}</a>
    </p>
  );
}

/** A quiet way to the three taps about a small shift. */
export function ShiftLink({ url, say }: { url: string | null | undefined; say: Say }) {
  if (!url) return null;
  return <Tail href={url}>{say('shiftLog.link')}</Tail>;
}

const WAITS: readonly WaitChoice[] = ['can-wait', 'next-working-day', 'call-me'];

/** "Can this wait?" */
export function Wait({ wait, say }: { wait: WaitProps; say: Say }) {
  return (
    <fieldset className="group">
      <legend>{say('wait.legend')}</legend>
      <div className="chips">
        {WAITS.map((each) => (
          <label className="tap" key={each}>
            <input type="radio" name="wait" value={each} defaultChecked={each === wait.chosen} />
            <span>
              {say(`wait.${each}`)}
              {each === 'next-working-day' && wait.soonDay && (
                <> ({say('wait.nextDayBy', { day: wait.soonDay })})</>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** What is wrong, at the top, leading to where it can be put right. */
export function ProblemSummary({ words, target, say }: { words: string; target: string; say: Say }) {
  return (
    <div className="problem" role="alert" tabIndex={-1} autoFocus aria-labelledby="problem-title">
      <h2 id="problem-title">{say('frame.problemTitle')}</h2>
      <a href={`#${target}`}>{words}</a>
    </div>
  );
}

export function problemWords(problem: AnswerProblem, say: Say): string {
  if (problem.code === 'tooLong') return say('answer.tooLong', { max: problem.max });
  if (problem.code === 'nameTooLong') return say('answer.nameTooLong', { max: problem.max });
  return say(`answer.${problem.code}`);
}

/** Where the words stand: saved, sent, or nowhere yet. */
export function Saved({ state, say }: { state: AnswerState; say: Say }) {
  return (
    <p
      className={state.kind === 'unsent' || state.kind === 'told' ? 'saved' : 'saved saved-yes'}
      id="saved"
      role="status"
    >
      <TickIcon />
      <span>{stateWords(state, say)}</span>
    </p>
  );
}

function stateWords(state: AnswerState, say: Say): string {
  switch (state.kind) {
    case 'unsent':
      return say('answer.unsent');
    case 'told':
      return state.least === null ? say('check.state') : say('measure.toldState', { least: state.least });
    case 'sent':
      return say('answer.sentAt', { time: state.time });
    case 'saved':
      return state.day
        ? say('answer.savedOn', { day: state.day, time: state.time })
        : say('answer.savedAt', { time: state.time });
  }
}

/**
 * A person who asks for a call halfway through a sentence must not lose the sentence: where the call button posts to
 * the same place, it belongs to the form of the words.
 */
export function frameForWords(frame: FrameProps, form: FormProps, formId: string): FrameProps {
  const { callMe } = frame.help;
  if (!callMe || callMe.action !== form.action || callMe.nonce !== form.nonce) return frame;
  return { ...frame, help: { ...frame.help, callMe: { ...callMe, withForm: formId } } };
}
