/** The reflections of all clients one reads for: one's own, those behind a flag, those of one client. */
export const READER_VIEWS = ['mine', 'flagged', 'client'] as const;
export type ReaderView = (typeof READER_VIEWS)[number];
