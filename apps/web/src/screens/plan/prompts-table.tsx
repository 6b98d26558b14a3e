import { Empty } from '../../parts/empty.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-plan.js';
import { PromptRow } from './prompt-row.js';
import type { PlanRow } from './plan-rows.js';
import type { RowsProps } from './rows-props.js';

interface TableProps extends RowsProps {
  rows: readonly PlanRow[];
  /** The first day that is not long before. */
  from: number;
}

/** In the order the client meets them; what was long before is there, folded. */
export function PromptsTable({ rows, from, ...props }: TableProps) {
  const earlier = rows.filter(({ day }) => day !== null && day < from);
  const others = rows.filter((row) => !earlier.includes(row));
  if (rows.length === 0)
    return <Empty>{say(props.staged.steps.length === 0 ? 'planner.noSteps' : 'planner.noRows')}</Empty>;
  return (
    <>
      {earlier.length > 0 && (
        <details className="earlier">
          <summary>{say('planner.earlier', { n: earlier.length })}</summary>
          <Rows rows={earlier} {...props} />
        </details>
      )}
      <Rows rows={others} {...props} />
    </>
  );
}

function Rows({ rows, selected, ...props }: RowsProps & { rows: readonly PlanRow[] }) {
  const name = firstName(props.client.name);
  // A step asked several times is open at one of them.
  const open =
    rows.find(({ key }) => key === selected) ?? rows.find(({ step }) => step && step.id === selected);
  return (
    <div className="card" aria-busy={props.staged.isAsking || undefined}>
      <table className="rows plan-rows">
        <caption className="sr">{say('planner.caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="day">
              {say('planner.columnDay')}
            </th>
            <th scope="col" className="prompt">
              {say('planner.columnPrompt')}
            </th>
            <th scope="col">{say('planner.columnArrives', { name })}</th>
            <th scope="col" className="here">
              {say('planner.columnHere')}
            </th>
            <th scope="col" className="state">
              {say('planner.columnStatus')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PromptRow key={row.key} row={row} isOpen={row === open} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
