import { useAct } from '../../../acts/use-act.js';
import { changeClient } from '../../../api-client/calls.js';
import type { ClientView } from '../../../api-client/views.js';
import { Confirm } from '../../../parts/confirm.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-delivery.js';

/** The client said so to somebody here, rather than by a link. */
export function WithdrawConsent({ client, onClose }: { client: ClientView; onClose(): void }) {
  const name = firstName(client.name);
  const act = useAct(() => changeClient(client.id, { version: client.version, emailConsent: null }), {
    refresh: [['client', client.id], ['clients'], ['today']],
    done: () => {
      notify(say('agreed.didWithdraw', { name }));
      onClose();
    },
  });
  return (
    <Confirm
      title={say('agreed.withdrawTitle', { name })}
      label={say('agreed.withdrawIt')}
      act={act}
      onClose={onClose}
    >
      <p>{say('agreed.withdrawWhat', { name })}</p>
    </Confirm>
  );
}
