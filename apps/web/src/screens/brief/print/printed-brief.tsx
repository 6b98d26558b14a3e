import './print.css';
import { day, dayAndClock, isSameClock, stamp, zoneName } from '../../../when.js';
import { say } from '../../../words-print.js';
import { readingTime } from '../reading-time.js';
import { PrintedAround } from './printed-around.js';
import { PrintedHead } from './printed-head.js';
import { PrintedReflection } from './printed-reflection.js';
import { PrintedStart } from './printed-start.js';
import type { Printing } from './printing.js';

/**
 * A brief to be printed: nothing to press, nothing hidden, in the order it is read. Every `.p-block` stands on one
 * page; `typeset.ts` says on which.
 */
export function PrintedBrief({ printing }: { printing: Printing }) {
  const { brief } = printing;
  return (
    <article className="printed" data-continued={say('print.continued')}>
      <PrintedHead printing={printing} />
      <Continues printing={printing} />
      <div className="p-body">
        <PrintedStart printing={printing} />
        {brief.seesWords && <PrintedWords printing={printing} />}
        <PrintedAround printing={printing} />
        {brief.seesWords && <Bring items={brief.bring.items} />}
      </div>
      <Foot printing={printing} />
    </article>
  );
}

/** What a later page begins with: whose it is, of which call. Its number is set in when there is one. */
function Continues({ printing: { brief, here, name, isNameHidden } }: { printing: Printing }) {
  return (
    <header className="p-again">
      <p className="p-whose">{isNameHidden ? name : brief.client.name}</p>
      <p>
        {say('print.continues', {
          time: dayAndClock(brief.appointment.startsAt, here),
          zone: zoneName(here),
        })}
      </p>
      <p className="p-page" />
    </header>
  );
}

function PrintedWords({ printing }: { printing: Printing }) {
  const { brief, here, name, isNameHidden } = printing;
  const pageOf = new Map(
    brief.pages.flatMap(({ reflectionIds }, page) => reflectionIds.map((id) => [id, page] as const)),
  );
  const facts = [
    say('brief.oldestFirst', { time: readingTime(brief.readingSeconds) }),
    !isSameClock(brief.appointment.startsAt, here, brief.client.timeZone) &&
      say('print.theirClock', { name }),
  ];
  return (
    <div className="p-words">
      <h3 className="p-title">
        {isNameHidden ? say('brief.wordsHidden') : say('brief.words', { name })}{' '}
        {brief.reflections.length > 0 && <span>{facts.filter(Boolean).join(', ')}</span>}
      </h3>
      {brief.reflections.length === 0 && (
        <p className="p-block p-none">
          {brief.nothingNewSince
            ? say('brief.nothingSince', { date: day(brief.nothingNewSince, here) })
            : say('brief.nothingYet')}
        </p>
      )}
      {brief.reflections.map((reflection) => (
        <PrintedReflection
          key={reflection.id}
          printing={printing}
          reflection={reflection}
          page={pageOf.get(reflection.id) ?? 0}
        />
      ))}
    </div>
  );
}

function Bring({ items }: { items: readonly { id: string; text: string; done: boolean }[] }) {
  return (
    <div className="p-bring">
      <div className="p-block">
        <h3>{say('brief.bring')}</h3>
        <ul>
          {items.map(({ id, text, done }) => (
            <li key={id} className={done ? 'is-done' : undefined}>
              {text}
            </li>
          ))}
          <li className="p-line" aria-hidden="true" />
        </ul>
      </div>
    </div>
  );
}

/** On every page: what it is, where it belongs, who made it and when, and which page of how many. */
function Foot({ printing: { brief, here, name, isNameHidden } }: { printing: Printing }) {
  const { printedBy, reflections } = brief;
  const whose = isNameHidden ? say('brief.footHidden') : say('brief.foot', { name });
  const hasNotes = reflections.some(({ notes }) => notes.length > 0);
  return (
    <footer className="p-foot">
      <p>{say(hasNotes ? 'print.footNotes' : 'print.foot', { whose })}</p>
      <p>
        {say('brief.readBy', {
          clinic: printedBy.clinicName,
          staff: printedBy.staffName,
          time: stamp(printedBy.at, here),
          zone: zoneName(here),
        })}{' '}
        <span className="p-page" />
      </p>
    </footer>
  );
}
