import { undoStage } from '../../../api-client/calls-threads.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Failure } from '../../../parts/failure.js';
import { notify } from '../../../parts/toast.js';
import { useMe } from '../../../shell/use-me.js';
import { minutesUntil } from '../../../when.js';
import { say } from '../../../words-threads.js';
import { useThreadAct } from './use-thread-act.js';

const UNDO_MINUTES = 10;

/** One's own move, while it is so fresh that it can be as if it had not been. The API decides in any case. */
export function UndoMove({ thread, client }: { thread: ThreadView; client: ClientView }) {
  const me = useMe();
  const { stage } = thread;
  const undo = useThreadAct(
    client,
    (stageId: string) => undoStage(thread.id, stageId),
    () => notify(say('threads.movedUndone')),
  );
  if (!stage || stage.setByName !== me.name || minutesUntil(new Date(), stage.setAt) >= UNDO_MINUTES)
    return null;
  return (
    <>
      <Button small kind="plain" isPending={undo.isPending} onPress={() => undo.run(stage.id)}>
        {say('threads.undoMove')}
      </Button>
      {undo.error && <Failure error={undo.error} isAct />}
    </>
  );
}
