import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { Paragraphs } from './parts.js';
import type { InformationPageProps } from './props.js';

/** A prompt that asks nothing. */
export function InformationPage({ frame, firstName, heading, text }: InformationPageProps) {
  const say = wordsIn(frame.locale);
  const { reader } = frame;
  return (
    <PageFrame
      frame={frame}
      title={reader ? say('information.titleFrom', { reader }) : say('information.title')}
    >
      <p className="before">{firstName ? say('answer.hello', { firstName }) : say('answer.helloPlain')}</p>
      <h1>{heading}</h1>
      <Paragraphs text={text} />
      <p className="note">
        {say('information.nothingNeeded')} {say('reads.notWatched')}
      </p>
    </PageFrame>
  );
}
