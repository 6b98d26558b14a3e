import type { ReflectionView } from '../api-client/views.js';
import { say } from '../words.js';

/** What was chosen and rated, and how soon it was asked to be read. */
interface AnsweredView {
  choices: { question: string; chosen: string[] }[];
  ratings: { question: string; low: string; high: string; value: number }[];
  askedReadBy: { at: string; localText: string } | null;
}

function answeredOf(reflection: ReflectionView): AnsweredView {
  const known = reflection as ReflectionView & Partial<AnsweredView>;
  return {
    choices: known.choices ?? [],
    ratings: known.ratings ?? [],
    askedReadBy: known.askedReadBy ?? null,
  };
}

/** Choices and ratings in the words that were asked, never as a bar: a seven is this person's own. */
export function Answered({ reflection }: { reflection: ReflectionView }) {
  const { choices, ratings } = answeredOf(reflection);
  if (choices.length === 0 && ratings.length === 0) return null;
  return (
    <dl className="answered">
      {choices.map(({ question, chosen }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{chosen.join(' · ')}</dd>
        </div>
      ))}
      {ratings.map(({ question, ...rating }) => (
        <div key={question}>
          <dt>{question}</dt>
          <dd>{say('reflections.rated', rating)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The client asked not to wait, and was told until when it is read. */
export function AskedReadBy({ reflection }: { reflection: ReflectionView }) {
  const { askedReadBy } = answeredOf(reflection);
  if (!askedReadBy) return null;
  return (
    <p className="asked-by">
      <time dateTime={askedReadBy.at}>{say('reflections.askedReadBy', { when: askedReadBy.localText })}</time>
    </p>
  );
}
