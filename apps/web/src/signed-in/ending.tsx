import { useState } from 'react';
import { useAct } from '../acts/use-act.js';
import { staySignedIn } from '../api-client/calls-accounts.js';
import { Button } from '../parts/button.js';
import { Dialog } from '../parts/dialog.js';
import { clock } from '../when.js';
import { say } from '../words-entry.js';
import { signInEnded } from './watch.js';

interface EndingProps {
  why: 'idle' | 'limit';
  endsAt: number;
  zone: string;
  onStayed(): void;
}

/** Two minutes before the sign-in ends. */
export const Ending = ({ why, ...rest }: EndingProps) =>
  why === 'idle' ? <IdleEnding {...rest} /> : <LimitEnding {...rest} />;

type Rest = Omit<EndingProps, 'why'>;

/** Nobody has done anything for a while, so a dialog interrupts nobody. Closing it in any way is being there. */
function IdleEnding({ endsAt, zone, onStayed }: Rest) {
  const stay = useAct(staySignedIn, { refresh: [], done: onStayed });
  return (
    <Dialog title={say('ending.title')} onClose={() => stay.run()}>
      <p>{say('ending.idle', { time: clock(new Date(endsAt), zone) })}</p>
      {stay.error && <p role="alert">{say('ending.failed')}</p>}
      <div className="dialog-acts">
        <Button kind="primary" autoFocus isPending={stay.isPending} onPress={() => stay.run()}>
          {say('ending.stay')}
        </Button>
      </div>
    </Dialog>
  );
}

/** The person may be in the middle of a sentence, so this stands beside the page and takes no focus. */
function LimitEnding({ endsAt, zone }: Rest) {
  const [isSeen, see] = useState(false);
  if (isSeen) return null;
  return (
    <section className="ending card" role="status" aria-label={say('ending.limitTitle')}>
      <p className="strong">{say('ending.limitTitle')}</p>
      <p>{say('ending.limit', { time: clock(new Date(endsAt), zone) })}</p>
      <div className="acts">
        <Button kind="primary" onPress={() => signInEnded('asked')}>
          {say('ending.limitNow')}
        </Button>
        <Button kind="plain" onPress={() => see(true)}>
          {say('ending.later')}
        </Button>
      </div>
    </section>
  );
}
