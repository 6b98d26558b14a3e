import { IntlMessageFormat } from 'intl-messageformat';
import { words } from './words.js';

const messages = Object.entries(words);

describe('the words of the console', () => {
  it('are messages the formatter can read', () => {
    for (const [code, text] of messages)
      expect({ code, readable: readable(text) }).toEqual({ code, readable: true });
  });

  it('stay calm', () => {
    expect(messages.filter(([, text]) => text.includes('!'))).toEqual([]);
  });
});

function readable(text: string): boolean {
  try {
    return Boolean(new IntlMessageFormat(text, 'en-US'));
  } catch {
    return false;
  }
}
