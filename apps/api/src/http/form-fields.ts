/**
 * The fields of a form (WHATWG urlencoded). A name that comes twice has an array. Bytes that are no UTF-8
 * become U+FFFD, which whoever takes text refuses; other parsers keep them as `%ED%A0%80` in the text.
 */
export function formFields(body: string): Record<string, unknown> {
  const fields: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of new URLSearchParams(body)) {
    const known = fields[name];
    fields[name] = known === undefined ? value : [known, value].flat();
  }
  return fields;
}
