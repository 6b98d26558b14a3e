import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { OneButton } from './parts.js';
import type { StopPageProps } from './props.js';

/** The stop link of an e-mail: asks once, then says that it is done. */
export function StopPage({ frame, form, hasEnded = false }: StopPageProps) {
  const say = wordsIn(frame.locale);
  const did = hasEnded ? 'ended' : 'done';
  return (
    <PageFrame frame={frame} title={say('stop.title')}>
      <h1>{form ? say('stop.heading') : say(`stop.${did}`)}</h1>
      <p className="hint">{form ? say('stop.hint') : say(`stop.${did}Hint`)}</p>
      {form && (
        <OneButton form={form} act="stop">
          {say('stop.button')}
        </OneButton>
      )}
    </PageFrame>
  );
}
