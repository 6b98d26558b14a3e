import { madeSecrets } from './plain-text.made.js';
import { measuredSecrets } from './plain-text.measured.js';
import { myWordsSecrets } from './plain-text.my-words.js';
import { paceSecrets } from './plain-text.pace.js';
import { staffSecrets } from './plain-text.staff.js';
import { unaskedSecrets } from './plain-text.unasked.js';

/** What people type, each unlike anything else. */
export function secretsOf(mark: string) {
  return {
    'last name': `Zephyrmoor${mark}`,
    'changed name': `Thistlequill${mark}`,
    'e-mail': `quillan-${mark}@letterbox.example`,
    'refused e-mail': `refused-${mark}@letterbox.example`,
    phone: `+1 208 555 ${mark}`,
    pronouns: `xe${mark}`,
    words: `The heron stood there and I want to end my life ${mark}`,
    'changed words': `The heron flew at dusk ${mark}`,
    draft: `half a sentence about moss ${mark}`,
    'draft of a call': `please ring me about the ladder ${mark}`,
    'closing note': `Begin with the lighthouse ${mark}`,
    disposition: `Spoke about the orchard ${mark}`,
    password: `a lantern in the fog ${mark}`,
    'wrong password': `not the lantern at all ${mark}`,
    'wrong e-mail': `nobody-${mark}@letterbox.example`,
    'broken body': `words in broken json ${mark}`,
    query: `wordsinaquery${mark}`,
    address: `wordsinanaddress${mark}`,
    ...staffSecrets(mark),
    ...unaskedSecrets(mark),
    ...paceSecrets(mark),
    ...madeSecrets(mark),
    ...measuredSecrets(mark),
    ...myWordsSecrets(),
  };
}

export type Secrets = ReturnType<typeof secretsOf>;

/** Stands in the greeting of an e-mail, and nowhere else. */
export const firstNameOf = (mark: string): string => `Quillan${mark}`;

/** What one life goes through, and what it leaves behind. */
export interface Life {
  base: string;
  secrets: Secrets;
  firstName: string;
  /** Everything that opens something, by name. */
  tokens: Record<string, string>;
}
