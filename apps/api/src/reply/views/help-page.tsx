import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import type { HelpPageProps } from './props.js';

/** Help by itself: the block of every page, first. */
export function HelpPage({ frame, backUrl }: HelpPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('help.pageTitle')}>
      <h1>{say('help.pageTitle')}</h1>
      <p className="hint">
        {say('help.pageHint')} {say('reads.notWatched')}
      </p>
      {backUrl && (
        <p className="tail">
          <a href={backUrl}>{say('help.pageBack')}</a>
        </p>
      )}
    </PageFrame>
  );
}
