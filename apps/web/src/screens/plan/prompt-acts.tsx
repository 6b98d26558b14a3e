import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { cancelPrompt, holdPrompt, releasePrompt } from '../../api-client/calls.js';
import type { ClientView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-plan.js';
import { SendNow } from '../client/send-now.js';
import { MovePrompt } from './move-prompt.js';
import type { PlanRow } from './plan-rows.js';

interface PromptActsProps {
  row: PlanRow;
  client: ClientView;
  /** Its step is edited and not live: the prompt that these acts would take may stand elsewhere. */
  isStaged: boolean;
}

/** What is done to this one prompt alone, at once: hold, move, send, cancel. */
export function PromptActs({ row, client, isStaged }: PromptActsProps) {
  const [doing, act] = useState<'send' | 'move' | 'cancel' | null>(null);
  const id = row.promptId;
  const refresh = [['client', client.id], ['today']];
  const release = useAct(() => releasePrompt(id ?? ''), {
    refresh,
    done: () => notify(say('prompts.didRelease')),
  });
  const hold = useAct(() => holdPrompt(id ?? ''), {
    refresh,
    done: () => notify(say('prompts.didHold'), release.run),
  });
  const cancel = useAct(() => cancelPrompt(id ?? ''), {
    refresh,
    done: () => {
      notify(say('prompts.didCancel'));
      act(null);
    },
  });
  if (row.change === 'removed' || row.status !== 'scheduled') return null;
  if (isStaged || !id) return <p className="quiet small one-prompt">{say('planner.saveFirst')}</p>;
  const failed = hold.error ?? release.error;
  return (
    <div className="one-prompt" role="group" aria-label={say('planner.thisPrompt')}>
      <span className="quiet tiny">{say('planner.thisPrompt')}</span>
      <Button
        small
        isPending={hold.isPending || release.isPending}
        onPress={() => (row.held ? release : hold).run()}
      >
        {say(row.held ? 'act.letGo' : 'act.hold')}
      </Button>
      <Button small onPress={() => act('move')}>
        {say('planner.moveOne')}
      </Button>
      <Button small onPress={() => act('send')}>
        {say('act.sendNow')}
      </Button>
      <Button small onPress={() => act('cancel')}>
        {say('act.cancelIt')}
      </Button>
      {failed && <Failure error={failed} isAct />}
      {doing === 'send' && (
        <SendNow promptId={id} clientId={client.id} title={row.title} onClose={() => act(null)} />
      )}
      {doing === 'move' && <MovePrompt row={row} client={client} onClose={() => act(null)} />}
      {doing === 'cancel' && (
        <Confirm
          title={say('prompts.cancelTitle')}
          label={say('prompts.cancelIt')}
          act={cancel}
          onClose={() => act(null)}
        >
          <p>{say('prompts.cancelWhat', { title: row.title, time: row.localText })}</p>
        </Confirm>
      )}
    </div>
  );
}
