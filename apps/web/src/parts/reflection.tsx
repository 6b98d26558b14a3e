import './reflection.css';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Reading } from '../acts/use-reading.js';
import type { TextRange } from '../api-client/calls-threads.js';
import type { ReflectionView } from '../api-client/views.js';
import { MEASURES, measureName, stepWord } from '../charts/check-in-words.js';
import { useHere } from '../shell/use-me.js';
import { clock, dateOn, day, dayAndClock, isSameClock, shortDate } from '../when.js';
import { say } from '../words-threads.js';
import { Answered, AskedReadBy } from './answered.js';
import { Button } from './button.js';
import { ReflectionBody } from './reader/body.js';
import { OwnNotes } from './reader/own-notes.js';
import { firstName } from './two-clocks.js';
import { withoutWords } from './without-words.js';

interface ShownClient {
  name: string;
  /** Where it is not known, the API's own words for their clock stand there. */
  timeZone?: string;
}

interface ReflectionProps {
  reflection: ReflectionView;
  client: ShownClient;
  reading: Reading;
  /** What a search found in the words. */
  matches?: readonly TextRange[];
  /** Nothing can be marked, tagged or noted here. */
  isReadOnly?: boolean;
  /** What stands above the day: whose it is, in a list over several clients. */
  above?: ReactNode;
}

/** One reflection: the day, both clocks, what was asked, their words to the letter, and what was drawn on them. */
export function Reflection({ reflection, client, reading, matches, isReadOnly, above }: ReflectionProps) {
  const { question, title, withdrawn } = reflection;
  const instead = withoutWords(reflection);
  const here = useHere();
  return (
    <article className="reflection" id={`reflection-${reflection.id}`} data-stop tabIndex={-1}>
      <div>
        {above}
        <SentAt reflection={reflection} client={client} />
      </div>
      <div>
        <div className="asked-row">
          <p className="asked">{question ?? title ?? say('reflections.unasked')}</p>
          {!withdrawn && <ReadMark reflection={reflection} reading={reading} />}
        </div>
        {withdrawn ? (
          <>
            <p className="quote-none">
              {say('sent.withdrawn', { date: shortDate(dateOn(withdrawn.at, client.timeZone ?? here)) })}
            </p>
            <OwnNotes reflection={reflection} isWriting={false} onWritten={() => undefined} />
          </>
        ) : (
          <>
            <AskedReadBy reflection={reflection} />
            <ReflectionBody
              reflection={reflection}
              name={called(client.name)}
              matches={matches}
              isReadOnly={isReadOnly}
            >
              {instead && <p className="quote-none">{instead}</p>}
              <Answered reflection={reflection} />
              <div className="under">
                <CheckIns reflection={reflection} />
              </div>
            </ReflectionBody>
          </>
        )}
      </div>
    </article>
  );
}

/** The first name; where the name is hidden, what stands for it (“the client”). */
const called = (name: string) => (/^\p{Ll}/u.test(name) ? name : firstName(name));

function SentAt({ reflection, client }: { reflection: ReflectionView; client: ShownClient }) {
  const here = useHere();
  const { sentAt, dayNumber, localText } = reflection;
  const there = client.timeZone;
  const isAlike = there ? isSameClock(sentAt, here, there) : localText === dayAndClock(sentAt, here);
  const theirDay = there ? day(sentAt, there) : (localText.split(',')[0] ?? localText);
  return (
    <p className="sent-at">
      <b>
        {dayNumber === null
          ? theirDay
          : dayNumber === 0
            ? say('day.session')
            : say('day.number', { n: dayNumber })}
      </b>
      <span>{there ? dayAndClock(sentAt, there) : localText}</span>
      {!isAlike && (
        <span className="quiet">
          {say('when.here', {
            time: day(sentAt, here) === theirDay ? clock(sentAt, here) : dayAndClock(sentAt, here),
          })}
        </span>
      )}
      {!isAlike && <span className="sr">{say('when.firstFor', { name: called(client.name) })}</span>}
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
  const markRead = (
    <Button small kind="plain" onPress={() => reading.change([reflection], true)}>
      {say('act.markRead')}
      <span className="sr"> {dayAndClock(reflection.sentAt, here)}</span>
    </Button>
  );
  if (!read) return markRead;
  const isToday = dateOn(read.readAt, here) === dateOn(new Date(), here);
  const time = isToday ? clock(read.readAt, here) : dayAndClock(read.readAt, here);
  return (
    <span className="read-mark">
      <Check size={14} aria-hidden="true" />
      {read.byMe ? say('reading.byMe', { time }) : say('reading.by', { name: read.byName, time })}
      {read.byMe ? (
        <Button small kind="plain" onPress={() => reading.change([reflection], false)}>
          {say('act.undo')}
        </Button>
      ) : (
        markRead
      )}
    </span>
  );
}
