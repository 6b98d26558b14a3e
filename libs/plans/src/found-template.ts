import type { OwnTemplateRow } from './prompt-templates.queries.js';

/** A template with its newest version, wherever it stands: in the code, or among the clinic's own. */
export interface FoundTemplate<Content> {
  /** A starter's code, or the id of the clinic's own. */
  id: string;
  starter: boolean;
  startedFrom: string | null;
  /** Of the row, for the next change; 0 for starters. */
  version: number;
  /** The newest published version. */
  number: number;
  content: Content;
  archivedAt: string | null;
}

/** One of ours. */
export function ofStarter<Content>(
  { code, version }: { code: string; version: number },
  content: Content,
): FoundTemplate<Content> {
  return {
    ...{ id: code, starter: true, startedFrom: null },
    ...{ version: 0, number: version, content, archivedAt: null },
  };
}

/** One of the clinic's own. */
export function ofRow<Content>(row: OwnTemplateRow<Content>): FoundTemplate<Content> {
  return {
    id: row.id,
    starter: false,
    startedFrom: row.started_from,
    version: row.version,
    number: row.number,
    content: row.content,
    archivedAt: row.archived_at?.toISOString() ?? null,
  };
}
