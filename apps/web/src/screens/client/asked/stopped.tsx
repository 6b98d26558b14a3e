import { useState } from 'react';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useIsWriter } from '../../../shell/use-roles.js';
import { day } from '../../../when.js';
import { say } from '../../../words-delivery.js';
import { AskByMail } from './ask-by-mail.js';
import { isInCare } from './in-care.js';
import { Row } from './row.js';

/** That the client stopped, while it holds: information, and the one way back. */
export function Stopped({ client }: { client: ClientView }) {
  const isWriter = useIsWriter();
  const [isSending, send] = useState(false);
  const { stoppedAt, suppressed } = client;
  if (!stoppedAt) return null;
  const canSend = isWriter && client.email && !suppressed && isInCare(client);
  return (
    <Row
      label={say('stopped.title')}
      acts={
        canSend && (
          <Button small onPress={() => send(true)}>
            {say('stopped.wayBack')}
          </Button>
        )
      }
    >
      <p>{say('stopped.on', { name: firstName(client.name), date: day(stoppedAt, client.timeZone) })}</p>
      {isSending && <AskByMail client={client} onClose={() => send(false)} />}
    </Row>
  );
}
