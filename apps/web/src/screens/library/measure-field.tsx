import { useQuery } from '@tanstack/react-query';
import type { MeasureRef } from '../../api-client/calls-library.js';
import { measuresQuery, type MeasureView } from '../../api-client/calls-measures.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { say } from '../../words-library.js';
import { GroupedSelect, OptionGroup } from './grouped-select.js';
import { measureOf } from './measure-facts.js';
import { MeasureRules } from './measure-rules.js';

interface MeasureFieldProps {
  value: MeasureRef | null;
  error?: string;
  onChange(measure: MeasureRef | null): void;
}

/** One measure, or none: ours and the clinic's own, and under it what holds for the one that is chosen. */
export function MeasureField({ value, error, onChange }: MeasureFieldProps) {
  const measures = useQuery(measuresQuery());
  const all = measures.data ?? [];
  const chosen = measureOf(all, value);
  const isOlder = value && chosen && value.version < chosen.version;
  function choose(code: string) {
    const one = all.find((each) => each.code === code);
    onChange(one ? { code, version: one.version } : null);
  }
  return (
    <>
      <GroupedSelect
        name="measure"
        label={say('asks.measure')}
        hint={say('asks.measureHint')}
        error={error}
        value={value?.code ?? ''}
        onChange={choose}
      >
        <option value="">{say('asks.noMeasure')}</option>
        {value && !chosen && (
          <option value={value.code}>
            {say('asks.unknownMeasure', { code: value.code, n: value.version })}
          </option>
        )}
        <OptionGroup label={say('asks.published')} options={offered(all, value, false)} />
        <OptionGroup label={say('asks.ownMeasures')} options={offered(all, value, true)} />
      </GroupedSelect>
      {isOlder && (
        <p className="step-version">
          {say('asks.measureVersion', { n: value.version, newest: chosen.version })}
          <Button small kind="plain" onPress={() => choose(value.code)}>
            {say('asks.takeMeasureVersion', { n: chosen.version })}
          </Button>
        </p>
      )}
      {measures.error && <Failure error={measures.error} retry={() => void measures.refetch()} />}
      {chosen && <MeasureRules measure={chosen} />}
    </>
  );
}

/** What is archived is offered for nothing new. */
const offered = (all: readonly MeasureView[], value: MeasureRef | null, isOwn: boolean) =>
  all
    .filter(({ own, archivedAt, code }) => own === isOwn && (!archivedAt || code === value?.code))
    .map(({ code, title }) => ({ value: code, label: title }));
