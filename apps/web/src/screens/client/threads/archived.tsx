import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';
import type { Doing } from './doing.js';
import { useCardActs } from './use-card-acts.js';

interface ArchivedProps {
  threads: ThreadView[];
  client: ClientView;
  onAct(doing: Doing): void;
}

/** What was put away: out of the way, with its history, and back whenever it is wanted. */
export function Archived({ threads, client, onAct }: ArchivedProps) {
  return (
    <section className="shelf" aria-labelledby="archived">
      <h3 id="archived">{say('threads.archived')}</h3>
      <ul className="card line-list">
        {threads.map((thread) => (
          <Line key={thread.id} thread={thread} client={client} onAct={onAct} />
        ))}
      </ul>
    </section>
  );
}

function Line({ thread, client, onAct }: Omit<ArchivedProps, 'threads'> & { thread: ThreadView }) {
  const here = useHere();
  const { restore, failure } = useCardActs(thread, client);
  const title = thread.name ?? say('threads.unnamed');
  return (
    <li id={`thread-${thread.id}`} tabIndex={-1}>
      <p>
        <span className="strong">{title}</span>
        {thread.archivedAt && (
          <small>{say('threads.archivedOn', { date: day(thread.archivedAt, here) })}</small>
        )}
      </p>
      <div className="acts">
        <Button small kind="plain" onPress={() => onAct({ what: 'history', thread })}>
          {say('threads.history')}
          <span className="sr"> {title}</span>
        </Button>
        <Button small onPress={restore}>
          {say('threads.restore')}
          <span className="sr"> {title}</span>
        </Button>
      </div>
      {failure}
    </li>
  );
}
