import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { Button } from '../../parts/button.js';
import { say } from '../../words-library.js';

interface MoversProps {
  id: string;
  /** What is moved, for who does not see where the buttons stand. */
  name: string;
  at: number;
  of: number;
  onMove(by: -1 | 1): void;
  /** Absent where it may not go. */
  onRemove?(): void;
}

/** Up, down, remove: everything an order needs, without dragging. */
export function Movers({ id, name, at, of, onMove, onRemove }: MoversProps) {
  const label = (act: 'up' | 'down' | 'remove') =>
    say('builder.ofItem', { act: say(`builder.${act}`), name });
  return (
    <span className="movers">
      <Button
        small
        kind="plain"
        id={`${id}-up`}
        aria-label={label('up')}
        isDisabled={at === 0}
        onPress={() => onMove(-1)}
        icon={<ArrowUp size={16} aria-hidden="true" />}
      >
        {null}
      </Button>
      <Button
        small
        kind="plain"
        id={`${id}-down`}
        aria-label={label('down')}
        isDisabled={at === of - 1}
        onPress={() => onMove(1)}
        icon={<ArrowDown size={16} aria-hidden="true" />}
      >
        {null}
      </Button>
      <Button
        small
        kind="plain"
        aria-label={label('remove')}
        isDisabled={!onRemove}
        onPress={onRemove}
        icon={<X size={16} aria-hidden="true" />}
      >
        {null}
      </Button>
    </span>
  );
}

/** Where the focus goes after a move: the same button, or the other one at the edge. */
export const moverOf = (id: string, by: -1 | 1): [string, string] =>
  by < 0 ? [`#${id}-up`, `#${id}-down`] : [`#${id}-down`, `#${id}-up`];
