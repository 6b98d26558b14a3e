import type { BriefView } from '../../api-client/views.js';
import { useHere } from '../../shell/use-me.js';
import { day } from '../../when.js';
import { say } from '../../words.js';
import { CallRequests } from '../flag/call-request-card.js';

/** First what needs a person, then where the two of them left off. */
export function StartBox({ brief, shownName }: { brief: BriefView; shownName: string }) {
  const here = useHere();
  const { lastCall, callRequests } = brief;
  return (
    <>
      <CallRequests
        requests={callRequests.map((request) => ({
          ...request,
          client: { ...request.client, name: shownName },
        }))}
      />
      <div className="start">
        <section aria-labelledby="left-off">
          <h2 id="left-off">
            {lastCall
              ? say('brief.leftOff', { date: day(lastCall.startsAt, here) })
              : say('brief.leftOffNever')}
          </h2>
          {lastCall?.closingNote ? (
            <p className="left-off">{lastCall.closingNote}</p>
          ) : (
            <p className="quiet">{say(lastCall ? 'brief.noNote' : 'brief.noCallBefore')}</p>
          )}
        </section>
        <section aria-labelledby="safety">
          <h2 id="safety">{say('brief.safety')}</h2>
          <p className="strong">
            {callRequests.length > 0 ? say('flag.heading', { n: callRequests.length }) : say('brief.noFlags')}
          </p>
        </section>
      </div>
    </>
  );
}
