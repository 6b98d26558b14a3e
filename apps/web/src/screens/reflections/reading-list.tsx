import { useInfiniteQuery } from '@tanstack/react-query';
import { useReading } from '../../acts/use-reading.js';
import { readerQuery } from '../../api-client/calls-threads.js';
import type { ReaderView } from '../../api-client/reader-views.js';
import { ApiProblem } from '../../api-client/request.js';
import { Button } from '../../parts/button.js';
import { Empty } from '../../parts/empty.js';
import { Failure } from '../../parts/failure.js';
import { Loading } from '../../parts/loading.js';
import { say } from '../../words-threads.js';
import { OneOfMany } from './one-of-many.js';
import { useReaderKeys } from './use-reader-keys.js';

interface ReadingListProps {
  view: ReaderView;
  clientId?: string;
}

/** One view, newest first, a slice at a time. */
export function ReadingList({ view, clientId }: ReadingListProps) {
  if (view === 'client' && !clientId) return <Empty>{say('reader.chooseFirst')}</Empty>;
  return <Slices view={view} clientId={clientId} />;
}

function Slices({ view, clientId }: ReadingListProps) {
  const slices = useInfiniteQuery(readerQuery(view, view === 'client' ? clientId : undefined));
  const reading = useReading();
  const all = (slices.data?.pages ?? []).flatMap(({ items }) => items);
  useReaderKeys(all, reading);
  if (slices.error instanceof ApiProblem && slices.error.status === 404)
    return <Empty>{say('reader.otherTeam')}</Empty>;
  return (
    <section aria-label={say(`reader.${view}`)}>
      {slices.isPending && <Loading rows={8} />}
      {slices.error && <Failure error={slices.error} retry={() => void slices.refetch()} />}
      {reading.error && <Failure error={reading.error} isAct />}
      {slices.data && all.length === 0 && <Empty>{say(`reader.none.${view}`)}</Empty>}
      {all.length > 0 && <p className="quiet small reader-keys">{say('reader.keys')}</p>}
      <div className="reflections">
        {all.map((reflection) => (
          <OneOfMany
            key={reflection.id}
            reflection={reflection}
            client={reflection.client}
            reading={reading}
          />
        ))}
      </div>
      {slices.hasNextPage && (
        <Button isPending={slices.isFetchingNextPage} onPress={() => void slices.fetchNextPage()}>
          {say('reader.more')}
        </Button>
      )}
    </section>
  );
}
