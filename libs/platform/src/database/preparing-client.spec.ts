import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_PREPARED, StatementNames } from './preparing-client.js';

describe('the statements a connection prepares', () => {
  it('are those it sends a second time, always under the same name', () => {
    const names = new StatementNames();
    expect(names.nameOf('select $1')).toBeUndefined();
    const name = names.nameOf('select $1');
    expect(name).toMatch(/^[\w-]{22}$/);
    expect(names.nameOf('select $1')).toBe(name);
    expect(names.nameOf('select $2')).toBeUndefined();
  });

  it('have names of their own, the same on every connection', () => {
    const [one, other] = [new StatementNames(), new StatementNames()];
    const twice = (names: StatementNames, text: string) => (names.nameOf(text), names.nameOf(text));
    expect(twice(one, 'select $1')).toBe(twice(other, 'select $1'));
    expect(twice(one, 'select $1 ')).not.toBe(twice(one, 'select $1'));
  });

  it('are no more than the pooler keeps, and those that have a name keep it', () => {
    const names = new StatementNames();
    const prepared = Array.from({ length: MOST_PREPARED + 50 }, (_, nth) => {
      names.nameOf(`select ${nth}`);
      return names.nameOf(`select ${nth}`);
    });
    expect(prepared.filter(Boolean)).toHaveLength(MOST_PREPARED);
    expect(names.nameOf('select 0')).toBe(prepared[0]);
  });

  it('find room in the pooler of the production shape', () => {
    const pooler = readFileSync(join(__dirname, '../../../../docker/pgbouncer/pgbouncer.ini'), 'utf8');
    expect(Number(/^max_prepared_statements = (\d+)$/m.exec(pooler)?.[1])).toBeGreaterThanOrEqual(
      MOST_PREPARED,
    );
  });

  it('are still found after thousands of texts that came once', () => {
    const names = new StatementNames();
    for (let nth = 0; nth < 5_000; nth += 1) names.nameOf(`select '${nth}'`);
    names.nameOf('select $1');
    expect(names.nameOf('select $1')).toBeDefined();
  });
});
