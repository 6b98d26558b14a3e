import type { PromptContent, PromptVersionView } from '../../api-client/calls-library.js';
import { Button } from '../../parts/button.js';
import { useHere } from '../../shell/use-me.js';
import { stamp } from '../../when.js';
import { say } from '../../words-library.js';

interface VersionsProps {
  versions: readonly PromptVersionView[];
  /** Takes the words of an earlier version into the fields. */
  onTake?(version: PromptVersionView): void;
}

/** What was published, by whom and when; the newest first. */
export function Versions({ versions, onTake }: VersionsProps) {
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
                <Published version={version} />
              </p>
              <p className="quote">{mainWords(version.content)}</p>
            </div>
            {at > 0 && onTake && (
              <Button small kind="plain" onPress={() => onTake(version)}>
                {say('versions.use')}
                <span className="sr"> {say('library.version', { n: version.number })}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Published({ version }: { version: PromptVersionView }) {
  const here = useHere();
  if (!version.publishedAt) return say('versions.ours');
  const time = stamp(version.publishedAt, here);
  return version.publishedByName
    ? say('versions.by', { time, name: version.publishedByName })
    : say('versions.at', { time });
}

const mainWords = ({ question, hint, choices, ratings }: PromptContent) =>
  question ?? choices?.[0]?.question ?? ratings?.[0]?.question ?? hint;
