import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useHere } from '../../shell/use-me.js';
import { shortDate } from '../../when.js';
import { say } from '../../words-plan.js';
import type { PlanRow } from './plan-rows.js';
import { marksAround, nodeWords, startOf, timelineSentence, type Around } from './timeline-facts.js';
import { layTimeline, type TimelineLayout } from './timeline-layout.js';
import { TimelineNodes } from './timeline-nodes.js';
import { useWidth } from './use-width.js';

interface TimelineProps {
  rows: readonly PlanRow[];
  around: Around;
  selected: string | null;
  onOpen(row: PlanRow): void;
  onMove(row: PlanRow, days: number): void;
}

/** Days along a line, from the session; a prompt is a node that the arrow keys and a pointer move. */
export function Timeline({ rows, around, selected, onOpen, onMove }: TimelineProps) {
  const here = useHere();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const start = startOf(around.anchorAt, around.now, around.client.timeZone);
  const shown = useMemo(() => rows.filter(({ day }) => day !== null && day >= start), [rows, start]);
  const marks = useMemo(() => marksAround(shown, around), [shown, around]);
  const layout = layTimeline({
    nodes: shown.map(({ key, sendAt, ahead }) => ({ key, at: sendAt, ahead })),
    marks,
    timeZone: around.client.timeZone,
    anchorAt: around.anchorAt,
    isFromAnchor: start <= 0,
    width: Math.max(width - 2, 320),
  });
  const [focused, focus] = useState<string | null>(null);
  const stop = [focused, selected, firstToCome(shown)].find((key) => shown.some((row) => row.key === key));
  useEffect(() => centre(frame.current, layout.todayX), [layout.todayX, width]);

  function onKey(event: KeyboardEvent, row: PlanRow) {
    const at = shown.indexOf(row);
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: shown.length - 1 }[event.key];
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (event.key === 'Enter' || event.key === ' ') onOpen(row);
    else if (by) onMove(row, by);
    else if (to !== undefined) focusNode(frame.current, shown[to]?.key);
    else return;
    event.preventDefault();
  }

  return (
    <section className="card timeline" aria-label={say('planner.timeline')}>
      <div className="timeline-frame" ref={frame}>
        {width > 0 && (
          <svg width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`}>
            <g role="img" aria-label={timelineSentence(shown, marks, layout, around)}>
              <Line layout={layout} />
            </g>
            <TimelineNodes
              rows={shown}
              layout={layout}
              selected={selected}
              stop={stop ?? null}
              wordsOf={(row) => nodeWords(row, around.client, here)}
              onFocus={focus}
              onKey={onKey}
              onOpen={onOpen}
              onMove={onMove}
            />
          </svg>
        )}
      </div>
      <p className="timeline-hint" id="timeline-hint">
        {say('planner.timelineHint')}
      </p>
    </section>
  );
}

function Line({ layout }: { layout: TimelineLayout }) {
  const { axis, ticks, marks, todayX } = layout;
  const [first, last] = [ticks[0]?.x ?? 0, ticks.at(-1)?.x ?? 0];
  return (
    <>
      {todayX !== null && todayX > first && (
        <rect className="tl-past" x={first} y={axis - 5} width={todayX - first} height={10} rx={5} />
      )}
      <line className="tl-line" x1={first} x2={last} y1={axis} y2={axis} />
      {ticks.map(({ x, day, isLabelled }) => (
        <line
          key={day}
          className="tl-line"
          x1={x}
          x2={x}
          y1={axis - (isLabelled ? 6 : 3)}
          y2={axis + (isLabelled ? 6 : 3)}
        />
      ))}
      {ticks
        .filter(({ isLabelled }) => isLabelled)
        .map(({ x, day, on }) => (
          <g key={day}>
            <text className="tl-day" x={x} y={axis + 38}>
              {say('planner.day', { day })}
            </text>
            <text className="tl-date" x={x} y={axis + 52}>
              {shortDate(on)}
            </text>
          </g>
        ))}
      {marks.map(({ kind, x, label, lane }) => (
        <g key={`${kind}${x}`} className={`tl-mark tl-${kind}`}>
          <title>{label}</title>
          <line x1={x} x2={x} y1={lane === null ? axis - 20 : 22 + lane * 18} y2={axis + 16} />
          {lane !== null && (
            <text x={x} y={16 + lane * 18}>
              {label}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

const firstToCome = (rows: readonly PlanRow[]) =>
  (rows.find(({ status }) => status === 'scheduled') ?? rows.at(-1))?.key;

const focusNode = (frame: HTMLElement | null, key: string | undefined) =>
  key && frame?.querySelector<SVGElement>(`[data-node="${CSS.escape(key)}"]`)?.focus();

function centre(frame: HTMLElement | null, x: number | null): void {
  if (frame && x !== null) frame.scrollLeft = x - frame.clientWidth / 2;
}
