import { Link } from '@tanstack/react-router';
import type { TodayView } from '../../api-client/views.js';
import { LinkButton } from '../../parts/button.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { day } from '../../when.js';
import { say } from '../../words.js';

/** Who is alone with what came up. */
export function NoNextCall({ clients, here }: { clients: TodayView['noNextCall']; here: string }) {
  const isWriter = useIsWriter();
  if (clients.length === 0) return null;
  return (
    <section className="card side-card" aria-labelledby="no-next-call">
      <h2 id="no-next-call">{say('noNext.title')}</h2>
      <p className="small quiet">{say('noNext.why')}</p>
      <ul className="no-next">
        {clients.map(({ client, lastContactAt }) => (
          <li key={client.id}>
            <span>
              <Link to="/clients/$clientId" params={{ clientId: client.id }} className="strong">
                {client.name}
              </Link>
              <small>
                {lastContactAt ? say('noNext.last', { date: day(lastContactAt, here) }) : say('noNext.never')}
              </small>
            </span>
            {isWriter && (
              <LinkButton
                small
                to="/clients/$clientId"
                params={{ clientId: client.id }}
                search={{ section: 'calls', book: true }}
              >
                {say('noNext.book')}
                <span className="sr"> {say('for.client', { name: client.name })}</span>
              </LinkButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
