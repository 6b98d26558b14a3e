import './flag.css';
import { ShieldAlert } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CallRequestView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { TheirClock } from '../../parts/two-clocks.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words.js';

const FlagDialog = lazy(() => import('./flag-dialog.js').then((module) => ({ default: module.FlagDialog })));

/** Open requests to be called, in rust, first on the page. */
export function CallRequests({
  requests,
  headingId = 'call-requests',
}: {
  requests: CallRequestView[];
  headingId?: string;
}) {
  const [openId, open] = useState<string | null>(null);
  if (requests.length === 0) return null;
  return (
    <section className="card safety-card" aria-labelledby={headingId}>
      <h2 id={headingId}>
        <ShieldAlert size={18} aria-hidden="true" />
        {say('flag.heading', { n: requests.length })}
      </h2>
      <ul>
        {requests.map((request) => (
          <li key={request.id}>
            <CallRequest request={request} onOpen={() => open(request.id)} />
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

function CallRequest({ request, onOpen }: { request: CallRequestView; onOpen(): void }) {
  const here = useHere();
  const { client, acknowledged } = request;
  return (
    <>
      <p className="then-theirs">
        <b>{client.name}</b> {say('flag.askedCall')}
        <br />
        {dayAndClock(request.raisedAt, here)}{' '}
        <TheirClock at={request.raisedAt} here={here} there={client.timeZone} name={client.name} />
      </p>
      <p className="small quiet">
        {acknowledged
          ? say('flag.willCall', { name: acknowledged.byName, time: dayAndClock(acknowledged.callBy, here) })
          : say('flag.nobodyYet')}
      </p>
      <Button kind="safety" onPress={onOpen}>
        {say(acknowledged ? 'flag.openAgain' : 'flag.read')}
        <span className="sr"> {say('for.client', { name: client.name })}</span>
      </Button>
    </>
  );
}
