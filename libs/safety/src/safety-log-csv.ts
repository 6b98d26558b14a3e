import { stringify } from 'csv-stringify/sync';
import type { SafetyLogItemView } from './safety-log.view.js';

/** Named as the API names them. */
const COLUMNS = [
  'flagNumber', 'lane', 'colour', 'raisedAt', 'toldAt', 'openedAt', 'claimedAt', 'claimedByName',
  'minutesToClaim', 'closedAt', 'late', 'escalations',
] as const; // prettier-ignore

/**
 * CSV (RFC 4180), every cell quoted. A cell that a spreadsheet would take for a formula gets an apostrophe before
 * it. Begins with a mark by which spreadsheets know UTF-8.
 */
export function safetyLogCsv(items: readonly SafetyLogItemView[]): string {
  const head = stringify([COLUMNS], { bom: true, record_delimiter: 'windows' });
  const rows = items.map((item) => COLUMNS.map((column) => cellOf(item[column])));
  return head + stringify(rows, { escape_formulas: true, quoted_string: true, record_delimiter: 'windows' });
}

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  // Where a semicolon parts cells, one within a name begins a new cell, whatever the quotes say.
  return String(value).replace(/(;\s*)(?=[=+\-@＝＋－＠])/g, "$1'");
}
