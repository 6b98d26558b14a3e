import { useState, type FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { recordSession, startSeries } from '../../api-client/calls.js';
import type { ClientView, Route } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Choice, Radios } from '../../parts/choice.js';
import { DateTimeField, dayOf, fieldsOf, instantOf } from '../../parts/date-time.js';
import { Dialog } from '../../parts/dialog.js';
import { Failure } from '../../parts/failure.js';
import { notify } from '../../parts/toast.js';
import { useHere } from '../../shell/use-me.js';
import { say } from '../../words.js';

const ROUTES: readonly Route[] = ['iv', 'im', 'sc', 'sublingual', 'intranasal'];

/** One dated dosing, on the clinic's clock: planned, or already held. */
export function RecordSession({ client, onClose }: { client: ClientView; onClose(): void }) {
  const here = useHere();
  const [key] = useState(() => crypto.randomUUID());
  const [when, setWhen] = useState(() => dayOf(new Date().toISOString(), here));
  const [route, setRoute] = useState<Route>('im');
  const [setting, setSetting] = useState<'clinic' | 'home'>('clinic');
  const [status, setStatus] = useState<'planned' | 'completed'>('planned');
  const [series, setSeries] = useState<'open' | 'new'>('open');
  const [isIncomplete, setIncomplete] = useState(false);
  const at = instantOf(when, here);
  const act = useAct(
    async (to: string) => {
      const { on, time } = fieldsOf(to, here);
      const seriesId = series === 'new' ? (await startSeries(client.id, `${key}-series`)).id : undefined;
      return recordSession(
        client.id,
        { heldOn: on, time, route, setting, status, ...(seriesId && { seriesId }) },
        key,
      );
    },
    {
      refresh: [['client', client.id], ['today'], ['clients']],
      done: (session) => {
        notify(say(session.status === 'completed' ? 'sessions.didRecord' : 'sessions.didPlan'));
        onClose();
      },
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    setIncomplete(!at);
    if (at) act.run(at);
  }

  return (
    <Dialog title={say('sessions.recordTitle')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Radios
          label={say('sessions.which')}
          value={status}
          onChange={setStatus}
          options={[
            { value: 'planned', label: say('sessions.isPlanned') },
            { value: 'completed', label: say('sessions.isHeld') },
          ]}
        />
        <DateTimeField
          label={say('sessions.when')}
          zone={here}
          value={when}
          onChange={setWhen}
          error={isIncomplete && !at ? say('label.dateTimeMissing') : undefined}
        />
        <Choice
          label={say('sessions.route')}
          value={route}
          onChange={setRoute}
          options={ROUTES.map((each) => ({ value: each, label: say(`route.${each}`) }))}
        />
        <Radios
          label={say('sessions.setting')}
          value={setting}
          onChange={setSetting}
          options={[
            { value: 'clinic', label: say('setting.clinic') },
            { value: 'home', label: say('setting.home') },
          ]}
        />
        <Radios
          label={say('sessions.series')}
          hint={say('sessions.seriesHint')}
          value={series}
          onChange={setSeries}
          options={[
            { value: 'open', label: say('sessions.seriesOpen') },
            { value: 'new', label: say('sessions.seriesNew') },
          ]}
        />
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('act.save')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
