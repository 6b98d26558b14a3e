import { Link } from '@tanstack/react-router';
import type { TodayView } from '../../api-client/views.js';
import { day } from '../../when.js';
import { say } from '../../words.js';

/** Silence is information, and no failure. */
export function GoneQuiet({ clients, here }: { clients: TodayView['goneQuiet']; here: string }) {
  if (clients.length === 0) return null;
  return (
    <section className="card side-card" aria-labelledby="gone-quiet">
      <h2 id="gone-quiet">{say('quiet.title')}</h2>
      <p className="small quiet">{say('quiet.why')}</p>
      <ul className="no-next">
        {clients.map(({ client, since, why }) => (
          <li key={client.id}>
            <span>
              <Link to="/clients/$clientId" params={{ clientId: client.id }} className="strong">
                {client.name}
              </Link>{' '}
              {say('quiet.since', { date: day(since, here) })}
              {why
                .flatMap(({ figures }) => figures)
                .map((figure) => (
                  <small key={figure}>{figure}</small>
                ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
