import type { MeasureView } from '../../api-client/calls-measures.js';
import { say } from '../../words-library.js';
import { measurePages } from './measure-facts.js';
import { RostersLink } from './rosters-link.js';

/** What holds for a measure wherever it is asked: its length, its window, when it goes out, whose it is. */
export function MeasureRules({ measure }: { measure: MeasureView }) {
  const { windowDays, safetyItem, needsIndexEvent, licence, source } = measure;
  return (
    <div className="measure-rules">
      <ul className="plain-list">
        <li>{say('asks.pages', { n: measurePages(measure) })}</li>
        <li>{say('asks.window', { n: windowDays })}</li>
        {safetyItem && <li>{say('asks.mornings')}</li>}
        {safetyItem && <li>{say('asks.instead')}</li>}
        {needsIndexEvent && <li>{say('asks.event')}</li>}
      </ul>
      {safetyItem && <RostersLink />}
      <p className="quiet small">{say('asks.licence', { licence })}</p>
      <p className="quiet small">{say('asks.source', { source })}</p>
    </div>
  );
}
