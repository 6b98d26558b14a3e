import type { Tx } from '@app/platform/database/database.js';
import type { Key } from '@app/platform/encryption/sealing.js';
import type { ReflectionThreadView } from './reflection-parts.view.js';

/** Which threads a client's reflections belong to. Known in a room above: whoever wants them in a view brings them. */
export interface ThreadsOfReflections {
  /** By reflection; those without one are absent. */
  ofReflections(tx: Tx, key: Key, clientId: string): Promise<ReadonlyMap<string, ReflectionThreadView[]>>;
}
