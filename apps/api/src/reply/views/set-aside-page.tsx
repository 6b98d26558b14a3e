import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import type { SetAsidePageProps } from './afterwards-props.js';

/** After "tonight", "tomorrow" or "skip". Neither is counted, and neither needs a reason. */
export function SetAsidePage({ frame, kind, when, nextOn, wordsKept, told, backUrl }: SetAsidePageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('setAside.title')}>
      <h1>{say(`setAside.${kind}`)}</h1>
      {kind === 'skipped' && <p className="hint">{say('setAside.skippedHint')}</p>}
      {when && <p className="hint">{say('setAside.snoozedUntil', { when })}</p>}
      {wordsKept && <p className="hint">{say(told ? 'told.savedHint' : 'setAside.wordsKept')}</p>}
      {nextOn && <p className="hint">{say('thanks.next', { day: nextOn })}</p>}
      {backUrl && (
        <p className="tail">
          <a href={backUrl}>{say('setAside.back')}</a>
        </p>
      )}
      <p className="note">
        {say('thanks.close')} {say('reads.notWatched')}
      </p>
    </PageFrame>
  );
}
