import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn, type Say } from '@app/design/words/say.js';
import { KeptWords, Nonce, ProblemSummary } from './parts.js';
import type { PassphrasePageProps } from './unasked-props.js';

/** Stands before everything where somebody else opens the mailbox: no question, no name, no draft. */
export function PassphrasePage({ frame, form, to, problem, unsentWords }: PassphrasePageProps) {
  const say = wordsIn(frame.locale);
  const title = say('unlock.title');
  const wrong = problem && problemWords(problem, say);
  return (
    <PageFrame frame={frame} title={problem ? say('frame.titleProblem', { title }) : title}>
      {wrong && <ProblemSummary words={wrong} target="passphrase" say={say} />}
      <form method="post" action={form.action}>
        <Nonce form={form} />
        {to !== '' && <input type="hidden" name="to" value={to} />}
        <h1>
          <label htmlFor="passphrase">{say('unlock.heading')}</label>
        </h1>
        <p className="hint" id="hint">
          {say('unlock.hint')}
        </p>
        <input
          type="password"
          id="passphrase"
          name="passphrase"
          autoComplete="current-password"
          aria-describedby="hint"
          aria-invalid={problem ? true : undefined}
        />
        <button className="btn btn-go" name="act" value="unlock">
          {say('unlock.open')}
        </button>
      </form>
      <p className="note">{say('unlock.forgotten')}</p>
      <KeptWords words={unsentWords} say={say} />
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

function problemWords(problem: NonNullable<PassphrasePageProps['problem']>, say: Say): string {
  if (problem.code === 'wrong') return say('unlock.wrong');
  return say('unlock.wait', { minutes: problem.minutes });
}
