import { useQuery } from '@tanstack/react-query';
import { patternNotesQuery } from '../../api-client/calls-patterns.js';
import type { ClientView } from '../../api-client/views.js';
import { say } from '../../words.js';
import { SentLink } from './threads/quotes.js';

/**
 * What a rule found worth asking about, with what it compared and where that stands. Nothing, where there is nothing:
 * and nothing either for who does not read this client's words, who is told so by the sections themselves.
 */
export function WorthAsking({ client }: { client: ClientView }) {
  const { data: notes = [] } = useQuery(patternNotesQuery(client.id));
  if (notes.length === 0) return null;
  return (
    <section className="card pad worth" aria-labelledby="worth-asking">
      <h2 id="worth-asking">{say('client.worthAsking')}</h2>
      <ul>
        {notes.map(({ rule, title, figures, reflectionIds }) => (
          <li key={rule}>
            <p className="strong">{title}</p>
            {figures.map((figure) => (
              <p key={figure} className="small quiet">
                {figure}
              </p>
            ))}
            {reflectionIds.length > 0 && (
              <p className="small sent-links">
                <span className="quiet">{say('client.restsOn')}</span>
                {reflectionIds.map((id, i) => (
                  <SentLink
                    key={id}
                    clientId={client.id}
                    reflectionId={id}
                    label={say('client.restsOnNth', { n: i + 1 })}
                  />
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
