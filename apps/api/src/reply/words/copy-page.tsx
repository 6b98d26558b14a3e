import { PageFrame } from '@app/design/page-frame.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { Nonce } from '../views/parts.js';
import type { CopyKind, CopyPageProps } from './words-props.js';

/** What can be kept, each by one button. */
export function CopyPage({ frame, form, backUrl }: CopyPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.copyTitle')}>
      <p className="tail">
        <a href={backUrl}>{say('myWords.back')}</a>
      </p>
      <h1>{say('myWords.copyTitle')}</h1>
      <p className="hint">{say('myWords.copyHint')}</p>
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <input type="hidden" name="act" value="copy" />
        <section className="part">
          <h2>{say('myWords.copyAll')}</h2>
          <Kinds kinds={['page', 'data']} say={say} />
        </section>
        <section className="part">
          <h2>{say('myWords.booklet')}</h2>
          <p className="hint">{say('myWords.bookletHint')}</p>
          <Kinds kinds={['booklet', 'booklet-pdf']} say={say} />
        </section>
      </form>
    </PageFrame>
  );
}

function Kinds({ kinds, say }: { kinds: readonly CopyKind[]; say: Say }) {
  return (
    <ul className="opts">
      {kinds.map((kind) => (
        <li key={kind}>
          <button className="btn btn-opt" name="as" value={kind}>
            {say(`myWords.copy.${kind}`)} <small>{say(`myWords.copyHint.${kind}`)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
