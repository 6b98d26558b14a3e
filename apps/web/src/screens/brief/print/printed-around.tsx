import type { ReactNode } from 'react';
import type { BriefView } from '../../../api-client/views.js';
import { CheckInChart } from '../../../charts/check-in-chart.js';
import { StageLine, StageSince } from '../../../parts/stage-mark.js';
import { dayAndClock, shortDate } from '../../../when.js';
import { say } from '../../../words-print.js';
import { Cited, type Printing } from './printing.js';

interface Part {
  printing: Printing;
}

/** Around the words, in the order they are read before a call. */
export function PrintedAround({ printing }: Part) {
  const { seesWords, measures, worthAsking } = printing.brief;
  return (
    <div className="p-around">
      {seesWords && <Threads printing={printing} />}
      {seesWords && <Shifts printing={printing} />}
      {seesWords && <Challenges printing={printing} />}
      {seesWords && <CheckIns printing={printing} />}
      {measures.length > 0 && <Measures printing={printing} />}
      {worthAsking.length > 0 && <WorthAsking printing={printing} />}
      {seesWords && <Unanswered printing={printing} />}
      {!seesWords && (
        <div className="p-block">
          <p className="quiet">{say('brief.withoutWords')}</p>
        </div>
      )}
    </div>
  );
}

function Block({ title, aside, children }: { title: string; aside?: string; children: ReactNode }) {
  return (
    <div className="p-block">
      <h3>
        {title} {aside && <span>{aside}</span>}
      </h3>
      {children}
    </div>
  );
}

function Threads({ printing }: Part) {
  const { threadsMoved } = printing.brief;
  return (
    <Block title={say('brief.threads')} aside={say('brief.threadsWay')}>
      {threadsMoved.length === 0 && <p className="quiet">{say('brief.noThreads')}</p>}
      {threadsMoved.map(({ id, name, stage, checks }) => {
        const fit = checks.at(-1)?.fit;
        return (
          <div key={id} className="p-thread">
            <p>
              <b>{name ?? say('brief.unnamed')}</b>
              {fit && <span className="quiet"> {say(`brief.fit.${fit}`, { name: printing.name })}</span>}
            </p>
            <p className="p-stage">
              <StageSince stage={stage} /> <StageLine stage={stage?.stage ?? null} />
            </p>
            {stage?.evidence.map(
              ({ reflectionId, from, quote }) =>
                quote && (
                  <p key={`${reflectionId}-${from}`}>
                    <q>{quote}</q>
                    <Cited printing={printing} ids={[reflectionId]} />
                  </p>
                ),
            )}
          </div>
        );
      })}
    </Block>
  );
}

function Shifts({ printing }: Part) {
  const { shifts } = printing.brief;
  return (
    <Block title={say('brief.shifts')} aside={say('brief.shiftsSince')}>
      {shifts.length === 0 && <p className="quiet">{say('brief.noneChosen')}</p>}
      <ul className="p-counted">
        {shifts.map(({ code, label, count, reflectionIds }) => (
          <li key={code}>
            <span>
              {label}
              <Cited printing={printing} ids={reflectionIds} />
            </span>
            {count === 0 ? (
              <span className="quiet">{say('brief.notMentioned')}</span>
            ) : (
              <span>
                <span className="p-dots" aria-hidden="true">
                  {'●'.repeat(Math.min(count, 8))}
                </span>{' '}
                {count}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Challenges({ printing }: Part) {
  const { challenges } = printing.brief;
  return (
    <Block title={say('brief.cameUp')} aside={say('brief.chosen')}>
      {challenges.length === 0 && <p className="quiet">{say('brief.noneChosen')}</p>}
      <p>
        {challenges.map(({ code, label, days, reflectionIds }) => (
          <span key={code} className="p-chip">
            {label} <b>{days.map((n) => say('brief.day', { n })).join(', ')}</b>
            <Cited printing={printing} ids={reflectionIds} />
          </span>
        ))}
      </p>
    </Block>
  );
}

function CheckIns({ printing: { brief } }: Part) {
  const { checkIns } = brief;
  const range = { from: shortDate(checkIns.from), to: shortDate(checkIns.to) };
  return (
    <Block title={say('brief.checkIns')} aside={say('brief.checkInsRange', range)}>
      <CheckInChart chart={checkIns} width={270} band={26} />
    </Block>
  );
}

function Measures({ printing }: Part) {
  return (
    <Block title={say('brief.measures')}>
      {printing.brief.measures.map(({ code, title, points }) => (
        <ul key={points[0]?.reflectionId ?? code}>
          <li>
            <b>{title}</b>
          </li>
          {points.map((point) => (
            <li key={point.reflectionId}>
              <span className="quiet">{shortDate(point.on)}</span> {pointWords(point)}
              <Cited printing={printing} ids={[point.reflectionId]} />
            </li>
          ))}
        </ul>
      ))}
    </Block>
  );
}

function pointWords({
  total,
  bandLabel,
  label,
  change,
}: BriefView['measures'][number]['points'][number]): string {
  const parts = [
    say('brief.measurePoint', { total, band: bandLabel ?? 'none' }),
    say(`brief.measureLabel.${label}`),
    change &&
      say('brief.change', {
        points: change.points > 0 ? `+${change.points}` : String(change.points),
        reliable: change.isReliable ? 'yes' : 'no',
      }),
  ];
  return parts.filter(Boolean).join(', ');
}

function WorthAsking({ printing }: Part) {
  return (
    <Block title={say('brief.worthAsking')}>
      {printing.brief.worthAsking.map(({ rule, title, figures, reflectionIds }) => (
        <p key={rule}>
          <b>{title}</b> <span className="quiet">{figures.join(' ')}</span>
          <Cited printing={printing} ids={reflectionIds} />
        </p>
      ))}
    </Block>
  );
}

function Unanswered({ printing: { brief, here } }: Part) {
  return (
    <Block title={say('brief.unanswered')}>
      {brief.unanswered.length === 0 && <p className="quiet">{say('brief.allAnswered')}</p>}
      {brief.unanswered.map(({ promptId, title, sendAt, why }) => (
        <p key={promptId}>
          <b>{title}</b> <span className="quiet">{`${dayAndClock(sendAt, here)}. ${why}`}</span>
        </p>
      ))}
    </Block>
  );
}
