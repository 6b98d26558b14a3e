/** `npm run migration:new -- add-thread-stages`: a skeleton in migrations/, named <timestamp>-<verb-object>.ts. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { main, Refusal, say } from './lib/progress.mjs';

await main(() => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new Refusal('Name it verb-object in kebab case: npm run migration:new -- add-thread-stages');
  }
  const timestamp = Date.now();
  const file = `migrations/${timestamp}-${name}.ts`;
  if (existsSync(inRoot(file))) throw new Refusal(`${file} exists already.`);
  mkdirSync(inRoot('migrations'), { recursive: true });
  writeFileSync(inRoot(file), skeleton(className(name), timestamp));
  say(`Made ${file}.`);
  say('Remember: clinic_id first in every key, row-level security forced, care-team policies with client_id.');
});

const className = (name) => name.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());

const skeleton = (name, timestamp) => `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${name}${timestamp} implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(\`\`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(\`\`);
  }
}
`;
