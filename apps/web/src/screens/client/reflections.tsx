import { useQuery } from '@tanstack/react-query';
import { useReading } from '../../acts/use-reading.js';
import { reflectionsQuery } from '../../api-client/queries.js';
import { ApiProblem } from '../../api-client/request.js';
import type { ClientView } from '../../api-client/views.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { Reflection } from '../../parts/reflection.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words.js';
import { useReaderKeys } from '../reflections/use-reader-keys.js';
import { useArriveAt } from './use-arrive-at.js';
import { useWhyNoWords } from './use-why-no-words.js';

/** Everything the client sent, newest first, in their words. */
export function Reflections({ client }: { client: ClientView }) {
  const reflections = useQuery(reflectionsQuery(client.id));
  const reading = useReading();
  const whyNoWords = useWhyNoWords(client);
  // The record may be seen where the words may not: an admin who is not on the care team, or the seat of a prescriber.
  const isOutOfReach = reflections.error instanceof ApiProblem && reflections.error.status === 404;
  useArriveAt(Boolean(reflections.data));
  useReaderKeys(reflections.data ?? [], reading);
  return (
    <section aria-labelledby="reflections">
      <div className="section-head">
        <h2 id="reflections">{say('reflections.ofClient', { name: firstName(client.name) })}</h2>
        <p>{say('reflections.newest')}</p>
      </div>
      {reflections.isPending && <Loading />}
      {isOutOfReach && <Empty>{whyNoWords}</Empty>}
      {reflections.error && !isOutOfReach && (
        <Failure error={reflections.error} retry={() => void reflections.refetch()} />
      )}
      {reading.error && <Failure error={reading.error} isAct />}
      {reflections.data?.length === 0 && (
        <Empty>{say('reflections.none', { name: firstName(client.name) })}</Empty>
      )}
      <div className="reflections">
        {reflections.data?.map((reflection) => (
          <Reflection key={reflection.id} reflection={reflection} client={client} reading={reading} />
        ))}
      </div>
    </section>
  );
}
