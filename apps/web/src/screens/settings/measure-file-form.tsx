import { MEASURE_SAMPLE } from '@app/design/words/measure-sample.js';
import { type ChangeEvent, type FormEvent, useEffect, useId, useRef, useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { addMeasure } from '../../api-client/calls-measures.js';
import { ApiProblem } from '../../api-client/request.js';
import { Button } from '../../parts/button.js';
import { CopyButton } from '../../parts/copy-button.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { notify } from '../../parts/toast.js';
import { say } from '../../words-measures.js';
import { fileTroubles, MOST_CHARACTERS, readDefinition, type FileTrouble } from './measure-file.js';

const SAMPLE = JSON.stringify(MEASURE_SAMPLE, null, 2);

/** A measure of the clinic's own, from a file or pasted, with everything the API finds wrong with it. */
export function MeasureFileForm() {
  const [text, setText] = useState('');
  const [unreadable, setUnreadable] = useState<FileTrouble[]>([]);
  const titleId = useId();
  useUnsaved(text !== '');
  const act = useAct(addMeasure, {
    refresh: [['measures']],
    done: ({ title, version }) => {
      setText('');
      notify(say('measureFile.didAdd', { title, n: version }));
    },
  });

  function write(next: string) {
    setText(next);
    setUnreadable([]);
    act.reset();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const read = readDefinition(text);
    setUnreadable(read.troubles);
    if (read.troubles.length === 0) act.run(read.definition);
  }

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? [];
    // The same file may be chosen again, corrected.
    target.value = '';
    if (!file) return;
    if (file.size > MOST_CHARACTERS * 4) setUnreadable([{ place: '', message: say('measureFile.tooLarge') }]);
    else write(await file.text());
  }

  const refused = act.error instanceof ApiProblem ? fileTroubles(act.error.problem.errors ?? []) : [];
  const troubles = unreadable.length > 0 ? unreadable : refused;
  return (
    <form className="card pad form" onSubmit={submit} noValidate aria-labelledby={titleId}>
      <h3 id={titleId}>{say('measureFile.title')}</h3>
      <p>{say('measureFile.what')}</p>
      <label className="btn btn-secondary measure-choose">
        {say('measureFile.choose')}
        <input
          type="file"
          accept=".json,application/json"
          className="sr"
          onChange={(event) => void choose(event)}
        />
      </label>
      <Field
        label={say('measureFile.text')}
        hint={say('measureFile.textHint')}
        name="definition"
        rows={12}
        value={text}
        onChange={write}
      />
      {troubles.length > 0 && <Troubles troubles={troubles} />}
      {act.error && refused.length === 0 && <Failure error={act.error} isAct />}
      <div className="acts">
        <Button kind="primary" type="submit" isPending={act.isPending} isDisabled={text.trim() === ''}>
          {say('measureFile.add')}
        </Button>
      </div>
      <details>
        <summary>{say('measureFile.sample')}</summary>
        <pre className="measure-sample">{SAMPLE}</pre>
        <CopyButton text={SAMPLE}>{say('measureFile.copySample')}</CopyButton>
      </details>
    </form>
  );
}

/** One line a trouble, with its place in the file. Focused when it appears. */
function Troubles({ troubles }: { troubles: FileTrouble[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), [troubles.length]);
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <p className="strong">{say('measureFile.refused', { n: troubles.length })}</p>
      <ul className="measure-troubles">
        {troubles.map(({ place, message }) => (
          <li key={`${place} ${message}`}>
            {place === '' ? say('measureFile.whole') : <code>{place}</code>}: {message}
          </li>
        ))}
      </ul>
      <p>{say('measureFile.nothingAdded')}</p>
    </div>
  );
}
