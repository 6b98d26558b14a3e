import type { WebhookDelivery } from '../../api-client/calls-safety-settings.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-safety.js';

const EVENTS = ['raised', 'risen', 'not-accepted', 'unclaimed', 'overdue'] as const;

/** What became of the last notices. */
export function WebhookDeliveries({ deliveries }: { deliveries: readonly WebhookDelivery[] }) {
  const here = useHere();
  return (
    <>
      <h3 id="webhook-last">{say('webhook.last')}</h3>
      {deliveries.length === 0 ? (
        <p className="quiet">{say('webhook.noneYet')}</p>
      ) : (
        <table className="rows" aria-labelledby="webhook-last">
          <thead>
            <tr>
              <th scope="col">{say('webhook.when')}</th>
              <th scope="col">{say('webhook.event')}</th>
              <th scope="col">{say('webhook.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((one, index) => (
              <tr key={`${one.at} ${index}`}>
                <th scope="row" className="num">
                  {dayAndClock(one.at, here)}
                </th>
                <td data-label={say('webhook.event')}>{eventWords(one.event)}</td>
                <td data-label={say('webhook.outcome')}>
                  {say(`webhook.outcome.${one.outcome}`)}
                  {one.attempts > 1 && <small>{say('webhook.tries', { n: one.attempts })}</small>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function eventWords(event: string): string {
  const known = EVENTS.find((each) => event === `safety-flag.${each}`);
  return say(`webhook.event.${known ?? 'other'}`);
}
