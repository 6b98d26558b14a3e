import type { DataSource, EntityMetadata } from 'typeorm';
import { namesOf, WITHOUT_ENTITY } from './allow-list.js';

interface Column {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  in_key: boolean;
}

/** Where the migrated schema and the entities differ, in words. */
export async function entityTroubles(source: DataSource): Promise<string[]> {
  const columns: Column[] = await source.query(`
    select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type,
      not a.attnotnull as nullable,
      exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as in_key
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped`);
  const byTable = new Map<string, Column[]>();
  for (const column of columns) byTable.set(column.table, [...(byTable.get(column.table) ?? []), column]);
  const mapped = new Set(source.entityMetadatas.map(({ tableName }) => tableName));
  const without = namesOf(WITHOUT_ENTITY);
  return [
    ...[...byTable.keys()]
      .filter((table) => !mapped.has(table) && !without.has(table))
      .map((table) => `${table} has no entity`),
    ...[...without]
      .filter((table) => mapped.has(table) || !byTable.has(table))
      .map((table) => `the exception for ${table} is not needed`),
    ...source.entityMetadatas.flatMap((entity) =>
      differences(source, entity, byTable.get(entity.tableName) ?? []),
    ),
  ];
}

function differences(source: DataSource, entity: EntityMetadata, inDatabase: readonly Column[]): string[] {
  const { tableName } = entity;
  const wanted = new Map(entity.columns.map((column) => [column.databaseName, column]));
  const missing = [...wanted.keys()].filter((name) => !inDatabase.some((column) => column.name === name));
  return [
    ...missing.map((name) => `${tableName}.${name} is in the entity alone`),
    ...inDatabase.flatMap((column) => {
      const name = `${tableName}.${column.name}`;
      const metadata = wanted.get(column.name);
      if (!metadata) return [`${name} is in the database alone`];
      const type = `${source.driver.normalizeType(metadata)}${metadata.isArray ? '[]' : ''}`;
      return [
        ...(type === column.type ? [] : [`${name} is ${column.type}, the entity says ${type}`]),
        ...(metadata.isNullable === column.nullable ? [] : [`${name}: one of both says it may be null`]),
        ...(metadata.isPrimary === column.in_key ? [] : [`${name}: one of both says it is in the key`]),
      ];
    }),
  ];
}
