import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { KeptWords, Nonce } from './parts.js';
import type { NoCookiePageProps } from './props.js';

/** The clean address without its cookie: another browser. Names no question and nobody. */
export function NoCookiePage({ frame, form, minutes, unsentWords }: NoCookiePageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('link.noCookieTitle')}>
      <h1>{say('link.noCookie')}</h1>
      <p className="hint">{say('link.noCookieHint')}</p>
      <KeptWords words={unsentWords} say={say} />
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <button className="btn btn-go" name="act" value="fresh-link">
          {say('link.sendFresh')}
        </button>
      </form>
      <p className="note">{say('link.freshFacts', { minutes })}</p>
    </PageFrame>
  );
}
