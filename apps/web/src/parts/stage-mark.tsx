import './stage.css';
import { STAGES, type Stage, type StageView } from '../api-client/calls-threads.js';
import { useHere } from '../shell/use-me.js';
import { day } from '../when.js';
import { say } from '../words-threads.js';

/** A circle that fills by quarters as a thread moves. The word stands beside it: colour and shape say it again. */
export function StageMark({ stage }: { stage: Stage }) {
  return (
    <span className={`stage stage-${stage}`}>
      <Circle stage={stage} />
      {say(`stage.${stage}`)}
    </span>
  );
}

/** "Choice, since Sun 25 Oct, MO": where somebody placed it, who and when; or that nobody has. */
export function StageSince({ stage }: { stage: StageView | null }) {
  const here = useHere();
  if (!stage) return <span className="quiet small">{say('stage.none')}</span>;
  return (
    <span className="stage-since">
      <StageMark stage={stage.stage} />{' '}
      <span className="quiet small">
        {say('stage.since', { date: day(stage.setAt, here), by: stage.setByInitials })}
      </span>
    </span>
  );
}

const R = 5.5;
const C = 7;
const PIE = {
  insight: 'M7 7 V1.5 A5.5 5.5 0 0 1 12.5 7 Z',
  awareness: 'M7 1.5 A5.5 5.5 0 0 1 7 12.5 Z',
  choice: 'M7 7 V1.5 A5.5 5.5 0 1 1 1.5 7 Z',
};

function Circle({ stage }: { stage: Stage }) {
  return (
    <svg className="stage-circle" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      <circle className="ring" cx={C} cy={C} r={R} />
      {stage === 'change' ? (
        <circle className="pie" cx={C} cy={C} r={R} />
      ) : (
        <path className="pie" d={PIE[stage]} />
      )}
    </svg>
  );
}

/** Four places on a line, the present one filled. Moving back is as good as moving on: nothing is coloured as a loss. */
export function StageLine({ stage }: { stage: Stage | null }) {
  const at = stage ? STAGES.indexOf(stage) : -1;
  const x = (i: number) => 8 + i * 30;
  return (
    <svg
      className={stage ? `stage-line stage-${stage}` : 'stage-line'}
      width="106"
      height="18"
      viewBox="0 0 106 18"
      role="img"
      aria-label={stage ? say(`stage.${stage}`) : say('stage.none')}
    >
      <line className="rest" x1={x(0)} x2={x(3)} y1="9" y2="9" />
      {at > 0 && <line className="gone" x1={x(0)} x2={x(at)} y1="9" y2="9" />}
      {STAGES.map((each, i) =>
        i === at ? (
          <g key={each} transform={`translate(${x(i) - C} ${9 - C})`}>
            <Circle stage={each} />
          </g>
        ) : (
          <circle key={each} className={i < at ? 'spot is-past' : 'spot'} cx={x(i)} cy="9" r="3" />
        ),
      )}
    </svg>
  );
}
