import { useAct } from '../../../acts/use-act.js';
import { sendOptIn } from '../../../api-client/calls-delivery.js';
import type { ClientView } from '../../../api-client/views.js';
import { Confirm } from '../../../parts/confirm.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-delivery.js';

/** One e-mail by which the client agrees; after a stop it is the only way back. */
export function AskByMail({ client, onClose }: { client: ClientView; onClose(): void }) {
  const params = { name: firstName(client.name), email: client.email ?? '' };
  const isBack = client.stoppedAt !== null;
  const act = useAct(() => sendOptIn(client.id), {
    refresh: [['client', client.id]],
    done: () => {
      notify(say(isBack ? 'stopped.didSend' : 'agreed.didAsk', params));
      onClose();
    },
  });
  return (
    <Confirm
      title={say(isBack ? 'stopped.wayBackTitle' : 'agreed.byMailTitle', params)}
      label={say(isBack ? 'stopped.wayBack' : 'agreed.byMail')}
      act={act}
      onClose={onClose}
    >
      <p className="address">{say(isBack ? 'stopped.wayBackWhat' : 'agreed.byMailWhat', params)}</p>
      {isBack && <p>{say('stopped.wayBackWhen')}</p>}
    </Confirm>
  );
}
