import './flag.css';
import { ShieldAlert } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { FlagView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { TheirClock } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words.js';

const FlagDialog = lazy(() => import('./flag-dialog.js').then((module) => ({ default: module.FlagDialog })));

/** Open flags, in rust, first on the page. */
export function Flags({ flags, headingId = 'flags' }: { flags: FlagView[]; headingId?: string }) {
  const [openId, open] = useState<string | null>(null);
  if (flags.length === 0) return null;
  return (
    <section className="card safety-card" aria-labelledby={headingId}>
      <h2 id={headingId}>
        <ShieldAlert size={18} aria-hidden="true" />
        {say('flag.heading', { n: flags.length })}
      </h2>
      <ul>
        {flags.map((flag) => (
          <li key={flag.id}>
            <Flag flag={flag} onOpen={() => open(flag.id)} />
          </li>
        ))}
      </ul>
      {openId && (
        <Suspense>
          <FlagDialog flagId={openId} onClose={() => open(null)} />
        </Suspense>
      )}
    </section>
  );
}

function Flag({ flag, onOpen }: { flag: FlagView; onOpen(): void }) {
  const here = useHere();
  const { client, acknowledged, toldNames } = flag;
  return (
    <>
      <p className="then-theirs">
        <b>{client.name}</b> {flag.label}
        {flag.labelNote && <small> {flag.labelNote}</small>}
        <br />
        {dayAndClock(flag.raisedAt, here)}{' '}
        <TheirClock at={flag.raisedAt} here={here} there={client.timeZone} name={client.name} />
      </p>
      <p className="small quiet">
        {acknowledged
          ? say('flag.willCall', { name: acknowledged.byName, time: dayAndClock(acknowledged.callBy, here) })
          : say('flag.nobodyYet')}{' '}
        {flag.overdue && acknowledged && <b>{say('flag.lateCall')} </b>}
        {toldNames.length > 0 && say('flag.told', { names: toldNames.join(', ') })}
      </p>
      <Button kind="safety" onPress={onOpen}>
        {say(acknowledged ? 'flag.openAgain' : 'flag.read')}
        <span className="sr"> {say('for.client', { name: client.name })}</span>
      </Button>
    </>
  );
}
