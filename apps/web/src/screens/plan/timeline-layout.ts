import { dateAt, dayIndex } from '../../charts/days.js';
import { dateOn } from '../../when.js';

export interface TimelineNode {
  key: string;
  at: string;
  /** Days to draw it away from `at`, while the schedule is being asked. */
  ahead: number;
}
export interface TimelineMark {
  kind: 'session' | 'call' | 'today' | 'clock';
  at: string;
  label: string;
  /** Beside another mark of its day. */
  short?: string;
}
export interface TimelineFacts {
  nodes: readonly TimelineNode[];
  marks: readonly TimelineMark[];
  timeZone: string;
  /** Day 0. */
  anchorAt: string;
  /** Day 0 is drawn even when nothing falls on it. */
  isFromAnchor: boolean;
  /** Of what may be drawn in, in pixels; it grows past it when days get too narrow. */
  width: number;
}

export interface PlacedMark {
  /** The first of what falls on this day. */
  kind: TimelineMark['kind'];
  x: number;
  label: string;
  /** Its line of labels from the top, or null where there is no room for words. */
  lane: number | null;
}
export interface TimelineLayout {
  width: number;
  height: number;
  /** Height of the line. */
  axis: number;
  dayWidth: number;
  firstDay: number;
  lastDay: number;
  ticks: { x: number; day: number; on: string; isLabelled: boolean }[];
  nodes: { key: string; x: number; y: number; day: number }[];
  marks: PlacedMark[];
  /** Where today stands, or null beyond the ends. */
  todayX: number | null;
}

/** A node with its ring; two of them side by side can each be hit. */
const LEAST_DAY = 24;
const WEEK = 7;
const NODE = 26;
const EDGE = 24;
const LABEL_LANES = 2;
const LANE = 18;
const LETTER = 6.7;

const ORDER: Record<TimelineMark['kind'], number> = { session: 0, today: 1, call: 2, clock: 3 };

/** Where everything on the timeline stands, in whole days of the client's clock from the anchor. */
export function layTimeline({
  nodes,
  marks,
  timeZone,
  anchorAt,
  isFromAnchor,
  width,
}: TimelineFacts): TimelineLayout {
  const dayOf = dayCounter(anchorAt, timeZone);
  const placed = nodes.map((node) => ({ key: node.key, day: dayOf(node.at) + node.ahead }));
  const marked = marks.map((mark) => ({ ...mark, day: dayOf(mark.at) }));
  const days = [
    ...(isFromAnchor ? [0] : []),
    ...placed.map(({ day }) => day),
    ...marked.map(({ day }) => day),
  ];
  const firstDay = Math.min(...(days.length > 0 ? days : [0])) - 1;
  const lastDay = Math.max(...days, firstDay + WEEK) + 1;
  const span = lastDay - firstDay;
  const dayWidth = Math.max(LEAST_DAY, (width - 2 * EDGE) / span);
  const x = (day: number) => EDGE + (day - firstDay) * dayWidth;
  const stacked = stack(placed);
  const above = Math.max(0, ...stacked.map(({ level }) => level)) * NODE;
  const axis = LABEL_LANES * LANE + 34 + above;
  const zero = dayIndex(dateOn(anchorAt, timeZone));
  const today = marked.find(({ kind }) => kind === 'today');
  return {
    width: Math.round(2 * EDGE + span * dayWidth),
    height: axis + 62,
    axis,
    dayWidth,
    firstDay,
    lastDay,
    ticks: Array.from({ length: span + 1 }, (_, i) => firstDay + i).map((day) => ({
      x: x(day),
      day,
      on: dateAt(zero + day),
      isLabelled: day % WEEK === 0,
    })),
    nodes: stacked.map(({ key, day, level }) => ({ key, day, x: x(day), y: axis - level * NODE })),
    marks: placeLabels(merge(marked).map(({ day, ...mark }) => ({ ...mark, x: x(day) }))),
    todayX: today ? x(today.day) : null,
  };
}

export const dayCounter = (anchorAt: string, timeZone: string) => {
  const zero = dayIndex(dateOn(anchorAt, timeZone));
  return (at: string): number => dayIndex(dateOn(at, timeZone)) - zero;
};

/** Two on one day stand one above the other. */
function stack<N extends { day: number }>(nodes: readonly N[]): (N & { level: number })[] {
  const levels = new Map<number, number>();
  return nodes.map((node) => {
    const level = levels.get(node.day) ?? 0;
    levels.set(node.day, level + 1);
    return { ...node, level };
  });
}

/** What falls on one day is one line: "Today, call". */
function merge(marks: readonly (TimelineMark & { day: number })[]) {
  const byDay = new Map<number, { kind: TimelineMark['kind']; label: string; day: number }>();
  for (const mark of marks.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])) {
    const there = byDay.get(mark.day);
    if (there) there.label += `, ${mark.short ?? lowerFirst(mark.label)}`;
    else byDay.set(mark.day, { kind: mark.kind, label: mark.label, day: mark.day });
  }
  return [...byDay.values()].toSorted((a, b) => a.day - b.day);
}
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** From the left, in the first line of labels that is free; what matters most comes first. */
function placeLabels(marks: readonly Omit<PlacedMark, 'lane'>[]): PlacedMark[] {
  const taken: [from: number, to: number][][] = Array.from({ length: LABEL_LANES }, () => []);
  const lanes = new Map<Omit<PlacedMark, 'lane'>, number | null>();
  for (const mark of marks.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])) {
    const half = (mark.label.length * LETTER) / 2 + 4;
    const [from, to] = [mark.x - half, mark.x + half];
    // Lowest line first: the words stand right above their day.
    const lane = taken.findLastIndex((spans) => spans.every(([a, b]) => to < a || from > b));
    if (lane >= 0) taken[lane]?.push([from, to]);
    lanes.set(mark, lane >= 0 ? lane : null);
  }
  return marks.map((mark) => ({ ...mark, lane: lanes.get(mark) ?? null }));
}

/** The days on which the clocks change there, between two days: an instant of the first day with the new time. */
export function clockChanges(from: string, to: string, timeZone: string): { at: string; back: boolean }[] {
  const found: { at: string; back: boolean }[] = [];
  let before = offsetAt(Date.parse(from), timeZone);
  for (let at = Date.parse(from) + DAY_MS; at <= Date.parse(to); at += DAY_MS) {
    const now = offsetAt(at, timeZone);
    if (now !== before)
      found.push({ at: dayOfChange(at - DAY_MS, at, before, timeZone), back: now < before });
    before = now;
  }
  return found;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

function dayOfChange(from: number, to: number, before: number, timeZone: string): string {
  for (let at = from; at <= to; at += HOUR_MS)
    if (offsetAt(at, timeZone) !== before) return new Date(at).toISOString();
  return new Date(to).toISOString();
}

/** Minutes ahead of UTC. */
export function offsetAt(at: number, timeZone: string): number {
  const parts = formatIn(timeZone).formatToParts(at);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const wall = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((wall - at) / 60_000);
}

/** Milliseconds by which a clock here is behind the server's, which is known to the minute; a small difference is none. */
export function behindServer(localNow: string, timeZone: string, readAt: number): number {
  const wall = Date.parse(`${localNow.slice(0, 16)}:00Z`);
  const near = wall - offsetAt(readAt, timeZone) * 60_000;
  const behind = wall - offsetAt(near, timeZone) * 60_000 - readAt;
  return Math.abs(behind) < CLOSE_ENOUGH_MS ? 0 : behind;
}

const CLOSE_ENOUGH_MS = 120_000;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatIn(timeZone: string): Intl.DateTimeFormat {
  const made =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(timeZone, made);
  return made;
}
