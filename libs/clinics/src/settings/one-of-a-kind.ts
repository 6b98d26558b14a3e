import type { EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import type { Tx } from '@app/platform/database/database.js';
import { staleVersion } from '@app/platform/errors/errors.js';

interface OneOfAKind extends ObjectLiteral {
  clinicId: string;
  kind: string;
  version: number;
}

/**
 * Writes a setting of which a clinic has one of each kind, one version on: version 1 where there is none yet,
 * else over the version before. @throws Conflict when what stands is another than the caller read
 */
export async function write<Row extends OneOfAKind>(
  tx: Tx,
  entity: EntityTarget<Row>,
  row: Row,
): Promise<Row> {
  const { clinicId, kind, version } = row;
  const values = row as QueryDeepPartialEntity<Row>;
  if (version === 1) {
    const insert = tx.manager.createQueryBuilder().insert().into(entity).values(values);
    const written: { raw: unknown } = await insert.orIgnore().returning('version').execute();
    if (!Array.isArray(written.raw) || written.raw.length === 0) throw staleVersion();
    return row;
  }
  const where = { clinicId, kind, version: version - 1 } as FindOptionsWhere<Row>;
  const { affected } = await tx.manager.update(entity, where, values);
  if (affected !== 1) throw staleVersion();
  return row;
}
