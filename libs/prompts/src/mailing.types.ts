export type MailingKind = 'first' | 'nudge' | 'snoozed' | 'fresh_link';

/** `unknown`: handed over, and no answer came. `withdrawn`: its prompt was answered or closed before it went. */
export type MailingStatus = 'scheduled' | 'sending' | 'sent' | 'unknown' | 'failed' | 'withdrawn';
