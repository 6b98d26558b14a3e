import { stringify } from 'csv-stringify/sync';
import type { AuditEventView } from './audit-log.view.js';

/** Named as the API names them. */
const COLUMNS = [
  'at',
  'actorKind',
  'actorName',
  'roles',
  'job',
  'action',
  'outcome',
  'operation',
  'subjectType',
  'subjectCount',
  'clients',
  'requestId',
  'ip',
  'sealed',
  'id',
];

/**
 * CSV (RFC 4180) of rows that come in pieces, every cell quoted. A cell that a spreadsheet would take for a formula
 * (it begins with `=`, `+`, `-`, `@`, a tab or a carriage return) gets an apostrophe before it. Begins with a mark
 * by which spreadsheets know UTF-8.
 */
export async function* auditCsv(
  pieces: AsyncIterable<readonly AuditEventView[]>,
): AsyncGenerator<string, void> {
  yield stringify([COLUMNS], { bom: true, record_delimiter: 'windows' });
  for await (const events of pieces) {
    yield stringify(events.map(cells), {
      escape_formulas: true,
      quoted_string: true,
      record_delimiter: 'windows',
    });
  }
}

function cells(event: AuditEventView): string[] {
  return [
    event.at,
    event.actorKind,
    guarded(event.actorName ?? ''),
    event.roles.join(' '),
    event.job ?? '',
    event.action,
    event.outcome,
    event.operation ?? '',
    event.subjectType,
    String(event.subjectCount),
    guarded(event.clients.map(({ name }) => name).join('; ')),
    event.requestId ?? '',
    event.ip ?? '',
    event.sealed ? 'yes' : 'no',
    event.id,
  ];
}

/** Where a semicolon parts cells, one within a name begins a new cell, whatever the quotes say. */
function guarded(names: string): string {
  return names.replace(/(;\s*)(?=[=+\-@＝＋－＠])/g, "$1'");
}
