import { IntlMessageFormat } from 'intl-messageformat';
import { parts } from './catalogue.js';
import { isCode, say, wordsIn } from './say.js';

const messages = Object.values(parts).flatMap((part): [string, string][] => Object.entries(part));

describe('say', () => {
  it('fills in names, numbers and plurals', () => {
    expect(say('answer.sendTo', { reader: 'Maren' })).toBe('Send to Maren');
    expect(say('field.maxLength', { max: 1 })).toBe('Use at most 1 character.');
    expect(say('field.maxLength', { max: 4000 })).toBe('Use at most 4,000 characters.');
  });

  it('treats what is filled in as plain text', () => {
    expect(say('answer.hello', { firstName: '{reader} <b>' })).toBe('Hello {reader} <b>');
  });

  it('counts in the way of the locale', () => {
    expect(wordsIn('en-IN')('field.maxLength', { max: 100_000 })).toBe('Use at most 1,00,000 characters.');
  });

  it('words a language without a catalogue wholly in English', () => {
    expect(wordsIn('de-DE')('field.maxLength', { max: 4000 })).toBe('Use at most 4,000 characters.');
  });

  it('does not compile without its parameters, with others, or with an unknown code', () => {
    const never = () => {
      // @ts-expect-error the reader is missing
      say('answer.sendTo');
      // @ts-expect-error the parameter has another name
      say('answer.sendTo', { name: 'Maren' });
      // @ts-expect-error a plural needs a number
      say('field.maxLength', { max: 'many' });
      // @ts-expect-error this message takes none
      say('answer.send', { reader: 'Maren' });
      // @ts-expect-error no such message
      say('answer.sent');
    };
    expect(never).toBeInstanceOf(Function);
  });

  it('knows its codes', () => {
    expect(isCode('answer.send')).toBe(true);
    expect(isCode('answer.toString')).toBe(false);
    expect(isCode('toString')).toBe(false);
  });
});

describe('the catalogue', () => {
  it('words each code in one place only', () => {
    const codes = messages.map(([code]) => code);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
  });

  it.each(messages)('%s has the parameters its type says', (_code, text) => {
    expect(typedParams(text)).toEqual(parsedParams(text));
  });

  it.each(messages)('%s uses curly quotes and no double spaces', (_code, text) => {
    expect(text).not.toMatch(/['"]|\s{2}|^\s|\s$/);
  });
});

/** The rule of params.ts, as code. */
function typedParams(text: string): string[] {
  const names = [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, inside = '']) => {
    const kind = /^(.*?), (?:plural,|number|select,)/.exec(inside);
    if (kind) return [kind[1]];
    return inside === '' || /[ #{]/.test(inside) ? [] : [inside];
  });
  return [...new Set(names)].sort() as string[];
}

function parsedParams(text: string): string[] {
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const { type, value, options } = node as {
      type?: number;
      value?: unknown;
      options?: Record<string, unknown>;
    };
    if (type !== undefined && type !== 0 && type !== 7 && typeof value === 'string') found.add(value);
    if (options) Object.values(options).forEach((option) => visit((option as { value: unknown }).value));
  };
  visit(new IntlMessageFormat(text, 'en').getAst());
  return [...found].sort();
}
