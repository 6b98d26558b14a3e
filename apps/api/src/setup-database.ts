import 'reflect-metadata';
import { createRolesAndDatabase } from '@app/platform/database/prepare-database.js';
import { runCommand, urlFrom } from './database-command.js';

/** Creates roles and database where they are missing. Needs a superuser's URL; safe to run again. */
runCommand(() =>
  createRolesAndDatabase({
    adminUrl: urlFrom('DATABASE_ADMIN_URL'),
    ownerUrl: urlFrom('DATABASE_OWNER_URL'),
    appUrl: urlFrom('DATABASE_URL'),
  }),
);
