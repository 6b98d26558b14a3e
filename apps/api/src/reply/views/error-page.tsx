import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { Again, KeptWords } from './parts.js';
import type { ErrorPageProps } from './props.js';

const places = {
  'not-found': 'notFound',
  failed: 'failed',
  unavailable: 'unavailable',
  'too-many': 'tooMany',
  refused: 'refused',
} as const;

/** What happened, what is safe, what to do; and help, as on every page. */
export function ErrorPage({ frame, kind, unsentWords, again }: ErrorPageProps) {
  const say = wordsIn(frame.locale);
  const place = places[kind];
  return (
    <PageFrame frame={frame} title={say(`error.${place}Title`)}>
      <h1>{say(`error.${place}`)}</h1>
      <p className="hint">{say(`error.${place}Hint`)}</p>
      {again ? <Again form={again} say={say} /> : <KeptWords words={unsentWords} say={say} />}
    </PageFrame>
  );
}
