import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { isUnsent, type PlanRow } from './plan-rows.js';
import type { TimelineLayout } from './timeline-layout.js';

interface NodesProps {
  rows: readonly PlanRow[];
  layout: TimelineLayout;
  selected: string | null;
  /** The one node that Tab stops at. */
  stop: string | null;
  wordsOf(row: PlanRow): string;
  onFocus(key: string): void;
  onKey(event: KeyboardEvent, row: PlanRow): void;
  onOpen(row: PlanRow): void;
  onMove(row: PlanRow, days: number): void;
}

export const isMovable = (row: PlanRow): boolean =>
  row.step !== null && isUnsent(row) && row.change !== 'removed';

export function TimelineNodes({
  rows,
  layout,
  selected,
  stop,
  wordsOf,
  onFocus,
  onKey,
  onOpen,
  onMove,
}: NodesProps) {
  const drag = useDrag(layout.dayWidth, onMove, onOpen);
  return rows.map((row, i) => {
    const at = layout.nodes[i];
    if (!at) return null;
    const x = at.x + (drag.of === row.key ? drag.days * layout.dayWidth : 0);
    return (
      <g
        key={row.key}
        role="button"
        tabIndex={row.key === stop ? 0 : -1}
        data-node={row.key}
        aria-label={wordsOf(row)}
        aria-describedby="timeline-hint"
        aria-expanded={row.key === selected}
        className={`tl-node is-${lookOf(row)} ${row.change === 'none' ? '' : 'is-staged'} ${isMovable(row) ? 'is-movable' : ''}`}
        onFocus={() => onFocus(row.key)}
        onKeyDown={(event) => onKey(event, row)}
        {...drag.handlers(row)}
      >
        <circle className="tl-hit" cx={x} cy={at.y} r={13} />
        {row.key === selected && <circle className="tl-ring" cx={x} cy={at.y} r={14} />}
        <circle className="tl-dot" cx={x} cy={at.y} r={10} />
        <Sign row={row} x={x} y={at.y} />
      </g>
    );
  });
}

/** Never by colour alone: each look has a sign of its own. */
function Sign({ row, x, y }: { row: PlanRow; x: number; y: number }) {
  switch (lookOf(row)) {
    case 'done':
      return <path className="tl-sign" d={`M${x - 4} ${y + 0.5}l3 3 5.5-6`} />;
    case 'sent':
      return <path className="tl-sign" d={`M${x - 4} ${y}h8M${x + 1} ${y - 3.5}l3.5 3.5-3.5 3.5`} />;
    case 'held':
      return <path className="tl-sign" d={`M${x - 2.5} ${y - 4}v8M${x + 2.5} ${y - 4}v8`} />;
    case 'off':
      return <path className="tl-sign" d={`M${x - 4} ${y}h8`} />;
    case 'ahead':
      return (
        <text className="tl-number" x={x} y={y + 4}>
          {row.number}
        </text>
      );
  }
}

type Look = 'done' | 'sent' | 'held' | 'off' | 'ahead';
function lookOf({ status, held, change }: PlanRow): Look {
  if (change === 'removed') return 'off';
  if (status === 'answered') return 'done';
  if (status === 'sent') return 'sent';
  if (status === 'scheduled') return held ? 'held' : 'ahead';
  return 'off';
}

interface Held {
  key: string;
  from: number;
  days: number;
}

/** A pointer takes a node along in whole days; without moving, it opens it. */
function useDrag(dayWidth: number, onMove: NodesProps['onMove'], onOpen: NodesProps['onOpen']) {
  const [held, hold] = useState<Held | null>(null);
  const wasMoved = useRef(false);
  const daysTo = (event: PointerEvent, { from }: Held) => Math.round((event.clientX - from) / dayWidth);
  return {
    of: held?.key,
    days: held?.days ?? 0,
    handlers: (row: PlanRow) => ({
      onPointerDown: (event: PointerEvent) => {
        wasMoved.current = false;
        // A finger scrolls the line; it moves a prompt by its row.
        if (!isMovable(row) || event.button !== 0 || event.pointerType === 'touch') return;
        event.currentTarget.setPointerCapture(event.pointerId);
        hold({ key: row.key, from: event.clientX, days: 0 });
      },
      onPointerMove: (event: PointerEvent) => {
        if (held?.key === row.key) hold({ ...held, days: daysTo(event, held) });
      },
      onPointerUp: (event: PointerEvent) => {
        if (held?.key !== row.key) return;
        const days = daysTo(event, held);
        hold(null);
        wasMoved.current = days !== 0;
        if (days !== 0) onMove(row, days);
      },
      onPointerCancel: () => hold(null),
      onClick: () => {
        if (!wasMoved.current) onOpen(row);
      },
    }),
  };
}
