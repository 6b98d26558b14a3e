import { useState, type DragEvent } from 'react';
import { STAGES, type Stage } from '../../../api-client/calls-threads.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { StageMark } from '../../../parts/stage-mark.js';
import { say } from '../../../words-threads.js';
import { ThreadCard } from './thread-card.js';
import type { Doing } from './doing.js';

interface BoardProps {
  threads: ThreadView[];
  client: ClientView;
  onAct(doing: Doing): void;
}

/** Four columns, and a shelf for what nobody placed. A card can be dragged; its menu does the same for every hand. */
export function Board({ threads, client, onAct }: BoardProps) {
  const [dragged, drag] = useState<ThreadView | null>(null);
  const shelf = threads.filter(({ stage }) => !stage);
  const card = (thread: ThreadView) => (
    <ThreadCard
      key={thread.id}
      thread={thread}
      client={client}
      onAct={onAct}
      onDrag={(isDragged) => drag(isDragged ? thread : null)}
    />
  );
  return (
    <>
      <div className="board">
        {STAGES.map((stage) => (
          <Column
            key={stage}
            stage={stage}
            isOpen={dragged !== null && dragged.stage?.stage !== stage}
            onDrop={() => dragged && onAct({ what: 'move', thread: dragged, stage })}
          >
            {threads.filter((thread) => thread.stage?.stage === stage).map(card)}
          </Column>
        ))}
      </div>
      <section className="shelf" aria-labelledby="shelf">
        <h3 id="shelf">{say('threads.shelf')}</h3>
        {shelf.length === 0 ? (
          <p className="quiet small">{say('threads.shelfEmpty')}</p>
        ) : (
          <div className="shelf-cards">{shelf.map(card)}</div>
        )}
      </section>
    </>
  );
}

interface ColumnProps {
  stage: Stage;
  /** Something is dragged that may come here. */
  isOpen: boolean;
  onDrop(): void;
  children: React.ReactNode[];
}

function Column({ stage, isOpen, onDrop, children }: ColumnProps) {
  const [isOver, over] = useState(false);
  function drop(event: DragEvent) {
    event.preventDefault();
    over(false);
    if (isOpen) onDrop();
  }
  return (
    <section
      className={`column${isOpen && isOver ? ' is-over' : ''}`}
      aria-labelledby={`column-${stage}`}
      onDragOver={(event) => {
        if (!isOpen) return;
        event.preventDefault();
        over(true);
      }}
      onDragLeave={() => over(false)}
      onDrop={drop}
    >
      <h3 id={`column-${stage}`}>
        <StageMark stage={stage} />
      </h3>
      {children.length === 0 ? <p className="quiet small">{say('threads.columnEmpty')}</p> : children}
    </section>
  );
}
