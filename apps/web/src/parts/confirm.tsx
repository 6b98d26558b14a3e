import type { ReactNode } from 'react';
import type { Act } from '../acts/use-act.js';
import { say } from '../words.js';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { Failure } from './failure.js';

interface ConfirmProps {
  title: string;
  children: ReactNode;
  /** What the button does, as a verb. */
  label: string;
  act: Pick<Act<void>, 'run' | 'isPending' | 'error'>;
  onClose(): void;
}

/** The second step before something that cannot be taken back. */
export function Confirm({ title, children, label, act, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="dialog-text">{children}</div>
      {act.error && <Failure error={act.error} isAct />}
      <div className="dialog-acts">
        <Button kind="primary" isPending={act.isPending} onPress={() => act.run()}>
          {label}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {say('act.back')}
        </Button>
      </div>
    </Dialog>
  );
}
