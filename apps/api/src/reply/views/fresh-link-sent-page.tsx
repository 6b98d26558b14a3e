import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import type { FreshLinkSentPageProps } from './props.js';

/** After asking for a fresh link: the same page whether or not one could be sent. */
export function FreshLinkSentPage({ frame, minutes }: FreshLinkSentPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('link.sentTitle')}>
      <h1>{say('link.sent')}</h1>
      <p className="hint">{say('link.sentHint', { minutes })}</p>
      <p className="hint">{say('link.sentLate')}</p>
    </PageFrame>
  );
}
