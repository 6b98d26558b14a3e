import { useState, type ReactNode } from 'react';
import { useAct } from '../../../acts/use-act.js';
import { confirmDelivery, settleDelivery } from '../../../api-client/calls-delivery.js';
import type { ClientMailingView } from '../../../api-client/mailing.types.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { Failure } from '../../../parts/failure.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere, useIsReader } from '../../../shell/use-me.js';
import { dayAndClock } from '../../../when.js';
import { say } from '../../../words-delivery.js';
import { SendNow } from '../send-now.js';
import { openEvents } from './mailing-outcome.rules.js';

interface MailingActsProps {
  mailing: ClientMailingView;
  client: ClientView;
}

/** What a person can do about one e-mail: find out whether it arrived, send it once more, say that it is seen to. */
export function MailingActs({ mailing, client }: MailingActsProps) {
  const here = useHere();
  const isReader = useIsReader();
  const [doing, act] = useState<'again' | 'arrived' | null>(null);
  const title = mailing.promptTitle ?? say(`sent.kind.${mailing.kind}`);
  const which = <span className="sr"> {`${title}, ${mailing.at ? dayAndClock(mailing.at, here) : ''}`}</span>;
  const open = openEvents(mailing.events);
  return (
    <>
      {mailing.status === 'unknown' && mailing.promptId && (
        <Button small onPress={() => act('arrived')}>
          {say('sent.arrived')}
          {which}
        </Button>
      )}
      {mailing.status === 'unknown' && mailing.promptId && isReader && (
        <Button small onPress={() => act('again')}>
          {say('sent.again')}
          {which}
        </Button>
      )}
      {open.length > 0 && (
        <Settle client={client} eventIds={open.map(({ id }) => id)}>
          {which}
        </Settle>
      )}
      {doing === 'again' && mailing.promptId && (
        <SendNow
          promptId={mailing.promptId}
          clientId={client.id}
          title={title}
          earlier="unknown"
          onClose={() => act(null)}
        />
      )}
      {doing === 'arrived' && mailing.promptId && (
        <Arrived promptId={mailing.promptId} title={title} client={client} onClose={() => act(null)} />
      )}
    </>
  );
}

interface SettleProps {
  client: ClientView;
  eventIds: string[];
  children: ReactNode;
}

function Settle({ client, eventIds, children }: SettleProps) {
  const act = useAct(() => Promise.all(eventIds.map(settleDelivery)), {
    refresh: [['client', client.id, 'mailings'], ['today']],
    done: () => notify(say('sent.didSettle')),
  });
  return (
    <>
      <Button small isPending={act.isPending} onPress={() => act.run()}>
        {say('sent.settle')}
        {children}
      </Button>
      {act.error && <Failure error={act.error} isAct />}
    </>
  );
}

interface ArrivedProps {
  promptId: string;
  client: ClientView;
  title: string;
  onClose(): void;
}

function Arrived({ promptId, title, client, onClose }: ArrivedProps) {
  const act = useAct(() => confirmDelivery(promptId), {
    refresh: [['client', client.id], ['today']],
    done: () => {
      notify(say('sent.didArrive'));
      onClose();
    },
  });
  return (
    <Confirm title={say('sent.arrivedTitle')} label={say('sent.arrivedIt')} act={act} onClose={onClose}>
      <p>{say('sent.arrivedWhat', { title, name: firstName(client.name) })}</p>
    </Confirm>
  );
}
