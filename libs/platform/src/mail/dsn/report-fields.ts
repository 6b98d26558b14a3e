/** Fields of a report, by name in small letters. A field that stands twice keeps its first value. */
export type ReportFields = ReadonlyMap<string, string>;

/** Groups of `Name: value` lines with blank lines between them, folded lines put together (RFC 3464, 2.1). */
export function fieldGroups(text: string): ReportFields[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0);
}

function fieldsOf(block: string): ReportFields {
  const fields = new Map<string, string>();
  for (const line of block.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? [];
    if (name && value !== undefined && !fields.has(name.toLowerCase())) {
      fields.set(name.toLowerCase(), value.trim());
    }
  }
  return fields;
}
