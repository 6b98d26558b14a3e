/**
 * `npm run migration:new -- add-thread-stages`: a skeleton in migrations/, named <timestamp>-<verb-object>.ts, and
 * its line at the end of migrations/all.ts.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { main, Refusal, say } from './lib/progress.mjs';

const LIST = inRoot('migrations/all.ts');

await main(() => {
  const name = process.argv[2] ?? '';
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name)) {
    throw new Refusal('Name it verb-object in kebab case: npm run migration:new -- add-thread-stages');
  }
  const timestamp = nextTimestamp();
  const file = `${timestamp}-${name}`;
  const className = `${pascalCase(name)}${timestamp}`;
  writeFileSync(inRoot('migrations', `${file}.ts`), skeleton(className));
  appendToList(className, file);
  say(`Made migrations/${file}.ts and listed it in migrations/all.ts.`);
  say(
    'Remember: clinic_id first in every key, row-level security forced, care-team policies with client_id.',
  );
});

/** Now in UTC as yyyymmddhhmmss, but always after the last migration: their order is the order of their names. */
function nextTimestamp() {
  const now = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const taken = readdirSync(inRoot('migrations')).map((name) => /^\d{14}/.exec(name)?.[0] ?? '0');
  const last = taken.sort().at(-1) ?? '0';
  return now > last ? now : String(Number(last) + 100);
}

function appendToList(className, file) {
  const text = readFileSync(LIST, 'utf8');
  const imports = text.lastIndexOf('\nimport ') + 1;
  const afterImports = text.indexOf('\n', imports) + 1;
  const line = `import { ${className} } from './${file}.js';\n`;
  const listed = `${text.slice(0, afterImports)}${line}${text.slice(afterImports)}`;
  writeFileSync(LIST, listed.replace(/\n\];\n/, `\n  ${className},\n];\n`));
}

function pascalCase(name) {
  return name.replace(/(?:^|-)([a-z0-9])/g, (_, letter) => letter.toUpperCase());
}

function skeleton(className) {
  return `import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ${className} implements MigrationInterface {
  name = '${className}';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(\`\`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(\`\`);
  }
}
`;
}
