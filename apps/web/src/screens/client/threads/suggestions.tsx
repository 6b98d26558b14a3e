import { useQuery } from '@tanstack/react-query';
import { suggestionsQuery } from '../../../api-client/calls-threads.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Failure } from '../../../parts/failure.js';
import { say } from '../../../words-threads.js';
import { SentLink } from './quotes.js';
import type { ThreadStart } from './thread-form.js';

/** Exact words that came up again, and where. Whether they are a thread is for a person to say. */
export function Suggestions({ client, onMake }: { client: ClientView; onMake(start: ThreadStart): void }) {
  const suggestions = useQuery(suggestionsQuery(client.id));
  return (
    <section aria-labelledby="suggestions">
      <div className="section-head">
        <h2 id="suggestions">{say('suggest.title')}</h2>
        <p>{say('suggest.what')}</p>
      </div>
      {suggestions.error && <Failure error={suggestions.error} retry={() => void suggestions.refetch()} />}
      {suggestions.data?.length === 0 && <p className="quiet small">{say('suggest.none')}</p>}
      {suggestions.data && suggestions.data.length > 0 && (
        <ul className="card line-list">
          {suggestions.data.map(({ phrase, uses }) => (
            <li key={phrase}>
              <div>
                <p className="quote">“{phrase}”</p>
                <p className="sent-links">
                  {uses.map(({ reflectionId, from, sentAt }) => (
                    <SentLink
                      key={`${reflectionId}-${from}`}
                      clientId={client.id}
                      reflectionId={reflectionId}
                      sentAt={sentAt}
                    />
                  ))}
                </p>
              </div>
              <Button
                small
                onPress={() => onMake({ name: phrase, originReflectionId: uses[0]?.reflectionId ?? '' })}
              >
                {say('suggest.make')}
                <span className="sr"> {phrase}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
