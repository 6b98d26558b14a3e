import type { ReactNode } from 'react';
import type { ReflectionView } from '../../../api-client/views.js';
import { MEASURES, measureName, stepWord } from '../../../charts/check-in-words.js';
import { changeWords } from '../../../parts/reader/sent-facts.js';
import { tagLabel } from '../../../parts/reader/tags.js';
import { day } from '../../../when.js';
import { say } from '../../../words-print.js';
import type { Printing } from './printing.js';

/** What came beside the words, run together: taps, choices, chips, tags, a measure, and one's own notes. */
export function PrintedFacts({ printing, reflection }: { printing: Printing; reflection: ReflectionView }) {
  const { here, name } = printing;
  const { choices, ratings, checkIns, chips, marks, others, wishes, shift, threads, notes } = reflection;
  const { askedReadBy, safetySigns } = reflection;
  const taps = MEASURES.flatMap((measure) => {
    const step = checkIns[measure];
    return step === null ? [] : [`${measureName(measure)} ${stepWord(measure, step)}`];
  });
  const tags = marks.tags.map(tagLabel);
  return (
    <>
      {askedReadBy && (
        <p className="p-fact">
          <b>{say('reflections.askedReadBy', { when: askedReadBy.localText })}</b>
        </p>
      )}
      {wishes.starred.length > 0 && <p className="p-fact">{say('mark.starred', { name })}</p>}
      {choices.map(({ question, chosen }) => (
        <Fact key={question} of={question}>
          {chosen.join(' · ')}
        </Fact>
      ))}
      {ratings.map(({ question, ...rating }) => (
        <Fact key={question} of={question}>
          {say('reflections.rated', rating)}
        </Fact>
      ))}
      {safetySigns.length > 0 && <Fact of={say('sent.safety')}>{safetySigns.join(' · ')}</Fact>}
      {shift && (
        <Fact of={say('sent.shift')}>
          {say('sent.shiftLine', { trigger: shift.triggerLabel, response: shift.responseLabel })}
          {shift.chipLabel && ` · ${shift.chipLabel}`}
        </Fact>
      )}
      <Measured reflection={reflection} />
      {taps.length > 0 && <p className="p-fact">{taps.join(' · ')}</p>}
      {chips.length > 0 && (
        <Chips of={say('tag.chosen', { name })} labels={chips.map(({ label }) => label)} />
      )}
      {tags.length > 0 && <Chips of={say('tag.yours')} labels={tags} />}
      {others.map(
        ({ byInitials: by, tags: theirs }) =>
          theirs.length > 0 && <Chips key={by} of={say('tag.of', { by })} labels={theirs.map(tagLabel)} />,
      )}
      {threads.length > 0 && (
        <Fact of={say('sent.threads')}>
          {threads.map((thread) => thread.name ?? say('threads.unnamed')).join(' · ')}
        </Fact>
      )}
      {notes.map(({ id, text, writtenAt }) => (
        <p key={id} className="p-note">
          <b>{say('print.note', { date: day(writtenAt, here) })}</b> {text}
        </p>
      ))}
    </>
  );
}

function Fact({ of, children }: { of: string; children: ReactNode }) {
  return (
    <p className="p-fact">
      <span className="quiet">{of}</span> {children}
    </p>
  );
}

function Chips({ of, labels }: { of: string; labels: readonly string[] }) {
  return (
    <p className="p-fact">
      <span className="quiet">{of}</span>{' '}
      {labels.map((label) => (
        <span key={label} className="p-chip">
          {label}
        </span>
      ))}
    </p>
  );
}

function Measured({ reflection: { measure } }: { reflection: ReflectionView }) {
  if (!measure) return null;
  const facts = [
    measure.total === null ? say('sent.unfinished') : say('sent.total', { n: measure.total }),
    measure.bandLabel,
    measure.change && changeWords(measure.change),
    measure.label && say(`measureLabel.${measure.label}`),
  ];
  return (
    <>
      <p className="p-fact">
        <b>{measure.title}</b> {facts.filter(Boolean).join(' · ')}
      </p>
      <p className="p-fact">
        {measure.items.map(({ text, answer }) => (
          <span key={text} className="p-item">
            <span className="quiet">{text}</span> {answer}
          </span>
        ))}
      </p>
    </>
  );
}
