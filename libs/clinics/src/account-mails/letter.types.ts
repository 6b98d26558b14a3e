import type { Mail } from '@app/design/emails/email-frame.js';

/** A mail, and where an answer to it goes when that is not where it came from. */
export type Letter = Mail & { replyTo?: string | null };
