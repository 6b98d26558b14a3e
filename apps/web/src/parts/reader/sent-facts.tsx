import { Link } from '@tanstack/react-router';
import { MessageCircleOff, Star } from 'lucide-react';
import type { MeasurePointView } from '../../api-client/calls-threads.js';
import type { ReflectionView } from '../../api-client/views.js';
import { say } from '../../words-threads.js';

interface SentFactsProps {
  reflection: ReflectionView;
  name: string;
}

/** What the client wishes for the call: it stands before their words. */
export function Wishes({ reflection: { wishes }, name }: SentFactsProps) {
  if (!wishes.dontRaise) return null;
  return (
    <p className="sent-line sent-wish">
      <MessageCircleOff size={14} aria-hidden="true" />
      {say('sent.dontRaise', { name })}
    </p>
  );
}

/** What came beside the words: a starred line, safety signs, an everyday moment, a measure, the threads it is in. */
export function SentFacts({ reflection, name }: SentFactsProps) {
  const { wishes, safetySigns, shift, threads, clientId } = reflection;
  return (
    <>
      {wishes.starred.length > 0 && (
        <p className="sent-line">
          <Star size={14} aria-hidden="true" />
          {say('mark.starred', { name })}
        </p>
      )}
      {safetySigns.length > 0 && (
        <p className="sent-line">
          <span className="tag-of">{say('sent.safety')}</span>
          <span className="strong">{safetySigns.join(' · ')}</span>
        </p>
      )}
      {shift && (
        <p className="sent-line">
          <span className="tag-of">{say('sent.shift')}</span>
          {say('sent.shiftLine', { trigger: shift.triggerLabel, response: shift.responseLabel })}
          {shift.chipLabel && <span className="chip">{shift.chipLabel}</span>}
        </p>
      )}
      <Measured reflection={reflection} />
      {threads.length > 0 && (
        <p className="sent-line">
          <span className="tag-of">{say('sent.threads')}</span>
          {threads.map(({ threadId, name: thread }) => (
            <Link
              key={threadId}
              to="/clients/$clientId"
              params={{ clientId }}
              search={{ section: 'threads' }}
              hash={`thread-${threadId}`}
            >
              {thread ?? say('threads.unnamed')}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

function Measured({ reflection }: { reflection: ReflectionView }) {
  const { measure } = reflection;
  if (!measure) return null;
  const facts = [
    measure.total === null ? say('sent.unfinished') : say('sent.total', { n: measure.total }),
    measure.bandLabel,
    measure.change && changeWords(measure.change),
    measure.label && say(`measureLabel.${measure.label}`),
  ].filter(Boolean);
  return (
    <div className="measured">
      <p>
        <span className="strong">{measure.title}</span>
      </p>
      <p className="facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {measure.total !== null && <p className="quiet tiny">{say('sent.staffOnly')}</p>}
      <dl>
        {measure.items.map(({ text, answer }) => (
          <div key={text}>
            <dt>{text}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** "up 6 from before, a reliable change": figures and their rule, no arrow, no colour. */
export function changeWords({ points, isReliable }: NonNullable<MeasurePointView['change']>): string {
  const n = Math.abs(Math.round(points * 10) / 10);
  const change =
    n === 0 ? say('measureChange.same') : say(points > 0 ? 'measureChange.up' : 'measureChange.down', { n });
  return say(isReliable ? 'measureChange.reliable' : 'measureChange.against', { change });
}
