import { useState } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { resetPassphrase } from '../../../api-client/calls-delivery.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useIsWriter } from '../../../shell/use-roles.js';
import { say } from '../../../words-delivery.js';
import { CheckedConfirm } from './checked-confirm.js';
import { Row } from './row.js';

/** What the client said about who opens their mailbox, and what stands before their pages. */
export function Mailbox({ client }: { client: ClientView }) {
  const isWriter = useIsWriter();
  const [isResetting, reset] = useState(false);
  const name = firstName(client.name);
  const { mailboxShared, passphraseSet } = client;
  return (
    <>
      <Row label={say('mailbox.title')}>
        <p>
          {mailboxShared === null
            ? say('mailbox.notAsked')
            : mailboxShared
              ? say('mailbox.shared')
              : say('mailbox.own', { name })}
        </p>
      </Row>
      <Row
        label={say('passphrase.title')}
        acts={
          passphraseSet &&
          isWriter && (
            <Button small onPress={() => reset(true)}>
              {say('passphrase.reset')}
            </Button>
          )
        }
      >
        <p>{passphraseSet ? say('passphrase.set') : say('passphrase.none')}</p>
        {isResetting && <ResetPassphrase client={client} onClose={() => reset(false)} />}
      </Row>
    </>
  );
}

function ResetPassphrase({ client, onClose }: { client: ClientView; onClose(): void }) {
  const name = firstName(client.name);
  const act = useAct(() => resetPassphrase(client.id), {
    refresh: [['client', client.id]],
    done: () => {
      notify(say('passphrase.didReset', { name }));
      onClose();
    },
  });
  return (
    <CheckedConfirm
      title={say('passphrase.resetTitle', { name })}
      label={say('passphrase.resetIt')}
      act={act}
      onClose={onClose}
    >
      <p>{say('passphrase.resetWhat', { name })}</p>
    </CheckedConfirm>
  );
}
