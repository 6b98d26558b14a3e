import { useState } from 'react';
import { useMarks } from '../../acts/use-marks.js';
import type { TextRange } from '../../api-client/calls-threads.js';
import type { ReflectionView } from '../../api-client/views.js';
import { say } from '../../words-threads.js';
import { Failure } from '../failure.js';
import { OwnNotes } from './own-notes.js';
import { Pencil } from './pencil.js';
import { isCovered, merged, tidied, toggled, without, type Layer } from './ranges.js';
import { Sentences } from './sentences.js';
import { SentFacts, Wishes } from './sent-facts.js';
import { Tags } from './tags.js';
import { TakeSign } from './take-sign.js';
import { Words } from './words.js';

interface BodyProps {
  reflection: ReflectionView;
  /** The client, as they are called here. */
  name: string;
  /** What a search found in the words. */
  matches?: readonly TextRange[];
  /** Nothing can be changed: a withdrawn one, or a page to print. */
  isReadOnly?: boolean;
  children?: React.ReactNode;
}

/** The words of a reflection and everything drawn on and beside them. */
export function ReflectionBody({ reflection, name, matches = [], isReadOnly, children }: BodyProps) {
  const marks = useMarks(reflection);
  const [isPicking, pick] = useState(false);
  const [isWriting, write] = useState(false);
  const pencilId = `mark-${reflection.id}`;
  const isRead = Boolean(reflection.reading?.byMe);
  const mayMark = isRead && !isReadOnly;
  const { words } = reflection;
  const mine = reflection.marks.highlights;
  const layers: Layer[] = [
    { kind: 'starred', ranges: reflection.wishes.starred },
    ...reflection.others.map(({ byInitials, highlights }): Layer => ({
      kind: 'theirs',
      ranges: highlights,
      by: byInitials,
    })),
    { kind: 'mine', ranges: mine },
    { kind: 'found', ranges: matches },
  ];

  // What is left of a highlight begins and ends with a word.
  const left = (ranges: TextRange[]) => ranges.flatMap((range) => tidied(words, range) ?? []);
  const mark = (range: TextRange, isMarked: boolean) =>
    marks.put({
      highlights: left(isMarked ? merged([...mine, range]) : without(mine, range)),
      told: say(isMarked ? 'mark.did' : 'mark.removed'),
    });
  const toggle = (sentence: TextRange) =>
    marks.put({
      highlights: left(toggled(mine, sentence)),
      told: say(isCovered(mine, sentence) ? 'mark.removed' : 'mark.did'),
    });

  return (
    <>
      <Wishes reflection={reflection} name={name} />
      {words &&
        (isPicking && mayMark ? (
          <Sentences
            words={words}
            picked={mine}
            onToggle={toggle}
            label={say('mark.pickHint')}
            takesFocus
            onLeave={() => {
              pick(false);
              document.getElementById(pencilId)?.focus();
            }}
          />
        ) : (
          <Words words={words} layers={layers} onMark={mayMark ? mark : undefined} />
        ))}
      {children}
      <SentFacts reflection={reflection} name={name} />
      <Tags
        reflection={reflection}
        name={name}
        onChange={mayMark ? (tags, told) => marks.put({ tags, told }) : undefined}
      />
      {marks.error && <Failure error={marks.error} isAct />}
      <OwnNotes reflection={reflection} isWriting={isWriting} onWritten={() => write(false)} />
      {!isReadOnly && (
        <Pencil
          id={pencilId}
          reflection={reflection}
          isRead={isRead}
          isPicking={isPicking}
          onPick={pick}
          onTag={(code) =>
            marks.put({
              tags: [...new Set([...reflection.marks.tags.map((tag) => tag.code), code])] as (typeof code)[],
              told: say('tag.did'),
            })
          }
          onNote={() => write(true)}
        >
          {mayMark && <TakeSign reflection={reflection} name={name} />}
        </Pencil>
      )}
    </>
  );
}
