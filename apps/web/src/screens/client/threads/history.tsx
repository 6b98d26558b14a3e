import type { ThreadCheckView } from '../../../api-client/calls-threads.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Dialog } from '../../../parts/dialog.js';
import { StageMark } from '../../../parts/stage-mark.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';
import { Quotes } from './quotes.js';
import { Said } from './their-view.js';

const saysSomething = ({ fit, words, rating }: ThreadCheckView) =>
  fit !== null || words !== '' || rating !== null;

/** Every place it had and everything said of it, oldest first. Back and forth read the same. */
export function ThreadHistory({
  thread,
  client,
  onClose,
}: {
  thread: ThreadView;
  client: ClientView;
  onClose(): void;
}) {
  const here = useHere();
  const name = firstName(client.name);
  const moves = thread.history.map((stage) => ({ at: stage.setAt, stage, check: null }));
  // A review that was sent with everything left out says nothing.
  const checks = thread.checks.filter(saysSomething).map((check) => ({ at: check.at, stage: null, check }));
  const all = [...moves, ...checks].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <Dialog title={`${thread.name ?? say('threads.unnamed')}: ${say('history.title')}`} onClose={onClose}>
      {all.length === 0 && <p className="quiet">{say('history.none')}</p>}
      <ol className="thread-history">
        {all.map(({ at, stage, check }, i) => (
          <li key={`${at}-${i}`}>
            {stage && (
              <>
                <p className="stage-since">
                  <StageMark stage={stage.stage} />{' '}
                  <span className="quiet small">
                    {day(at, here)}, {say('history.by', { name: stage.setByName })}
                  </span>
                </p>
                <Quotes evidence={stage.evidence} clientId={client.id} />
              </>
            )}
            {check && (
              <>
                <p className="quiet small">
                  {check.recordedByName
                    ? say('history.checkCall', { date: day(at, here), name: check.recordedByName })
                    : say('history.checkReview', { date: day(at, here), name })}
                </p>
                <Said check={check} />
                {check.rating !== null && (
                  <p className="small">{say('history.rated', { n: check.rating })}</p>
                )}
              </>
            )}
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
