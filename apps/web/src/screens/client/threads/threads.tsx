import './threads.css';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { threadsQuery } from '../../../api-client/calls-threads.js';
import { ApiProblem } from '../../../api-client/request.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Empty } from '../../../parts/empty.js';
import { Failure } from '../../../parts/failure.js';
import { Loading } from '../../../parts/loading.js';
import { say } from '../../../words-threads.js';
import { useArriveAt } from '../use-arrive-at.js';
import { useWhyNoWords } from '../use-why-no-words.js';
import { Archived } from './archived.js';
import { Board } from './board.js';
import { CheckThread } from './check-thread.js';
import type { Doing } from './doing.js';
import { EarlySigns } from './early-signs.js';
import { ThreadHistory } from './history.js';
import { MoveThread } from './move-thread.js';
import { Suggestions } from './suggestions.js';
import { ThreadForm } from './thread-form.js';
import { useFocusAlong } from './use-focus-along.js';

/** The strands that keep coming back, where each stands, and what that rests on. */
export function Threads({ client }: { client: ClientView }) {
  const threads = useQuery(threadsQuery(client.id));
  const [doing, act] = useState<Doing>(null);
  const close = () => act(null);
  const whyNoWords = useWhyNoWords(client);
  useArriveAt(Boolean(threads.data));
  useFocusAlong(threads.data);
  if (threads.error instanceof ApiProblem && threads.error.status === 404) return <Empty>{whyNoWords}</Empty>;
  const open = threads.data?.filter(({ archivedAt }) => !archivedAt) ?? [];
  const archived = threads.data?.filter(({ archivedAt }) => archivedAt) ?? [];
  // What a dialog stands on may have changed under it.
  const now = (thread: ThreadView) => threads.data?.find(({ id }) => id === thread.id) ?? thread;
  return (
    <>
      <section aria-labelledby="threads">
        <div className="section-head">
          <h2 id="threads">{say('section.threads')}</h2>
          <p>{say('threads.what')}</p>
          <Button small icon={<Plus size={16} aria-hidden="true" />} onPress={() => act({ what: 'new' })}>
            {say('threads.new')}
          </Button>
        </div>
        {threads.isPending && <Loading />}
        {threads.error && <Failure error={threads.error} retry={() => void threads.refetch()} />}
        {threads.data && open.length === 0 && <Empty>{say('threads.none')}</Empty>}
        {open.length > 0 && <Board threads={open} client={client} onAct={act} />}
        {archived.length > 0 && <Archived threads={archived} client={client} onAct={act} />}
      </section>
      {threads.data && (
        <div className="beside-board">
          <Suggestions client={client} onMake={(start) => act({ what: 'new', start })} />
          <EarlySigns client={client} />
        </div>
      )}
      {doing?.what === 'move' && (
        <MoveThread thread={now(doing.thread)} stage={doing.stage} client={client} onClose={close} />
      )}
      {doing?.what === 'rename' && <ThreadForm thread={doing.thread} client={client} onClose={close} />}
      {doing?.what === 'new' && <ThreadForm start={doing.start} client={client} onClose={close} />}
      {doing?.what === 'check' && <CheckThread thread={now(doing.thread)} client={client} onClose={close} />}
      {doing?.what === 'history' && (
        <ThreadHistory thread={now(doing.thread)} client={client} onClose={close} />
      )}
    </>
  );
}
