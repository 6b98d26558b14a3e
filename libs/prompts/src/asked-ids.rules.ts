/** Where the early signs a client named are kept in an answer. */
export const EARLY_SIGNS_ID = 'early-signs';

/** Where a thread's questions are kept in an answer; the choice and the rating alike. */
export function threadQuestionId(threadId: string): string {
  return `thread:${threadId}`;
}
