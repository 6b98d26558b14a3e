/** Where something that must be nowhere was found, and how it was written. */
export interface Trace {
  what: string;
  where: string;
  form: string;
  around: string;
}

/** Looks for texts in everything that was kept, plain and as encodings would leave them. Case does not matter. */
export function tracesOf(
  secrets: Readonly<Record<string, string>>,
  kept: Readonly<Record<string, string>>,
): Trace[] {
  const traces: Trace[] = [];
  for (const [where, text] of Object.entries(kept)) {
    const lower = text.toLowerCase();
    for (const [what, secret] of Object.entries(secrets)) {
      for (const [form, needle, isCased] of formsOf(secret)) {
        const index = isCased ? text.indexOf(needle) : lower.indexOf(needle.toLowerCase());
        if (index < 0) continue;
        const around = text.slice(Math.max(0, index - 60), index + needle.length + 20);
        traces.push({ what, where, form, around });
        break;
      }
    }
  }
  return traces;
}

function formsOf(secret: string): [form: string, needle: string, isCased: boolean][] {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    ['plain', secret, false],
    ['in a web address', encodeURIComponent(secret), false],
    ['in a form', encodeURIComponent(secret).replaceAll('%20', '+'), false],
    ['in hexadecimal', bytes.toString('hex'), false],
    ['in UTF-16', Buffer.from(secret, 'utf16le').toString('hex'), false],
    ...[0, 1, 2].flatMap((offset): [string, string, boolean][] => {
      const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
      const whole = encoded.slice([0, 2, 3][offset], Math.floor(((offset + bytes.length) * 8) / 6));
      return [
        ['in base64', whole, true],
        ['in base64url', whole.replaceAll('+', '-').replaceAll('/', '_'), true],
      ];
    }),
  ];
}
