import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import {
  type NewWebhook,
  putWebhook,
  removeWebhook,
  testWebhook,
  type Webhook,
} from '../../api-client/calls-safety-settings.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-safety.js';

interface WebhookActsProps {
  webhook: Webhook;
  onMade(made: NewWebhook | null): void;
  onChange(): void;
}

/** Try it, another address, another secret, or none of it any more. */
export function WebhookActs({ webhook: { url, version }, onMade, onChange }: WebhookActsProps) {
  const [asking, ask] = useState<'rotate' | 'remove' | null>(null);
  const [accepted, tell] = useState<boolean | null>(null);
  const refresh = [['safety-webhook']];
  const test = useAct(testWebhook, { refresh, done: (answer) => tell(answer.accepted) });
  const rotate = useAct(() => putWebhook({ url: url ?? '', ...(version !== null && { version }) }), {
    refresh,
    done: (made) => {
      ask(null);
      onMade(made);
    },
  });
  const remove = useAct(removeWebhook, {
    refresh,
    done: () => {
      ask(null);
      onMade(null);
      notify(say('webhook.didRemove'));
    },
  });
  const acts = { rotate, remove };
  return (
    <>
      <div className="acts">
        <Button small isPending={test.isPending} onPress={() => (tell(null), test.run())}>
          {say('webhook.test')}
        </Button>
        <Button small onPress={onChange}>
          {say('webhook.change')}
        </Button>
        <Button small onPress={() => ask('rotate')}>
          {say('webhook.rotate')}
        </Button>
        <Button small kind="plain" onPress={() => ask('remove')}>
          {say('webhook.remove')}
        </Button>
      </div>
      <p role="status">{accepted !== null && say(accepted ? 'webhook.tested' : 'webhook.notTested')}</p>
      {test.error && <Failure error={test.error} isAct />}
      {asking && (
        <Confirm
          title={say(`webhook.${asking}Title`)}
          label={say(`webhook.${asking}`)}
          act={acts[asking]}
          onClose={() => ask(null)}
        >
          <p>{say(`webhook.${asking}What`)}</p>
        </Confirm>
      )}
    </>
  );
}
