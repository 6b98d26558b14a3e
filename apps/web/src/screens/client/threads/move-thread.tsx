import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { setStage, undoStage, type Stage, type TextRange } from '../../../api-client/calls-threads.js';
import { reflectionsQuery } from '../../../api-client/queries.js';
import type { ClientView, ReflectionView, ThreadView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Choice } from '../../../parts/choice.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { Loading } from '../../../parts/loading.js';
import { toggled, without } from '../../../parts/reader/ranges.js';
import { Sentences } from '../../../parts/reader/sentences.js';
import { notify } from '../../../parts/toast.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';
import { evidenceOf, MOST_QUOTES, quotable, startOf, type Picked } from './evidence.js';
import { useThreadAct } from './use-thread-act.js';

interface MoveThreadProps {
  thread: ThreadView;
  stage: Stage;
  client: ClientView;
  onClose(): void;
}

/** No stage without words it rests on: they are chosen out of what one has read. */
export function MoveThread({ thread, stage, client, onClose }: MoveThreadProps) {
  const reflections = useQuery(reflectionsQuery(client.id));
  const to = say(`stage.${stage}`);
  const all = reflections.data && quotable(reflections.data);
  return (
    <Dialog
      title={`${thread.name ?? say('threads.unnamed')}: ${say('move.title', { stage: to })}`}
      onClose={onClose}
    >
      {reflections.isPending && <Loading isCard={false} />}
      {reflections.error && <Failure error={reflections.error} retry={() => void reflections.refetch()} />}
      {all?.length === 0 && <p className="dialog-text">{say('move.nothing')}</p>}
      {all && all.length > 0 && (
        <PickWords thread={thread} stage={stage} client={client} onClose={onClose} reflections={all} />
      )}
    </Dialog>
  );
}

function PickWords({
  thread,
  stage,
  client,
  reflections,
  onClose,
}: MoveThreadProps & { reflections: ReflectionView[] }) {
  const [picked, pick] = useState<Picked>({});
  // What came last, or what the thread was first seen in.
  const [shownId, show] = useState(
    reflections.find(({ id }) => !thread.stage && id === thread.origin?.reflectionId)?.id ??
      reflections[0]?.id ??
      '',
  );
  const shown = reflections.find(({ id }) => id === shownId) ?? reflections[0];
  const evidence = evidenceOf(picked, reflections);
  const to = say(`stage.${stage}`);
  const undo = useThreadAct(
    client,
    (stageId: string) => undoStage(thread.id, stageId),
    () => notify(say('threads.movedUndone')),
  );
  const move = useThreadAct(
    client,
    () => setStage(thread.id, { version: thread.version, stage, evidence }),
    (answer) => {
      const set = answer.stage;
      notify(say('threads.moved', { stage: to }), set ? () => undo.run(set.id) : undefined);
      onClose();
    },
  );
  const change = (id: string, ranges: (now: readonly TextRange[]) => readonly TextRange[]) =>
    pick((now) => ({ ...now, [id]: ranges(now[id] ?? []) }));

  function submit(event: FormEvent) {
    event.preventDefault();
    move.run();
  }

  return (
    <form className="form" onSubmit={submit}>
      <p>{say('move.what')}</p>
      <Choice
        label={say('move.from')}
        value={shown?.id ?? ''}
        options={reflections.map(({ id, sentAt, words }) => ({
          value: id,
          label: say('move.option', { date: day(sentAt, client.timeZone), start: startOf(words) }),
        }))}
        onChange={show}
      />
      {shown && (
        <Sentences
          key={shown.id}
          words={shown.words}
          label={say('move.sentences')}
          picked={picked[shown.id] ?? []}
          onToggle={(sentence) => change(shown.id, (now) => toggled(now, sentence))}
        />
      )}
      <div role="status" className="picked">
        <p className="quiet small">{say('move.picked', { n: evidence.length })}</p>
        {evidence.length > MOST_QUOTES && <p className="field-error">{say('move.most')}</p>}
      </div>
      {evidence.length > 0 && (
        <ul className="quotes">
          {evidence.map(({ reflectionId, from, to: end, quote }) => (
            <li key={`${reflectionId}-${from}`} className="picked-quote">
              <blockquote className="quote">“{quote}”</blockquote>
              <button
                type="button"
                className="chip-x"
                aria-label={say('move.drop', { quote })}
                onClick={() => change(reflectionId, (now) => without(now, { from, to: end }))}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {move.error && <Failure error={move.error} isAct />}
      <div className="dialog-acts">
        <Button
          kind="primary"
          type="submit"
          isPending={move.isPending}
          isDisabled={evidence.length === 0 || evidence.length > MOST_QUOTES}
        >
          {say('move.act', { stage: to })}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {say('act.back')}
        </Button>
      </div>
    </form>
  );
}
