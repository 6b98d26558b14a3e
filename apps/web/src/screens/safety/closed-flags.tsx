import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { flagsQuery } from '../../api-client/calls-safety.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-flags.js';
import { FlagDialog } from '../flag/flag-dialog.js';

/** What was done, for the care team. */
export function ClosedFlags() {
  const here = useHere();
  const flags = useQuery(flagsQuery('closed'));
  const [openId, open] = useState<string | null>(null);
  if (flags.isPending) return <Loading rows={4} />;
  if (flags.error) return <Failure error={flags.error} retry={() => void flags.refetch()} />;
  if (flags.data.length === 0)
    return (
      <Empty>
        {say('safety.noneClosed')} {say('safety.noneOpenNext')}
      </Empty>
    );
  return (
    <div className="card">
      <table className="rows">
        <caption className="sr">{say('safety.closed')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('column.client')}</th>
            <th scope="col">{say('safety.column.flag')}</th>
            <th scope="col">{say('safety.column.raised')}</th>
            <th scope="col">{say('safety.column.closed')}</th>
          </tr>
        </thead>
        <tbody>
          {flags.data.map((flag) => (
            <tr key={flag.id}>
              <th scope="row">
                <button type="button" className="text-button" onClick={() => open(flag.id)}>
                  {flag.client.name}
                </button>
              </th>
              <td data-label={say('safety.column.flag')}>{flag.label}</td>
              <td data-label={say('safety.column.raised')} className="num">
                {dayAndClock(flag.raisedAt, here)}
              </td>
              <td data-label={say('safety.column.closed')} className="num">
                {flag.closed && dayAndClock(flag.closed.at, here)}
                {flag.closed && <small>{say('safety.byName', { name: flag.closed.byName })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {openId && <FlagDialog flagId={openId} onClose={() => open(null)} />}
    </div>
  );
}
