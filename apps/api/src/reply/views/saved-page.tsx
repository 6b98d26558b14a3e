import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { ButtonLink } from './parts.js';
import type { SavedPageProps } from './afterwards-props.js';

/** After "Save for later". Shows nothing of the draft. */
export function SavedPage({ frame, savedTime, openUntil, told, backUrl }: SavedPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('saved.title')}>
      <p className="before">{say('saved.at', { time: savedTime })}</p>
      <h1>{say(told ? 'told.savedHeading' : 'saved.heading')}</h1>
      {told && <p className="hint">{say('told.savedHint')}</p>}
      <p className="hint">{say('saved.sameBrowser')}</p>
      <p className="hint">
        {say('saved.elsewhere')} {openUntil && say('saved.until', { day: openUntil })}
      </p>
      <ButtonLink href={backUrl}>{say('saved.back')}</ButtonLink>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}
