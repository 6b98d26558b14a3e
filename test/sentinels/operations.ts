import type { Things } from './things.js';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
export type Body = Record<string, unknown>;

/** One operation of the description of the API. */
export interface Operation {
  name: string;
  method: Method;
  path: string;
  /** The fields of its body with what the description says of each; null when it takes none. */
  fields: Record<string, Field> | null;
  /** Names of ids, wherever they stand: `locationId`, or `careTeam.staffMemberId` inside of a list. */
  bodyIds: string[];
  queryIds: string[];
}

export interface Field {
  type?: string;
  enum?: string[];
  nullable?: boolean;
  $ref?: string;
  items?: Field;
  allOf?: Field[];
}

interface Schema {
  properties?: Record<string, Field>;
}

interface Described {
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  parameters?: { name: string; in: string }[];
}

interface Description {
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema> };
}

export function operationsOf({ paths, components: { schemas } }: Description): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { requestBody, parameters = [] }]) => {
      const schema = schemaOf(schemas, requestBody?.content['application/json']?.schema);
      return {
        name: `${method} ${path}`,
        method: method as Method,
        path,
        fields: schema?.properties ?? null,
        bodyIds: idsIn(schemas, schema),
        queryIds: parameters.filter((each) => each.in === 'query' && isId(each.name)).map(({ name }) => name),
      };
    }),
  );
}

/** Templates too: a code of ours, or the id of a clinic's own. */
const NAMED = ['after', 'template', 'startedFrom'];
const isId = (name: string) => NAMED.includes(name) || name.endsWith('Id');

function schemaOf(schemas: Record<string, Schema>, field: Field | undefined): Schema | undefined {
  const ref = field?.$ref ?? field?.allOf?.[0]?.$ref;
  return ref ? schemas[ref.split('/').at(-1)!] : undefined;
}

function idsIn(schemas: Record<string, Schema>, schema: Schema | undefined): string[] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => [
    ...(isId(name) ? [name] : []),
    ...idsIn(schemas, schemaOf(schemas, field.items ?? field)).map((inner) => `${name}.${inner}`),
  ]);
}

/** The parameters of a path with what they are ids of: the part before each. */
export function placesOf({ path }: Pick<Operation, 'path'>): { place: string; of: keyof Things }[] {
  return [...path.matchAll(/\/([\w-]+)\/(\{\w+\})/g)].map(([, of, place]) => ({
    place: place!,
    of: of as keyof Things,
  }));
}

/** The address of an operation about these things. */
export function pathOf(operation: Pick<Operation, 'path'>, things: Things): string {
  return placesOf(operation).reduce((path, { place, of }) => path.replace(place, things[of]), operation.path);
}
