import type { ThreadView } from '../../api-client/views.js';
import { StageLine, StageSince } from '../../parts/stage-mark.js';
import { say } from '../../words-brief.js';
import { FactLink } from './fact-link.js';

/** Strands in which something happened since the last call, each with the words it rests on. */
export function ThreadsMoved({ threads, name }: { threads: ThreadView[]; name: string }) {
  return (
    <section className="block" aria-labelledby="threads">
      <h2 id="threads">
        {say('brief.threads')} <span>{say('brief.threadsWay')}</span>
      </h2>
      {threads.length === 0 && <p className="quiet small">{say('brief.noThreads')}</p>}
      <ul className="threads-moved">
        {threads.map((thread) => (
          <li key={thread.id}>
            <ThreadMoved thread={thread} name={name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ThreadMoved({ thread, name }: { thread: ThreadView; name: string }) {
  const { stage } = thread;
  const fit = thread.checks.at(-1)?.fit;
  return (
    <>
      <p>
        <b>{thread.name ?? say('brief.unnamed')}</b>
        {fit && <span className="quiet"> {say(`brief.fit.${fit}`, { name })}</span>}
      </p>
      <p className="thread-stage">
        <StageSince stage={stage} />
        <StageLine stage={stage?.stage ?? null} />
      </p>
      {stage?.evidence.map(
        ({ reflectionId, from, quote }) =>
          quote && (
            <p key={`${reflectionId}-${from}`}>
              <FactLink to={reflectionId} className="quote">
                {`“${quote}”`}
              </FactLink>
            </p>
          ),
      )}
    </>
  );
}
