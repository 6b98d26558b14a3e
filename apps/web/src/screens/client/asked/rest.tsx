import { useState } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { endRest } from '../../../api-client/calls-plans.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useIsWriter } from '../../../shell/use-roles.js';
import { day, zoneName } from '../../../when.js';
import { say } from '../../../words-delivery.js';
import { isInCare } from './in-care.js';
import { Row } from './row.js';
import { StartRest } from './start-rest.js';

/** Whether no prompts come for a while, until when, and whose wish it is. */
export function Rest({ client }: { client: ClientView }) {
  const isWriter = useIsWriter();
  const [doing, act] = useState<'start' | 'end' | null>(null);
  const { rest, stoppedAt } = client;
  const standing = rest && isYetToEnd(rest) ? rest : null;
  const mayStart = isInCare(client) && !stoppedAt;
  return (
    <Row
      label={say('resting.title')}
      acts={
        isWriter &&
        (standing ? (
          <Button small onPress={() => act('end')}>
            {say('resting.end')}
          </Button>
        ) : (
          mayStart && (
            <Button small onPress={() => act('start')}>
              {say('resting.start')}
            </Button>
          )
        ))
      }
    >
      {standing ? <Resting client={client} rest={standing} /> : <p>{say('resting.none')}</p>}
      {doing === 'start' && <StartRest client={client} onClose={() => act(null)} />}
      {doing === 'end' && standing && <EndRest client={client} rest={standing} onClose={() => act(null)} />}
    </Row>
  );
}

type Standing = NonNullable<ClientView['rest']>;

const isYetToEnd = ({ until }: Standing) => until === null || new Date(until) > new Date();

/** On the client's clock: it is their rest. */
function Resting({ client, rest }: { client: ClientView; rest: Standing }) {
  const zone = zoneName(client.timeZone);
  const name = firstName(client.name);
  return (
    <>
      <p>
        {rest.until
          ? say('resting.until', { day: day(rest.until, client.timeZone), zone })
          : say('resting.open', { name })}
      </p>
      <p className="quiet small">
        {say(`resting.by.${rest.by}`, { name, date: day(rest.from, client.timeZone) })}{' '}
        {say('resting.aftercare')}
      </p>
    </>
  );
}

function EndRest({ client, rest, onClose }: { client: ClientView; rest: Standing; onClose(): void }) {
  const name = firstName(client.name);
  const act = useAct(() => endRest(client.id), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('resting.didEnd', { name }));
      onClose();
    },
  });
  return (
    <Confirm title={say('resting.endTitle', { name })} label={say('resting.end')} act={act} onClose={onClose}>
      {rest.by === 'client' && <p className="strong">{say('resting.endClient', { name })}</p>}
      <p>{say('resting.endWhat')}</p>
    </Confirm>
  );
}
