import { useAct } from '../../acts/use-act.js';
import { sendTestMail } from '../../api-client/calls-delivery.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useHasRole } from '../../shell/use-roles.js';
import { say } from '../../words-delivery.js';

/** A sample to one's own address: what a client gets, as a client gets it. */
export function TestMail() {
  const maySend = useHasRole('admin', 'practitioner');
  const act = useAct(sendTestMail, { refresh: [], done: () => notify(say('sender.didTest')) });
  if (!maySend) return null;
  return (
    <section className="card pad" aria-labelledby="test-mail">
      <h2 id="test-mail">{say('sender.test')}</h2>
      <p>{say('sender.testWhat')}</p>
      <div className="acts">
        <Button isPending={act.isPending} onPress={() => act.run()}>
          {say('sender.test')}
        </Button>
      </div>
      {act.error && <Failure error={act.error} isAct />}
    </section>
  );
}
