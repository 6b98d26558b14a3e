import { useState, type FormEvent } from 'react';
import { fieldErrors } from '../../acts/field-errors.js';
import { useAct } from '../../acts/use-act.js';
import { agreeSign } from '../../api-client/calls-threads.js';
import { useHere } from '../../shell/use-me.js';
import { day } from '../../when.js';
import { say } from '../../words-threads.js';
import { Button } from '../button.js';
import { Radios } from '../choice.js';
import { Dialog } from '../dialog.js';
import { Failure } from '../failure.js';
import { Field } from '../field.js';
import { notify } from '../toast.js';
import type { SignPassage } from './sign-passages.js';

interface AgreeSignProps {
  clientId: string;
  /** First name of the client. */
  name: string;
  /** What was highlighted and is short enough. */
  passages: readonly SignPassage[];
  /** Something said on a call can be written down instead. */
  mayBeSaid: boolean;
  onClose(): void;
}

const SAID = 'said';

/** A sign of the old pattern returning, agreed with the client: a highlighted passage, or what they said on a call. */
export function AgreeSign({ clientId, name, passages, mayBeSaid, onClose }: AgreeSignProps) {
  const here = useHere();
  const [at, choose] = useState(passages.length > 0 ? '0' : SAID);
  const [words, setWords] = useState('');
  const [how, setHow] = useState<'quote' | 'own'>('quote');
  const passage = at === SAID ? undefined : passages[Number(at)];
  const act = useAct(
    () =>
      passage
        ? agreeSign(clientId, {
            words: passage.text,
            reflectionId: passage.reflectionId,
            standsAlone: how === 'own',
          })
        : agreeSign(clientId, { words: words.trim() }),
    {
      refresh: [['client', clientId, 'early-signs']],
      done: () => {
        notify(say('sign.didAgree'));
        onClose();
      },
    },
  );
  const errors = fieldErrors(act.error);
  const options = [
    ...passages.map(({ text, sentAt }, i) => ({
      value: String(i),
      label: say('sign.fromOn', { words: text, date: day(sentAt, here) }),
    })),
    ...(mayBeSaid ? [{ value: SAID, label: say('sign.said', { name }) }] : []),
  ];

  function submit(event: FormEvent) {
    event.preventDefault();
    act.run();
  }

  return (
    <Dialog title={say('sign.add')} onClose={onClose}>
      <form className="form" onSubmit={submit}>
        <p className="quiet small">{say('sign.beforehand')}</p>
        {passages.length > 0 ? (
          <Radios label={say('sign.which')} value={at} options={options} onChange={choose} />
        ) : (
          <p className="quiet small">{say('sign.none.highlighted')}</p>
        )}
        {passage ? (
          <Radios
            label={say('sign.how', { name })}
            hint={say('sign.howHint')}
            value={how}
            options={[
              { value: 'quote', label: say('sign.asQuote') },
              { value: 'own', label: say('sign.asOwn') },
            ]}
            onChange={setHow}
          />
        ) : (
          <Field
            label={say('sign.words', { name })}
            hint={say('sign.wordsHint')}
            error={errors.words}
            value={words}
            onChange={setWords}
            autoFocus={passages.length === 0}
          />
        )}
        {act.error && (passage || !errors.words) && <Failure error={act.error} isAct />}
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
