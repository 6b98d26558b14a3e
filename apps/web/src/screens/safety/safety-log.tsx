import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useAct } from '../../acts/use-act.js';
import { downloadSafetyLog, type SafetyLogItem, safetyLogQuery } from '../../api-client/calls-safety.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-flags.js';

/** Raised, claimed, closed, late: never why, never whose. */
export function SafetyLog() {
  const log = useQuery(safetyLogQuery());
  const file = useAct(downloadSafetyLog, { refresh: [], done: save });
  if (log.isPending) return <Loading rows={6} />;
  if (log.error) return <Failure error={log.error} retry={() => void log.refetch()} />;
  return (
    <>
      <div className="section-head">
        <p className="quiet">{say('safety.logWhy')}</p>
        <Button
          icon={<Download size={16} aria-hidden="true" />}
          isPending={file.isPending}
          onPress={() => file.run()}
        >
          {say('safety.csv')}
        </Button>
      </div>
      {file.error && <Failure error={file.error} isAct />}
      {log.data.items.length === 0 ? (
        <Empty>
          {say('safety.noneLogged')} {say('safety.noneOpenNext')}
        </Empty>
      ) : (
        <LogTable items={log.data.items} />
      )}
    </>
  );
}

function LogTable({ items }: { items: readonly SafetyLogItem[] }) {
  const here = useHere();
  const at = (instant: string | null) => (instant ? dayAndClock(instant, here) : say('safety.notYet'));
  return (
    <div className="card">
      <table className="rows">
        <caption className="sr">{say('safety.log')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('safety.column.flag')}</th>
            <th scope="col">{say('safety.column.raised')}</th>
            <th scope="col">{say('safety.column.claimed')}</th>
            <th scope="col">{say('safety.column.closed')}</th>
            <th scope="col">{say('safety.column.told')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.flagNumber}>
              <th scope="row" className="num">
                {item.flagNumber}
                <small>
                  {say(`safety.lane.${item.lane}`)}, {say(`safety.${item.colour}`).toLowerCase()}
                </small>
              </th>
              <td data-label={say('safety.column.raised')} className="num">
                {at(item.raisedAt)}
              </td>
              <td data-label={say('safety.column.claimed')} className="num">
                {at(item.claimedAt)}
                {item.claimedByName && (
                  <small>
                    {say('safety.byName', { name: item.claimedByName })}
                    {item.minutesToClaim !== null && `, ${say('safety.minutes', { n: item.minutesToClaim })}`}
                  </small>
                )}
              </td>
              <td data-label={say('safety.column.closed')} className="num">
                {at(item.closedAt)}
                {item.late && <small>{say('safety.wasLate')}</small>}
              </td>
              <td data-label={say('safety.column.told')} className="num">
                {say('safety.times', { n: item.escalations })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function save(file: Blob): void {
  const url = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: url, download: 'safety-log.csv' }).click();
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
