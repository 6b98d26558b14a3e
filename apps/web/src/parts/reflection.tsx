import './reflection.css';
import { Check } from 'lucide-react';
import type { Reading } from '../acts/use-reading.js';
import type { ReflectionView } from '../api-client/views.js';
import { MEASURES, measureName, stepWord } from '../charts/check-in-words.js';
import { useHere } from '../shell/use-me.js';
import { clock, dateOn, day, dayAndClock, isSameClock } from '../when.js';
import { say } from '../words.js';
import { Answered, AskedReadBy } from './answered.js';
import { Button } from './button.js';
import { firstName } from './two-clocks.js';

interface ReflectionProps {
  reflection: ReflectionView;
  client: { name: string; timeZone: string };
  reading: Reading;
}

/** One reflection: the day, both clocks, what was asked, their words to the letter. */
export function Reflection({ reflection, client, reading }: ReflectionProps) {
  const { words, question, title, nothingCameUp, chips } = reflection;
  return (
    <article className="reflection" id={`reflection-${reflection.id}`} data-stop tabIndex={-1}>
      <SentAt reflection={reflection} client={client} />
      <div>
        <div className="asked-row">
          <p className="asked">{question ?? title ?? say('reflections.unasked')}</p>
          <ReadMark reflection={reflection} reading={reading} />
        </div>
        <AskedReadBy reflection={reflection} />
        {words && <p className="quote">{words}</p>}
        {!words && (
          <p className="quote-none">{say(nothingCameUp ? 'reflections.nothing' : 'reflections.onlyTaps')}</p>
        )}
        <Answered reflection={reflection} />
        <div className="under">
          <CheckIns reflection={reflection} />
          {chips.map(({ code, label }) => (
            <span key={code} className="chip">
              {label}
            </span>
          ))}
        </div>
      </div>
    </article>
  );
}

function SentAt({
  reflection,
  client,
}: {
  reflection: ReflectionView;
  client: { name: string; timeZone: string };
}) {
  const here = useHere();
  const { sentAt, dayNumber } = reflection;
  const there = client.timeZone;
  const isAlike = isSameClock(sentAt, here, there);
  return (
    <p className="sent-at">
      <b>
        {dayNumber === null
          ? day(sentAt, there)
          : dayNumber === 0
            ? say('day.session')
            : say('day.number', { n: dayNumber })}
      </b>
      <span>{dayAndClock(sentAt, there)}</span>
      {!isAlike && (
        <span className="quiet">
          {say('when.here', {
            time: day(sentAt, here) === day(sentAt, there) ? clock(sentAt, here) : dayAndClock(sentAt, here),
          })}
        </span>
      )}
      {!isAlike && <span className="sr">{say('when.firstFor', { name: firstName(client.name) })}</span>}
    </p>
  );
}

function CheckIns({ reflection }: { reflection: ReflectionView }) {
  const answered = MEASURES.flatMap((measure) => {
    const step = reflection.checkIns[measure];
    return step === null ? [] : [{ measure, word: stepWord(measure, step) }];
  });
  if (answered.length === 0) return null;
  return (
    <dl className="taps">
      {answered.map(({ measure, word }) => (
        <div key={measure}>
          <dt>{measureName(measure)}</dt> <dd>{word}</dd>
        </div>
      ))}
    </dl>
  );
}

function ReadMark({ reflection, reading }: { reflection: ReflectionView; reading: Reading }) {
  const here = useHere();
  const read = reflection.reading;
  if (!read)
    return (
      <Button small kind="plain" onPress={() => reading.change([reflection], true)}>
        {say('act.markRead')}
        <span className="sr"> {dayAndClock(reflection.sentAt, here)}</span>
      </Button>
    );
  const isToday = dateOn(read.readAt, here) === dateOn(new Date(), here);
  const time = isToday ? clock(read.readAt, here) : dayAndClock(read.readAt, here);
  return (
    <span className="read-mark">
      <Check size={14} aria-hidden="true" />
      {read.byMe ? say('reading.byMe', { time }) : say('reading.by', { name: read.byName, time })}
      {read.byMe && (
        <Button small kind="plain" onPress={() => reading.change([reflection], false)}>
          {say('act.undo')}
        </Button>
      )}
    </span>
  );
}
