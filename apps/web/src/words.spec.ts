import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, '../../../libs/design/src/words/en');
const files = readdirSync(folder).filter((name) => /^(console-|care|check-ins)/.test(name));
const messages = files.flatMap((name) =>
  Object.values(require(join(folder, name)) as Record<string, Record<string, string>>).flatMap(
    Object.entries,
  ),
) as [string, string][];

describe('the words of the console', () => {
  it('are messages the formatter can read', () => {
    for (const [code, text] of messages)
      expect({ code, readable: readable(text) }).toEqual({ code, readable: true });
  });

  it('stay calm', () => {
    expect(messages.filter(([, text]) => text.includes('!'))).toEqual([]);
  });

  it('stand in one file each: of two with the same code one would be lost', () => {
    const codes = messages.map(([code]) => code);
    expect(codes.length).toBeGreaterThan(300);
    expect(codes.filter((code, i) => codes.indexOf(code) !== i)).toEqual([]);
  });
});

function readable(text: string): boolean {
  try {
    return Boolean(new IntlMessageFormat(text, 'en-US'));
  } catch {
    return false;
  }
}
