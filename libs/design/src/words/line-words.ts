import type { Say } from './say.js';

/** How a help line is called: by its own invitation, by its name and number, or by its number alone. */
export function lineWords(say: Say, label: string | null, number: string): string {
  if (label === null) return say('help.callLine', { number });
  return label.includes(number) ? label : say('help.namedLine', { name: label, number });
}
