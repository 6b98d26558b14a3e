import type { ReactElement } from 'react';
import type { ClientStatus } from '@app/clients/client.types.js';
import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { KeptWords } from '../views/parts.js';
import type { FrameProps } from '../views/props.js';

/** What every link of somebody out of care leads to. */
export function gonePage(frame: FrameProps, status: ClientStatus, unsentWords: string | null): ReactElement {
  if (status === 'died') return <GonePage frame={{ ...frame, clinicName: null }} />;
  return <GoodbyePage frame={frame} unsentWords={unsentWords} />;
}

/** Care has ended here: a goodbye, and help. `unsentWords`: a draft that this browser still holds. */
export function GoodbyePage({ frame, unsentWords }: { frame: FrameProps; unsentWords: string | null }) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('goodbye.title')}>
      <h1>{say('goodbye.heading')}</h1>
      {frame.clinicName && <p className="hint">{say('goodbye.hint', { clinic: frame.clinicName })}</p>}
      <p className="hint">{say('goodbye.help')}</p>
      <KeptWords words={unsentWords} say={say} />
    </PageFrame>
  );
}

/** Says nothing of anybody: whoever opens a link of somebody who has died is somebody else. */
export function GonePage({ frame }: { frame: FrameProps }) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('closed.title')}>
      <h1>{say('closed.ended')}</h1>
      <p className="hint">{say('closed.endedHint')}</p>
    </PageFrame>
  );
}
