import type { BriefView } from '../../api-client/views.js';
import { CheckInChartOrTable } from '../../charts/check-in-chart.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock, shortDate } from '../../when.js';
import { say } from '../../words-brief.js';
import { FactLink } from './fact-link.js';
import { Measures } from './measures.js';
import { ThreadsMoved } from './threads-moved.js';

/** Around the words, in the order they are read before a call. */
export function BriefAside({ brief, name }: { brief: BriefView; name: string }) {
  return (
    <aside aria-label={say('brief.around')}>
      {brief.seesWords && <ThreadsMoved threads={brief.threadsMoved} name={name} />}
      {brief.seesWords && <Shifts shifts={brief.shifts} />}
      {brief.seesWords && <Challenges challenges={brief.challenges} />}
      {brief.seesWords && <CheckIns checkIns={brief.checkIns} />}
      <Measures measures={brief.measures} />
      {brief.worthAsking.length > 0 && <WorthAsking notes={brief.worthAsking} />}
      <Unanswered unanswered={brief.unanswered} />
    </aside>
  );
}

function Shifts({ shifts }: Pick<BriefView, 'shifts'>) {
  return (
    <section className="block" aria-labelledby="shifts">
      <h2 id="shifts">
        {say('brief.shifts')} <span>{say('brief.shiftsSince')}</span>
      </h2>
      {shifts.length === 0 && <p className="quiet small">{say('brief.noneChosen')}</p>}
      <ul className="counted">
        {shifts.map(({ code, label, count, reflectionIds }) => (
          <li key={code}>
            {label}
            {count === 0 ? (
              <span className="quiet">{say('brief.notMentioned')}</span>
            ) : (
              <span>
                {reflectionIds.map((id) => (
                  <FactLink key={id} to={id} className="dot">
                    <span className="sr">{label}</span>
                  </FactLink>
                ))}{' '}
                <span aria-hidden="true">{count}</span>
                <span className="sr">{say('brief.times', { n: count })}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Challenges({ challenges }: Pick<BriefView, 'challenges'>) {
  return (
    <section className="block" aria-labelledby="came-up">
      <h2 id="came-up">
        {say('brief.cameUp')} <span>{say('brief.chosen')}</span>
      </h2>
      {challenges.length === 0 && <p className="quiet small">{say('brief.noneChosen')}</p>}
      <ul className="came-up">
        {challenges.map(({ code, label, days, reflectionIds }) => (
          <li key={code} className="chip chip-full">
            <FactLink to={reflectionIds[0] ?? ''}>
              {label} <b>{days.map((n) => say('brief.day', { n })).join(', ')}</b>
            </FactLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function CheckIns({ checkIns }: Pick<BriefView, 'checkIns'>) {
  return (
    <section className="block" aria-labelledby="check-ins">
      <h2 id="check-ins">
        {say('brief.checkIns')}{' '}
        <span>
          {say('brief.checkInsRange', { from: shortDate(checkIns.from), to: shortDate(checkIns.to) })}
        </span>
      </h2>
      <CheckInChartOrTable chart={checkIns} />
    </section>
  );
}

function WorthAsking({ notes }: { notes: BriefView['worthAsking'] }) {
  return (
    <section className="block" aria-labelledby="worth-asking">
      <h2 id="worth-asking">{say('brief.worthAsking')}</h2>
      <ul className="worth-asking">
        {notes.map(({ rule, title, figures, reflectionIds }) => (
          <li key={rule}>
            <b>{title}</b>
            {figures.map((figure) => (
              <small key={figure}>{figure}</small>
            ))}
            {reflectionIds.length > 0 && (
              <small>
                {say('brief.restsOn')}{' '}
                {reflectionIds.map((id, i) => (
                  <FactLink key={id} to={id}>
                    {`${i > 0 ? ', ' : ''}${i + 1}`}
                  </FactLink>
                ))}
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Unanswered({ unanswered }: Pick<BriefView, 'unanswered'>) {
  const here = useHere();
  return (
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
  );
}
