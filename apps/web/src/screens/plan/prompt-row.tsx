import { Ban, Check, Clock, MailWarning, Minus, Moon, Pause, Plus, Send } from 'lucide-react';
import { useHere } from '../../shell/use-me.js';
import { say } from '../../words-plan.js';
import { PromptActs } from './prompt-acts.js';
import type { RowsProps } from './rows-props.js';
import { isUnsent, shortHere, type PlanRow } from './plan-rows.js';
import { isUndelivered, statusWords, waitsForRosters } from './status-words.js';
import { StepForm } from './step-form.js';

/** Why it stands there at all; other reasons moved it from there, and are marked. */
const PLACING = new Set([
  'days-after-session',
  'days-before-session',
  'same-day-after-session',
  'rhythm',
  'series-rhythm',
  'eve-of-appointment',
  'days-before-appointment',
]);

type PromptRowProps = Omit<RowsProps, 'selected'> & { row: PlanRow; isOpen: boolean };

export function PromptRow({ row, isOpen, onSelect, ...props }: PromptRowProps) {
  const isOver = !isUnsent(row);
  return (
    <>
      <tr className={rowClass(row, isOpen)} data-row={row.key}>
        <td className="num day">{row.day === null ? '' : dayNumber(row.day + row.ahead)}</td>
        <th scope="row">
          <button
            type="button"
            className="row-open"
            aria-expanded={isOpen}
            data-stop
            onClick={() => onSelect(isOpen ? null : row.key)}
          >
            {row.title}
          </button>
          {row.step?.prompt.informs && <small>{say('planner.informs')}</small>}
          {!row.step && <small>{say('planner.ofBefore')}</small>}
        </th>
        <td className="num arrives">
          <Moment text={row.localText} />
          <Reasons row={row} isOver={isOver} />
        </td>
        <td className="num quiet here">
          <span className="here-label">{say('planner.columnHere')} </span>
          <Moment text={shortHere(row)} />
        </td>
        <td className="state">
          <Status row={row} />
        </td>
      </tr>
      {isOpen && (
        <tr className="edit">
          <td />
          <td colSpan={4}>
            {isOver && (
              <p className="quiet small">
                {say(
                  row.sentAt
                    ? row.step
                      ? 'planner.sentFixed'
                      : 'planner.sentFixedOnce'
                    : 'planner.closedOne',
                )}
              </p>
            )}
            {row.step && <StepForm step={row.step} change={row.change} {...props} />}
            {!isOver && <PromptActs row={row} client={props.client} isStaged={row.change !== 'none'} />}
          </td>
        </tr>
      )}
    </>
  );
}

/** "Thu 22 Oct, 12:30 pm": where it is narrow, the day stands above the clock, and neither is broken. */
function Moment({ text }: { text: string }) {
  const at = text.lastIndexOf(', ');
  if (at < 0) return <span className="whole">{text}</span>;
  return (
    <>
      <span className="whole">{text.slice(0, at + 1)}</span>{' '}
      <span className="whole">{text.slice(at + 2)}</span>
    </>
  );
}

/** With a true minus, as wide as a digit. */
const dayNumber = (day: number) => String(day).replace('-', '−');

const rowClass = (row: PlanRow, isOpen: boolean) =>
  [isOpen && 'is-open', row.change === 'removed' && 'is-removed'].filter(Boolean).join(' ') || undefined;

function Reasons({ row, isOver }: { row: PlanRow; isOver: boolean }) {
  if (row.change === 'removed') return null;
  return row.reasons
    .filter(({ code }) => !isOver || !PLACING.has(code))
    .map(({ code, text }) => (
      <span key={code} className={PLACING.has(code) ? 'why is-placing' : 'why'}>
        {!PLACING.has(code) &&
          (code === 'quiet-hours' || code.startsWith('resting') ? (
            <Moon size={13} aria-hidden="true" />
          ) : (
            <Clock size={13} aria-hidden="true" />
          ))}
        {text}
      </span>
    ));
}

function Status({ row }: { row: PlanRow }) {
  const here = useHere();
  const Icon = iconOf(row);
  return (
    <span className={row.change === 'none' ? 'state-words' : 'state-words is-staged'}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {statusWords(row, here)}
        {row.change !== 'none' && row.change !== 'removed' && row.status !== 'scheduled' && (
          <small>{say(`promptStatus.${row.status}`)}</small>
        )}
      </span>
    </span>
  );
}

function iconOf(row: PlanRow) {
  if (row.change !== 'none') return row.change === 'added' ? Plus : Minus;
  if (isUndelivered(row)) return MailWarning;
  if (row.status === 'answered') return Check;
  if (row.status === 'sent') return Send;
  if (row.status === 'scheduled') return row.held || waitsForRosters(row) ? Pause : Clock;
  return row.status === 'cancelled' ? Ban : Minus;
}
