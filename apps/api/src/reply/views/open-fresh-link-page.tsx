import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { OneButton } from './parts.js';
import type { OpenFreshLinkPageProps } from './props.js';

/** A fresh link, opened: spent only by the button, because mail scanners open links too. */
export function OpenFreshLinkPage({ frame, form }: OpenFreshLinkPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('link.openTitle')}>
      <h1>{say('link.open')}</h1>
      <p className="hint">{say('link.openHint')}</p>
      <OneButton form={form} act="open">
        {say('link.openButton')}
      </OneButton>
    </PageFrame>
  );
}
