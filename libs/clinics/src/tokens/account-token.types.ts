/** `invite`: to join a clinic. `reset`: to choose a new password. `start`: to start a clinic. */
export type TokenPurpose = 'invite' | 'reset' | 'start';

export interface NewToken {
  purpose: TokenPurpose;
  /** The invitation, the account to be reset, or `AccountTokens.subjectOf` the address that starts a clinic. */
  subjectId: string;
  /** Of an invitation. */
  clinicId?: string;
  /** An address that stands nowhere else: of who starts a clinic. */
  email?: string;
}

/** What a live token stands for. */
export interface OpenToken {
  id: string;
  subjectId: string;
  clinicId: string | null;
  email: string | null;
}
