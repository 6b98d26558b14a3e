/** Mailings of one prompt. */
export type PromptMailingKind = 'first' | 'nudge' | 'snoozed' | 'fresh_link';

/** Mailings to a client that belong to no prompt. */
export type ClientMailingKind = 'rest_begun' | 'rest_over' | 'stopped' | 'opt_in' | 'unasked' | 'my_words';

export type MailingKind = PromptMailingKind | ClientMailingKind;

/** `unknown`: handed over, and no answer came. `withdrawn`: its prompt was answered or closed before it went. */
export type MailingStatus = 'scheduled' | 'sending' | 'sent' | 'unknown' | 'failed' | 'withdrawn';
