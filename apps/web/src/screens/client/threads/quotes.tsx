import { Link } from '@tanstack/react-router';
import type { EvidenceView } from '../../../api-client/calls-threads.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';

/** The words a stage rests on, to the letter, each with its day, which leads to the whole reflection. */
export function Quotes({ evidence, clientId }: { evidence: readonly EvidenceView[]; clientId: string }) {
  return (
    <ul className="quotes">
      {evidence.map(({ reflectionId, from, quote, sentAt }) => (
        <li key={`${reflectionId}-${from}`}>
          {quote === null ? (
            <p className="quiet small">{say('threads.withdrawnQuote')}</p>
          ) : (
            <blockquote className="quote">“{quote}”</blockquote>
          )}
          <SentLink clientId={clientId} reflectionId={reflectionId} sentAt={sentAt} />
        </li>
      ))}
    </ul>
  );
}

/** "Sun 25 Oct": leads to the reflection of that day. */
export function SentLink({
  clientId,
  reflectionId,
  sentAt,
  label,
}: {
  clientId: string;
  reflectionId: string;
  sentAt?: string;
  label?: string;
}) {
  const here = useHere();
  return (
    <Link
      className="sent-link"
      to="/clients/$clientId"
      params={{ clientId }}
      search={{ section: 'reflections' }}
      hash={`reflection-${reflectionId}`}
    >
      {label ?? (sentAt && day(sentAt, here))}
    </Link>
  );
}
