import { type Goal, GOALS, type Reached, verdictOn } from './goals.js';
import { type Measurement, p50, p99, ratiosOf } from './rounds.js';
import { median, spread } from './statistics.js';

const print = (line = ''): boolean => process.stdout.write(`${line}\n`);

/** A table in plain text, as wide as its widest cells; numbers to the right. */
function table(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const row of rows) {
    const cells = row.map((text, column) =>
      column === 0 ? text.padEnd(widths[0]!) : text.padStart(widths[column]!),
    );
    print(`  ${cells.join('  ')}`.trimEnd());
  }
}

const fixed = (value: number, digits: number): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));

/** One measurement: what each cell did, and the ratio to the floor of the same round. */
export function printMeasurement(measurement: Measurement): void {
  const ratios = ratiosOf(measurement);
  const range = (name: string) => {
    const ratio = ratios.get(name);
    return ratio
      ? [ratio.min, ratio.median, ratio.max].map((value) => value.toFixed(2)).join(' / ')
      : 'floor';
  };
  const varied = fixed(spread(measurement.cells[0]!.perSecond), 2);
  print(`\n${measurement.title}${measurement.isVoid ? '   VOID' : ''}   (floor varied ${varied} ×)`);
  const head = [
    '',
    'a second',
    'p50 ms',
    'p99 ms',
    'CPU ms',
    'database ms',
    'ratio min / median / max',
    'wrong',
  ];
  table([
    head,
    ...measurement.cells.map((cell) => [
      cell.name,
      fixed(median(cell.perSecond), 0),
      fixed(p50(cell), 1),
      fixed(p99(cell), 1),
      fixed(median(cell.serverMs), 2),
      fixed(median(cell.databaseMs), 2),
      range(cell.name),
      String(cell.wrong),
    ]),
  ]);
}

/** Every figure beside what the project set itself. */
export function printGoals(reached: readonly Reached[]): void {
  print('\nAgainst the goals');
  table([
    ['', 'measured', 'at least', 'stretch', ''],
    ...reached.map((each) => {
      const { name, atLeast, stretch, better, unit = '', digits = 2 }: Goal = GOALS[each.goal];
      const limit = (value: number) => `${better === 'more' ? '≥' : '≤'} ${value} ${unit}`.trim();
      const value = `${fixed(each.value, digits)} ${unit}`.trim();
      return [name, value, limit(atLeast), limit(stretch), verdictOn(each)];
    }),
  ]);
  print();
}
