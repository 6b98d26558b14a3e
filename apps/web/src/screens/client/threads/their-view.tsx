import type { ThreadCheckView } from '../../../api-client/calls-threads.js';
import type { ThreadView } from '../../../api-client/views.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';

/** What the client says of it, beside how it is seen by staff; the latest word on it. */
export function TheirView({ thread, name }: { thread: ThreadView; name: string }) {
  const here = useHere();
  const latest = thread.checks.findLast(({ fit, words }) => fit !== null || words !== '');
  if (!latest) return null;
  const date = day(latest.at, here);
  return (
    <div className="their-view">
      <p className="tag-of">
        {say(latest.via === 'call' ? 'threads.theirsOnCall' : 'threads.theirs', { name, date })}
      </p>
      <Said check={latest} />
    </div>
  );
}

/** "Not quite", and their own words. */
export function Said({ check }: { check: ThreadCheckView }) {
  return (
    <>
      {check.fit && <p className="strong small">{say(`threads.fit.${check.fit}`)}</p>}
      {check.words && <p className="quote">“{check.words}”</p>}
    </>
  );
}
