import { useState } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { liftSuppression } from '../../../api-client/calls-delivery.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button, LinkButton } from '../../../parts/button.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere } from '../../../shell/use-me.js';
import { useIsWriter } from '../../../shell/use-roles.js';
import { day } from '../../../when.js';
import { say } from '../../../words-delivery.js';
import { CheckedConfirm } from './checked-confirm.js';
import { Row } from './row.js';

/** Where e-mails go, and why none go there any more. */
export function Address({ client }: { client: ClientView }) {
  const here = useHere();
  const isWriter = useIsWriter();
  const [isLifting, lift] = useState(false);
  const { suppressed } = client;
  return (
    <Row
      label={say('address.title')}
      acts={
        suppressed &&
        isWriter && (
          <>
            <LinkButton small to="." search={{ section: 'details' }}>
              {say('address.change')}
            </LinkButton>
            <Button small onPress={() => lift(true)}>
              {say('address.lift')}
            </Button>
          </>
        )
      }
    >
      <p className="address">{client.email ?? say('address.none')}</p>
      {suppressed && (
        <>
          <p>{say(`address.${whyOf(suppressed.why)}`, { date: day(suppressed.at, here) })}</p>
          <p className="quiet small">{say('address.next', { name: firstName(client.name) })}</p>
        </>
      )}
      {isLifting && <LiftSuppression client={client} onClose={() => lift(false)} />}
    </Row>
  );
}

const WHYS = ['bounced', 'soft-bounced', 'complained'] as const;
const whyOf = (why: string) => WHYS.find((each) => each === why) ?? 'other';

function LiftSuppression({ client, onClose }: { client: ClientView; onClose(): void }) {
  const name = firstName(client.name);
  const act = useAct(() => liftSuppression(client.id, client.version), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('address.didLift', { name }));
      onClose();
    },
  });
  return (
    <CheckedConfirm
      title={say('address.liftTitle')}
      label={say('address.liftIt')}
      act={act}
      onClose={onClose}
      isReadBack
    >
      <p className="address">{say('address.liftWhat', { email: client.email ?? '' })}</p>
    </CheckedConfirm>
  );
}
