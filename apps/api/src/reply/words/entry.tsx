import { StarIcon } from '@app/design/icons.js';
import type { Say } from '@app/design/words/say.js';
import type { AnsweredLine, EntryProps, WordsPart } from './words-props.js';

/** What was sent, verbatim: the question, the words, what was tapped. */
export function Entry({ entry, say }: { entry: EntryProps; say: Say }) {
  const { takenBackOn, question, words, nothing, lines } = entry;
  if (takenBackOn) {
    return (
      <p className="hint">
        {say('myWords.takenBack', { day: takenBackOn })} {say('myWords.takenBackHint')}
      </p>
    );
  }
  return (
    <>
      <p className="hint">{question}</p>
      {words.length > 0 && <Words parts={words} />}
      {nothing && <p className="note">{say('myWords.nothing')}</p>}
      <Lines lines={lines} />
      <Wishes entry={entry} say={say} />
    </>
  );
}

function Words({ parts }: { parts: readonly WordsPart[] }) {
  return (
    <blockquote className="own-words">
      {parts.map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text))}
    </blockquote>
  );
}

function Lines({ lines }: { lines: readonly AnsweredLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl className="answered">
      {lines.map(({ question, answer }, index) => (
        <div key={index}>
          <dt>{question}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

function Wishes({ entry, say }: { entry: EntryProps; say: Say }) {
  const { isStarred, isNotRaised, isShown } = entry;
  if (!isStarred && !isNotRaised && !isShown) return null;
  return (
    <ul className="wishes">
      {isStarred && (
        <li>
          <StarIcon /> {say('myWords.isStarred')}
        </li>
      )}
      {isNotRaised && <li>{say('myWords.isNotRaised')}</li>}
      {isShown && <li>{say('myWords.isShown')}</li>}
    </ul>
  );
}
