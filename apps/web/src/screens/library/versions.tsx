import type { ReactNode } from 'react';
import type { PromptContent } from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { useHere } from '../../shell/use-me.js';
import { stamp } from '../../when.js';
import { say } from '../../words-library.js';

/** What was published once, of a prompt or of a plan. */
interface Published {
  number: number;
  publishedAt: string | null;
  publishedByName: string | null;
}

interface VersionsProps<Version extends Published> {
  versions: readonly Version[];
  /** What stands in it, in short. */
  children(version: Version): ReactNode;
  /** Takes an earlier version into the fields. */
  onTake?(version: Version): void;
  takeLabel?: string;
}

/** What was published, by whom and when; the newest first. */
export function Versions<Version extends Published>({
  versions,
  children,
  onTake,
  takeLabel = say('versions.use'),
}: VersionsProps<Version>) {
  const inOrder = [...versions].sort((a, b) => b.number - a.number);
  return (
    <section className="card pad versions" aria-labelledby="versions-title">
      <h2 id="versions-title">{say('versions.title')}</h2>
      <p className="quiet small">{say('versions.what')}</p>
      <ol>
        {inOrder.map((version, at) => (
          <li key={version.number}>
            <div>
              <p className="strong">
                {say('library.version', { n: version.number })}
                {at === 0 && <span className="chip chip-full">{say('versions.now')}</span>}
              </p>
              <p className="quiet small">
                <When version={version} />
              </p>
              {children(version)}
            </div>
            {at > 0 && onTake && (
              <Button small kind="plain" onPress={() => onTake(version)}>
                {takeLabel}
                <span className="sr"> {say('library.version', { n: version.number })}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function When({ version }: { version: Published }) {
  const here = useHere();
  if (!version.publishedAt) return say('versions.ours');
  const time = stamp(version.publishedAt, here);
  return version.publishedByName
    ? say('versions.by', { time, name: version.publishedByName })
    : say('versions.at', { time });
}

/** The words a version of a prompt is known by. */
export const MainWords = ({ content: { question, hint, choices, ratings } }: { content: PromptContent }) => (
  <p className="quote">{question ?? choices?.[0]?.question ?? ratings?.[0]?.question ?? hint}</p>
);
