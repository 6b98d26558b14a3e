import type { Code } from './say.js';

/** The wording that is agreed to from now on. */
export const CONSENT_VERSION = 1;

/** What a client agrees to, in the order it is read, by version. A version somebody may have agreed to never changes. */
export const consentTexts = {
  1: ['consent.v1.monitored', 'consent.v1.readers', 'consent.v1.mailbox', 'consent.v1.kept'],
} as const satisfies Record<number, readonly Code[]>;
