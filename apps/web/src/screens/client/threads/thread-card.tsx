import { Ellipsis } from 'lucide-react';
import { STAGES } from '../../../api-client/calls-threads.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Menu } from '../../../parts/menu.js';
import { StageSince } from '../../../parts/stage-mark.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';
import { Quotes } from './quotes.js';
import { RatingLine } from './rating-line.js';
import { TheirView } from './their-view.js';
import type { Doing } from './doing.js';
import { UndoMove } from './undo-move.js';
import { useCardActs } from './use-card-acts.js';

interface ThreadCardProps {
  thread: ThreadView;
  client: ClientView;
  onAct(doing: Doing): void;
  onDrag?(isDragged: boolean): void;
}

/** One strand: where it stands and since when, the words it rests on, and what the client says of it. */
export function ThreadCard({ thread, client, onAct, onDrag }: ThreadCardProps) {
  const here = useHere();
  const { share, archive, failure } = useCardActs(thread, client);
  const name = firstName(client.name);
  const title = thread.name ?? say('threads.unnamed');
  const { stage } = thread;
  const begun = { date: day(thread.createdAt, here) };
  const more = [
    { id: 'check', label: say('threads.check'), act: () => onAct({ what: 'check', thread }) },
    { id: 'history', label: say('threads.history'), act: () => onAct({ what: 'history', thread }) },
    { id: 'rename', label: say('threads.rename'), act: () => onAct({ what: 'rename', thread }) },
    // Without a name there is nothing to ask about.
    ...(thread.name
      ? [{ id: 'share', label: say(thread.sharedAt ? 'threads.unshare' : 'threads.share'), act: share }]
      : []),
    { id: 'archive', label: say('threads.archive'), act: archive },
  ];
  return (
    <article
      className="card thread"
      id={`thread-${thread.id}`}
      tabIndex={-1}
      draggable={Boolean(onDrag)}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', thread.id);
        onDrag?.(true);
      }}
      onDragEnd={() => onDrag?.(false)}
    >
      <h4 className={thread.name ? undefined : 'is-unnamed'}>{title}</h4>
      <p>
        <StageSince stage={stage} />
      </p>
      {!stage && (
        <p className="quiet small">
          {thread.createdByName
            ? say('threads.begun', { ...begun, by: thread.createdByName })
            : say('threads.begunByClient', { ...begun, name })}
        </p>
      )}
      {stage && <Quotes evidence={stage.evidence} clientId={client.id} />}
      <TheirView thread={thread} name={name} />
      <RatingLine thread={thread} name={name} />
      {thread.sharedAt && <p className="quiet tiny">{say('threads.shared', { name })}</p>}
      <div className="acts">
        <Menu
          label={say('threads.moveTo')}
          of={title}
          groups={[
            {
              choices: STAGES.map((each) => ({
                id: each,
                label:
                  each === stage?.stage
                    ? say('threads.stay', { stage: say(`stage.${each}`) })
                    : say(`stage.${each}`),
                act: () => onAct({ what: 'move', thread, stage: each }),
              })),
            },
          ]}
        />
        <Menu
          kind="plain"
          label={say('threads.more')}
          of={title}
          icon={<Ellipsis size={16} aria-hidden="true" />}
          groups={[{ choices: more }]}
        />
        <UndoMove thread={thread} client={client} />
      </div>
      {failure}
    </article>
  );
}
