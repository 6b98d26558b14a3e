import type { PromptContent } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';
import { tonesOf } from './reading.js';

/** What in the words shouts, cheers, scolds or measures, and what may do instead. */
export function ToneAdvice({ content }: { content: PromptContent }) {
  const tones = tonesOf(content);
  if (tones.length === 0) return <li>{say('promptAdvice.tone.none')}</li>;
  return tones.map(({ text, trouble }) => (
    <li key={`${trouble} ${text}`}>
      {say(`promptAdvice.tone.${trouble}`)}
      <span className="advice-longest">{say('promptAdvice.tone.where', { text })}</span>
    </li>
  ));
}
