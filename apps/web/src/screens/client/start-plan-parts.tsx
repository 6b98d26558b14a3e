import type { PlanVersionView } from '../../api-client/calls-library.js';
import type { PreviewRow } from '../../api-client/calls-plans.js';
import { Choice } from '../../parts/choice.js';
import { say } from '../../words-plan.js';
import { Brings } from '../plan-templates/brings-line.js';

interface VersionChoiceProps {
  /** Newest first. */
  versions: readonly PlanVersionView[];
  /** Absent: the newest. */
  number: number | undefined;
  onChoose(number: number): void;
}

/** Which version the plan begins with, where there is more than one, and what that one brings. */
export function VersionChoice({ versions, number, onChoose }: VersionChoiceProps) {
  const [newest] = versions;
  const chosen = versions.find((version) => version.number === number) ?? newest;
  if (!newest || !chosen) return null;
  return (
    <>
      {versions.length > 1 && (
        <Choice
          label={say('version.choose')}
          value={String(chosen.number)}
          options={versions.map(({ number: n }) => ({
            value: String(n),
            label: say(n === newest.number ? 'version.newest' : 'version.earlier', { n }),
          }))}
          onChange={(value) => onChoose(Number(value))}
        />
      )}
      <p role="status">
        <Brings steps={chosen.steps} />
      </p>
    </>
  );
}

/** How many prompts have a date already, and the first of them. */
export function FirstPrompts({ rows, name }: { rows: readonly PreviewRow[]; name: string }) {
  const toCome = rows.filter(({ status }) => status === 'scheduled');
  const first = toCome[0];
  return (
    <p className="quiet" role="status">
      {say('planner.startPreview', { n: toCome.length })}{' '}
      {first && say('planner.startFirst', { title: first.title, time: first.localText, name })}
    </p>
  );
}
