import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { newRecoveryCodes } from '../../api-client/calls-accounts.js';
import { RecoveryCodes } from '../../factors/recovery-codes.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { Dialog } from '../../parts/dialog.js';
import { say } from '../../words-entry.js';

/** How many are left, and new ones in place of them. */
export function Codes({ left, onMade }: { left: number; onMade(codes: string[]): void }) {
  const [isAsking, ask] = useState(false);
  const act = useAct(newRecoveryCodes, {
    refresh: [['me', 'factors']],
    done: ({ recoveryCodes }) => {
      ask(false);
      onMade(recoveryCodes);
    },
  });
  return (
    <li>
      <p>
        <span className="strong">{say('me.codes')}</span>
        <small>{say('me.codesLeft', { n: left })}</small>
      </p>
      <Button small onPress={() => ask(true)}>
        {say('me.newCodes')}
      </Button>
      {isAsking && (
        <Confirm
          title={say('me.newCodesTitle')}
          label={say('me.newCodes')}
          act={act}
          onClose={() => ask(false)}
        >
          <p>{say('me.newCodesWhat')}</p>
        </Confirm>
      )}
    </li>
  );
}

export function CodesDialog({ codes, onClose }: { codes: string[]; onClose(): void }) {
  return (
    <Dialog title={say('codes.title')} onClose={onClose}>
      <RecoveryCodes codes={codes} done={onClose} />
    </Dialog>
  );
}
