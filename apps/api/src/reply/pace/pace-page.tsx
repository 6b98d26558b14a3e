import type { Pace } from '@app/clients/client.types.js';
import { PageFrame } from '@app/design/page-frame.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { Nonce, ShiftLink } from '../views/parts.js';
import { AskForWords } from '../words/words-link-pages.js';
import type { NotNowChoice } from '../views/props.js';
import { restEndSentence } from './pace-words.js';
import type { PacePageProps, RestChoice } from './pace-props.js';

const PACES: readonly Pace[] = ['gentle', 'steady', 'often'];

/** Rest, less or more often, stop: one tap each, no reason asked. */
export function PacePage(props: PacePageProps) {
  const { frame, form, firstName, rest, rests, notNow, pace, backUrl } = props;
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('pace.title')}>
      <p className="before">{firstName ? say('answer.hello', { firstName }) : say('answer.helloPlain')}</p>
      <h1>{say(rest ? 'resting.heading' : 'pace.heading')}</h1>
      {rest ? <p className="hint">{restEndSentence(rest, say)}</p> : <Hint reader={frame.reader} say={say} />}
      <form method="post" action={form.action}>
        <Nonce form={form} />
        {rest && (
          <>
            <button className="btn btn-go" name="act" value="rest-end">
              {say('resting.end')}
            </button>
            <h2 className="part">{say('resting.change')}</h2>
          </>
        )}
        <Rests rests={rests} say={say} />
        <OnlyThisOne choices={notNow} say={say} />
        <HowOften pace={pace} say={say} />
        <section className="not-now">
          <h2>{say('pace.stopHeading')}</h2>
          <p className="hint">
            {frame.reader ? say('pace.stopHintWithReader', { reader: frame.reader }) : say('pace.stopHint')}
          </p>
          <button className="btn btn-quiet btn-apart" name="act" value="stop">
            {say('pace.stop')}
          </button>
        </section>
      </form>
      <AskForWords asks={props.askForWords} say={say} />
      {backUrl && (
        <p className="tail">
          <a href={backUrl}>{say('pace.toQuestion')}</a>
        </p>
      )}
      <ShiftLink url={props.shiftUrl} say={say} />
    </PageFrame>
  );
}

function Hint({ reader, say }: { reader: string | null; say: Say }) {
  return <p className="hint">{reader ? say('pace.hintWithReader', { reader }) : say('pace.hint')}</p>;
}

/** Large buttons, each with the day on which it ends. */
export function Rests({ rests, say }: { rests: readonly RestChoice[]; say: Say }) {
  return (
    <ul className="opts">
      {rests.map(({ length, note }) => (
        <li key={length}>
          <button className="btn btn-opt" name="act" value={`rest-${length}`}>
            {say(`pace.rest.${length}`)} <small>{note}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

function OnlyThisOne({ choices, say }: { choices: readonly NotNowChoice[]; say: Say }) {
  if (choices.length === 0) return null;
  return (
    <section className="not-now">
      <h2>{say('pace.thisOne')}</h2>
      <div className="pair">
        {choices.map(({ act, when }) => (
          <button className="btn btn-quiet" name="act" value={act} key={act}>
            <span>
              {say(`answer.${act}`)} {when && <small>{say('answer.about', { time: when })}</small>}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}

/** The pace as it is now stands among the others, so that "as now" is an answer too. */
function HowOften({ pace, say }: { pace: Pace; say: Say }) {
  return (
    <section className="not-now">
      <h2>{say('pace.howOften')}</h2>
      <p className="hint">{say('pace.howOftenHint')}</p>
      <div className="pair">
        {PACES.map((one) => (
          <button className="btn btn-quiet" name="act" value={`pace-${one}`} key={one}>
            <span>
              {say(`pace.ask.${one}`)} {one === pace && <small>{say('pace.asNow')}</small>}
            </span>
          </button>
        ))}
      </div>
    </section>
  );
}
