import type { BriefView } from '../../api-client/views.js';
import { CheckInChartOrTable } from '../../charts/check-in-chart.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock, shortDate } from '../../when.js';
import { say } from '../../words.js';

/** Around the words: the taps, what they chose from the chips, and what stayed unanswered. */
export function BriefAside({ brief }: { brief: BriefView }) {
  const here = useHere();
  const { checkIns, challenges, unanswered } = brief;
  return (
    <aside aria-label={say('brief.around')}>
      <section className="block" aria-labelledby="check-ins">
        <h2 id="check-ins">
          {say('brief.checkIns')}{' '}
          <span>
            {say('brief.checkInsRange', { from: shortDate(checkIns.from), to: shortDate(checkIns.to) })}
          </span>
        </h2>
        <CheckInChartOrTable chart={checkIns} />
      </section>
      <section className="block" aria-labelledby="came-up">
        <h2 id="came-up">
          {say('brief.cameUp')} <span>{say('brief.chosen')}</span>
        </h2>
        {challenges.length === 0 && <p className="quiet small">{say('brief.noneChosen')}</p>}
        <ul className="came-up">
          {challenges.map(({ code, label, days }) => (
            <li key={code} className="chip chip-full">
              {label} <b>{days.map((n) => say('brief.day', { n })).join(', ')}</b>
            </li>
          ))}
        </ul>
      </section>
      <section className="block" aria-labelledby="unanswered">
        <h2 id="unanswered">{say('brief.unanswered')}</h2>
        {unanswered.length === 0 && <p className="quiet small">{say('brief.allAnswered')}</p>}
        <ul className="unanswered">
          {unanswered.map((prompt) => (
            <li key={prompt.promptId}>
              <b>{prompt.title}</b> <span>{dayAndClock(prompt.sendAt, here)}</span>
              <small>{prompt.why}</small>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  );
}
