/**
 * `invite`: to join a clinic. `reset`: to choose a new password. `start`: to start a clinic. `sender`: to show that somebody reads
 * the mailbox of its answers.
 */
export type TokenPurpose = 'invite' | 'reset' | 'start' | 'sender';

export interface NewToken {
  purpose: TokenPurpose;
  /**
   * The invitation, the account to be reset, the clinic of a sender, or `AccountTokens.subjectOf` the address
   * that starts a clinic.
   */
  subjectId: string;
  /** Of an invitation or a sender. */
  clinicId?: string;
  /** The address it proves: of who starts a clinic, or of a sender. */
  email?: string;
}

/** What a live token stands for. */
export interface OpenToken {
  id: string;
  subjectId: string;
  clinicId: string | null;
  email: string | null;
}
