import type { Act } from '../../acts/use-act.js';
import { Confirm } from '../../parts/confirm.js';
import { firstName } from '../../parts/two-clocks.js';
import { say } from '../../words-delivery.js';

interface DiedConfirmProps {
  name: string;
  act: Pick<Act<void>, 'run' | 'isPending' | 'error'>;
  onClose(): void;
}

/** A second step, because nothing of it is ever told to anybody. */
export const DiedConfirm = ({ name, act, onClose }: DiedConfirmProps) => (
  <Confirm title={say('died.title', { name })} label={say('died.it')} act={act} onClose={onClose}>
    <p>{say('died.what', { name: firstName(name) })}</p>
    <p>{say('died.kept', { name: firstName(name) })}</p>
  </Confirm>
);
