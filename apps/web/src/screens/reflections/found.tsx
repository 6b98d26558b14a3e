import { useQuery } from '@tanstack/react-query';
import { useReading } from '../../acts/use-reading.js';
import { searchQuery } from '../../api-client/calls-threads.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { say } from '../../words-threads.js';
import { OneOfMany } from './one-of-many.js';
import { useReaderKeys } from './use-reader-keys.js';

/** The API gives no more than this many. */
const MOST = 50;

interface FoundProps {
  q: string;
  clientId?: string;
  onClear(): void;
}

/** Where the words stand that were looked for, newest first. */
export function Found({ q, clientId, onClear }: FoundProps) {
  const search = useQuery(searchQuery(q, clientId));
  const reading = useReading();
  const hits = search.data ?? [];
  useReaderKeys(
    hits.map(({ reflection }) => reflection),
    reading,
  );
  return (
    <section aria-labelledby="found">
      <div className="section-head">
        <h2 id="found" aria-live="polite">
          {search.data ? say('reader.found', { n: hits.length, q }) : say('reader.search')}
        </h2>
        {hits.length >= MOST && <p>{say('reader.most')}</p>}
        <Button small onPress={onClear}>
          {say('reader.clear')}
        </Button>
      </div>
      {search.isPending && <Loading />}
      {search.error && <Failure error={search.error} retry={() => void search.refetch()} />}
      {reading.error && <Failure error={reading.error} isAct />}
      <div className="reflections">
        {hits.map(({ reflection, client, matches }) => (
          <OneOfMany
            key={reflection.id}
            reflection={reflection}
            client={client}
            reading={reading}
            matches={matches}
          />
        ))}
      </div>
    </section>
  );
}
