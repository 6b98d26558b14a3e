import { useNavigate } from '@tanstack/react-router';
import { moveFocus } from '../../keys/move-focus.js';
import { useSingleKeys } from '../../keys/single-keys.js';
import { useKeys } from '../../keys/use-keys.js';
import { useIsReader } from '../../shell/use-me.js';
import { say } from '../../words.js';

/** J and K walk the calls, B opens the brief of the one in focus, or of the next call. */
export function TodayKeys() {
  const navigate = useNavigate();
  const [isOn] = useSingleKeys();
  const isReader = useIsReader();
  useKeys({
    j: () => moveFocus(1),
    k: () => moveFocus(-1),
    b: () => {
      const row =
        document.activeElement?.closest<HTMLElement>('[data-appointment]') ??
        document.querySelector<HTMLElement>('[data-next]');
      const appointmentId = row?.dataset.appointment ?? row?.dataset.next;
      if (appointmentId && isReader)
        void navigate({ to: '/appointments/$appointmentId/brief', params: { appointmentId } });
    },
  });
  if (!isOn) return null;
  return (
    <p className="hints" aria-hidden="true">
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd> {say('hints.move')}
      </span>
      {isReader && (
        <span>
          <kbd>B</kbd> {say('hints.brief')}
        </span>
      )}
      <span>
        <kbd>Z</kbd> {say('hints.undo')}
      </span>
      <span>
        <kbd>?</kbd> {say('hints.all')}
      </span>
    </p>
  );
}
