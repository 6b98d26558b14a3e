import './rest-all.css';
import { BedDouble } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { endRest, REST_LENGTHS, restAll, type RestLength } from '../../api-client/calls-plans.js';
import { appointmentsQuery } from '../../api-client/queries.js';
import type { AppointmentView, ClientView } from '../../api-client/views.js';
import { Radios } from '../../parts/choice.js';
import { Button } from '../../parts/button.js';
import { Confirm } from '../../parts/confirm.js';
import { notify } from '../../parts/toast.js';
import { firstName } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { useIsWriter } from '../../shell/use-roles.js';
import { dayAndClock, zoneName } from '../../when.js';
import { say } from '../../words-plan.js';
import { nextCall } from './plan-rows.js';

interface RestAllProps {
  client: ClientView;
  /** The next booked one, which a rest may end with. */
  call: AppointmentView | undefined;
  onClose(): void;
}

/** No prompts for a while, for everything of this client; at once. */
export function RestAll({ client, call, onClose }: RestAllProps) {
  const here = useHere();
  const name = firstName(client.name);
  const [length, setLength] = useState<RestLength>('three-days');
  const act = useAct(() => restAll(client.id, length), {
    refresh: [['client', client.id], ['today'], ['clients']],
    done: () => {
      notify(say('planner.didRest', { name }));
      onClose();
    },
  });
  const labelOf = (each: RestLength) =>
    each === 'next-call' && call
      ? say('rest.next-call.on', { time: dayAndClock(call.startsAt, here) })
      : say(`rest.${each}`);
  return (
    <Confirm
      title={say('planner.restTitle', { name })}
      label={say('planner.restAll')}
      act={act}
      onClose={onClose}
    >
      <p>{say('planner.restWhat', { name })}</p>
      <Radios
        label={say('planner.restLength')}
        hint={call ? undefined : say('planner.noCall')}
        value={length}
        options={REST_LENGTHS.filter((each) => call || each !== 'next-call').map((value) => ({
          value,
          label: labelOf(value),
        }))}
        onChange={setLength}
      />
    </Confirm>
  );
}

/** The same from the page of the client, for who does not edit plans too. */
export function RestButton({ client }: { client: ClientView }) {
  const calls = useQuery(appointmentsQuery(client.id));
  const [isAsking, ask] = useState(false);
  if (client.rest) return null;
  return (
    <>
      <Button small icon={<BedDouble size={14} aria-hidden="true" />} onPress={() => ask(true)}>
        {say('planner.restAll')}
      </Button>
      {isAsking && (
        <RestAll
          client={client}
          call={nextCall(calls.data ?? [], new Date().toISOString())}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
}

/** That a rest is on, whose wish it is, and the way out. */
export function RestBanner({ client }: { client: ClientView }) {
  const here = useHere();
  const isWriter = useIsWriter();
  const [isEnding, ask] = useState(false);
  const rest = client.rest;
  const name = firstName(client.name);
  const act = useAct(() => endRest(client.id), {
    refresh: [['client', client.id], ['today'], ['clients']],
    done: () => {
      notify(say('planner.didEndRest', { name }));
      ask(false);
    },
  });
  if (!rest) return null;
  return (
    <div className="rest-banner card">
      <BedDouble size={18} aria-hidden="true" />
      <p>
        <b>
          {rest.until
            ? say('planner.resting', { name, time: `${dayAndClock(rest.until, here)}, ${zoneName(here)}` })
            : say('planner.restingOpen', { name })}
        </b>{' '}
        {rest.by === 'client' ? say('planner.restBy.client', { name }) : say('planner.restBy.clinic')}
      </p>
      {isWriter && (
        <Button small onPress={() => ask(true)}>
          {say('planner.endRest')}
        </Button>
      )}
      {isEnding && (
        <Confirm
          title={say('planner.endRestTitle', { name })}
          label={say('planner.endRest')}
          act={act}
          onClose={() => ask(false)}
        >
          {rest.by === 'client' && <p className="strong">{say('planner.endRestTheirs', { name })}</p>}
          <p>{say('planner.endRestWhat')}</p>
        </Confirm>
      )}
    </div>
  );
}
