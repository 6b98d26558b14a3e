import './patterns.css';
import { useQuery } from '@tanstack/react-query';
import type { FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { useDraft } from '../../acts/use-draft.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import {
  type PatternThresholds,
  putThresholds,
  thresholdsQuery,
} from '../../api-client/calls-safety-settings.js';
import { Button } from '../../parts/button.js';
import { FormFoot } from '../../parts/form-foot.js';
import { notify } from '../../parts/toast.js';
import { OnlyFor } from '../../shell/only-for.js';
import { say } from '../../words-safety.js';
import { say as saySettings } from '../../words-settings.js';
import { Known } from './known.js';
import { SettingsFrame } from './settings-frame.js';
import { ThresholdField } from './threshold-field.js';
import { GROUPS, type ThresholdName } from './threshold-groups.js';

/** From when on something is worth asking about. */
export function SettingsPatterns() {
  return (
    <OnlyFor
      roles={['admin']}
      title={saySettings('settings.patterns')}
      why={say('patternSettings.onlyAdmins')}
    >
      <SettingsFrame section="patterns">
        <Patterns />
      </SettingsFrame>
    </OnlyFor>
  );
}

function Patterns() {
  const thresholds = useQuery(thresholdsQuery());
  return (
    <>
      <p>{say('patternSettings.intro')}</p>
      <p className="quiet">{say('patternSettings.alone')}</p>
      <Known query={thresholds} rows={10}>
        {(known) => <ThresholdsForm known={known} />}
      </Known>
    </>
  );
}

function ThresholdsForm({ known }: { known: PatternThresholds }) {
  const draft = useDraft(known.thresholds);
  useUnsaved(draft.isChanged);
  const { values, set, meanwhile } = draft;
  const act = useAct(() => putThresholds({ version: known.version, ...values }), {
    // They stand in the clinic's row and share its version.
    refresh: [['pattern-thresholds'], ['clinic']],
    done: () => {
      draft.clear();
      notify(say('patternSettings.saved'));
    },
  });
  const errors = fieldErrors(act.error);
  const names = GROUPS.flatMap((group): ThresholdName[] => [...group.names]);
  const isOurs = names.every((name) => values[name] === known.defaults[name]);

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <form className="settings-page" onSubmit={submit} noValidate>
      {GROUPS.map((group) => (
        <section key={group.code} className="card pad" aria-labelledby={`thresholds-${group.code}`}>
          <h2 id={`thresholds-${group.code}`}>{say(`patternSettings.group.${group.code}`)}</h2>
          {group.code === 'measures' && <p className="quiet">{say('threshold.measuresWhat')}</p>}
          <div className="thresholds">
            {group.names.map((name) => (
              <ThresholdField
                key={name}
                name={name}
                value={values[name]}
                ours={known.defaults[name]}
                {...rangeOf(known, name)}
                error={errors[name]}
                onChange={set(name)}
              />
            ))}
          </div>
        </section>
      ))}
      <FormFoot
        act={act}
        isChanged={draft.isChanged}
        theirs={names.flatMap((name) =>
          meanwhile[name] === undefined
            ? []
            : [say('details.now', { field: say(`threshold.${name}`), value: String(meanwhile[name]) })],
        )}
      >
        {!isOurs && (
          <Button kind="plain" onPress={() => names.forEach((name) => set(name)(known.defaults[name]))}>
            {say('patternSettings.allBack')}
          </Button>
        )}
      </FormFoot>
    </form>
  );
}

function rangeOf({ ranges }: PatternThresholds, name: ThresholdName): { from: number; to: number } {
  const range = ranges.find((each) => each.name === name);
  return { from: range?.from ?? 0, to: range?.to ?? 100 };
}
