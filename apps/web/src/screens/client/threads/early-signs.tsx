import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../../acts/field-errors.js';
import { useAct } from '../../../acts/use-act.js';
import {
  agreeSign,
  earlySignsQuery,
  retireSign,
  type EarlySignView,
} from '../../../api-client/calls-threads.js';
import type { ClientView } from '../../../api-client/views.js';
import { Button } from '../../../parts/button.js';
import { Confirm } from '../../../parts/confirm.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { Field } from '../../../parts/field.js';
import { notify } from '../../../parts/toast.js';
import { firstName } from '../../../parts/two-clocks.js';
import { useHere } from '../../../shell/use-me.js';
import { day } from '../../../when.js';
import { say } from '../../../words-threads.js';
import { SentLink } from './quotes.js';

/** Signs of the old pattern returning, agreed beforehand, in the client's words. */
export function EarlySigns({ client }: { client: ClientView }) {
  const signs = useQuery(earlySignsQuery(client.id));
  const [isAdding, add] = useState(false);
  const [retiring, retire] = useState<EarlySignView | null>(null);
  const name = firstName(client.name);
  // What holds comes first.
  const all = [...(signs.data ?? [])].sort(
    (a, b) => Number(Boolean(a.retiredAt)) - Number(Boolean(b.retiredAt)),
  );
  return (
    <section aria-labelledby="signs">
      <div className="section-head">
        <h2 id="signs">{say('sign.title')}</h2>
        <p>{say('sign.what', { name })}</p>
        <Button small icon={<Plus size={16} aria-hidden="true" />} onPress={() => add(true)}>
          {say('sign.add')}
        </Button>
      </div>
      {signs.error && <Failure error={signs.error} retry={() => void signs.refetch()} />}
      {signs.data?.length === 0 && <p className="quiet small">{say('sign.none')}</p>}
      {all.length > 0 && (
        <ul className="card line-list">
          {all.map((sign) => (
            <Sign key={sign.id} sign={sign} client={client} onRetire={() => retire(sign)} />
          ))}
        </ul>
      )}
      {isAdding && <AgreeSign client={client} onClose={() => add(false)} />}
      {retiring && <RetireSign sign={retiring} client={client} onClose={() => retire(null)} />}
    </section>
  );
}

function Sign({ sign, client, onRetire }: { sign: EarlySignView; client: ClientView; onRetire(): void }) {
  const here = useHere();
  return (
    <li>
      <div>
        <p className={sign.retiredAt ? 'quote quiet' : 'quote'}>“{sign.words}”</p>
        <p className="quiet tiny sent-links">
          <span>{say('sign.agreed', { date: day(sign.agreedAt, here), by: sign.agreedByName })}</span>
          {sign.retiredAt && <span>{say('sign.retired', { date: day(sign.retiredAt, here) })}</span>}
          {sign.reflectionId && (
            <SentLink clientId={client.id} reflectionId={sign.reflectionId} label={say('sign.from')} />
          )}
        </p>
      </div>
      {!sign.retiredAt && (
        <Button small onPress={onRetire}>
          {say('sign.retire')}
          <span className="sr"> {sign.words}</span>
        </Button>
      )}
    </li>
  );
}

function AgreeSign({ client, onClose }: { client: ClientView; onClose(): void }) {
  const [words, setWords] = useState('');
  const act = useAct(() => agreeSign(client.id, words.trim()), {
    refresh: [['client', client.id, 'early-signs']],
    done: () => {
      notify(say('sign.didAgree'));
      onClose();
    },
  });
  const errors = fieldErrors(act.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <Dialog title={say('sign.add')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <Field
          label={say('sign.words', { name: firstName(client.name) })}
          hint={say('sign.wordsHint')}
          error={errors.words}
          value={words}
          onChange={setWords}
          autoFocus
        />
        {act.error && !errors.words && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {say('sign.add')}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function RetireSign({ sign, client, onClose }: { sign: EarlySignView; client: ClientView; onClose(): void }) {
  const act = useAct(() => retireSign(sign.id, sign.version), {
    refresh: [['client', client.id, 'early-signs']],
    done: () => {
      notify(say('sign.didRetire'));
      onClose();
    },
  });
  return (
    <Confirm title={say('sign.retireTitle')} label={say('sign.retire')} act={act} onClose={onClose}>
      <p className="quote">“{sign.words}”</p>
      <p>{say('sign.retireWhat')}</p>
    </Confirm>
  );
}
