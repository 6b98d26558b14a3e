import 'reflect-metadata';
import { createRolesAndDatabase, migrate } from '@app/platform/database/prepare-database.js';
import { TEMPLATE_NAME, urlsOf } from './database-urls.js';

async function main(): Promise<void> {
  const urls = urlsOf(TEMPLATE_NAME);
  await createRolesAndDatabase({ ...urls, adminUrl: urlsOf('postgres').adminUrl });
  await migrate(urls.ownerUrl);
}

void main();
