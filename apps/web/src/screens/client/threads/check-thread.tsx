import { useState, type FormEvent } from 'react';
import { checkThread, type Fit } from '../../../api-client/calls-threads.js';
import type { ClientView, ThreadView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Choice, Radios } from '../../../parts/choice.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { Field } from '../../../parts/field.js';
import { StageSince } from '../../../parts/stage-mark.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { say } from '../../../words-threads.js';
import { useThreadAct } from './use-thread-act.js';

const FITS = ['fits', 'not-quite', 'not-sure'] as const satisfies readonly Fit[];
const RATINGS = ['', ...Array.from({ length: 11 }, (_, n) => String(n))];

/** What the client says of it on the call, in their words. */
export function CheckThread({
  thread,
  client,
  onClose,
}: {
  thread: ThreadView;
  client: ClientView;
  onClose(): void;
}) {
  const name = firstName(client.name);
  const [fit, choose] = useState<Fit>('not-sure');
  const [words, setWords] = useState('');
  const [rating, rate] = useState('');
  const act = useThreadAct(
    client,
    () =>
      checkThread(thread.id, {
        fit,
        words: words.trim(),
        ...(rating !== '' && { rating: Number(rating) }),
      }),
    () => {
      notify(say('check.did'));
      onClose();
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <Dialog title={say('check.title')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="stage-since">
          <span className="strong">{thread.name ?? say('threads.unnamed')}</span>{' '}
          <StageSince stage={thread.stage} />
        </p>
        <p className="quiet">{say('check.what', { name })}</p>
        <Radios
          label={say('check.fit')}
          value={fit}
          options={FITS.map((value) => ({ value, label: say(`threads.fit.${value}`) }))}
          onChange={choose}
        />
        <Field label={say('check.words', { name })} serif rows={3} value={words} onChange={setWords} />
        <Choice
          label={say('check.rating')}
          hint={say('check.ratingHint', {
            low: thread.scale?.low ?? say('threads.low'),
            high: thread.scale?.high ?? say('threads.high'),
          })}
          value={rating}
          options={RATINGS.map((value) => ({ value, label: value || say('check.noRating') }))}
          onChange={rate}
        />
        {act.error && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('act.save')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
