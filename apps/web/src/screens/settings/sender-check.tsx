import { CircleCheck, CircleDashed } from 'lucide-react';
import { useAct } from '../../acts/use-act.js';
import { type SenderView, sendSenderLink } from '../../api-client/calls-delivery.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useHere } from '../../shell/use-me.js';
import { useIsAdmin } from '../../shell/use-roles.js';
import { day } from '../../when.js';
import { say } from '../../words-delivery.js';

/** Whether somebody has shown that they read the mailbox answers go to. */
export function SenderCheck({ sender }: { sender: SenderView }) {
  const here = useHere();
  const isAdmin = useIsAdmin();
  const address = sender.replyTo;
  const act = useAct(sendSenderLink, {
    refresh: [['sender']],
    done: () => notify(say('sender.didSendLink', { address })),
  });
  const isSaved = sender.version > 0 && address !== '';
  return (
    <section className="card pad" aria-labelledby="sender-check">
      <h2 id="sender-check">{say('sender.check')}</h2>
      <p className="sender-state">
        {sender.verifiedAt ? (
          <CircleCheck size={18} aria-hidden="true" />
        ) : (
          <CircleDashed size={18} aria-hidden="true" />
        )}
        <span className="address">
          {sender.verifiedAt
            ? say('sender.verified', { date: day(sender.verifiedAt, here) })
            : isSaved
              ? say('sender.notVerified', { address })
              : say('sender.notSaved')}
        </span>
      </p>
      {isAdmin && isSaved && !sender.verifiedAt && (
        <div className="acts">
          <Button isPending={act.isPending} onPress={() => act.run()}>
            {say('sender.sendLink')}
          </Button>
        </div>
      )}
      {act.error && <Failure error={act.error} isAct />}
    </section>
  );
}
