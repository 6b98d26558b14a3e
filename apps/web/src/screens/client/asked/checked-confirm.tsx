import { useState, type FormEvent, type ReactNode } from 'react';
import { fieldErrors } from '../../../acts/field-errors.js';
import type { Act } from '../../../acts/use-act.js';
import { Button } from '../../../parts/button.js';
import { Dialog } from '../../../parts/dialog.js';
import { Failure } from '../../../parts/failure.js';
import { say } from '../../../words-delivery.js';
import { focusVoiceCheck, VoiceCheck } from './voice-check.js';

interface CheckedConfirmProps {
  title: string;
  children: ReactNode;
  label: string;
  act: Pick<Act<void>, 'run' | 'isPending' | 'error'>;
  onClose(): void;
  isReadBack?: boolean;
}

/** The second step before something that is only done after a call. */
export function CheckedConfirm({ title, children, label, act, onClose, isReadBack }: CheckedConfirmProps) {
  const [isTicked, tick] = useState(false);
  const [isAsked, ask] = useState(false);
  const refused = fieldErrors(act.error).voiceChecked;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    ask(true);
    if (isTicked) act.run();
    else focusVoiceCheck(event.currentTarget);
  }

  return (
    <Dialog title={title} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <div className="dialog-text">{children}</div>
        <VoiceCheck
          isTicked={isTicked}
          onChange={tick}
          isReadBack={isReadBack}
          error={isAsked && !isTicked ? say('voice.missing') : refused}
        />
        {act.error && !refused && <Failure error={act.error} isAct />}
        <div className="dialog-acts">
          <Button kind="primary" type="submit" isPending={act.isPending}>
            {label}
          </Button>
          <Button kind="plain" onPress={onClose}>
            {say('act.back')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
