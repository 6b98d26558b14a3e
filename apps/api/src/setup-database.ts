import 'reflect-metadata';
import { createRolesAndDatabase } from '@app/platform/database/prepare-database.js';
import { runCommand, settingFrom } from './database-command.js';

/** Creates roles and database where they are missing. Needs a superuser's URL; safe to run again. */
runCommand(() =>
  createRolesAndDatabase({
    adminUrl: settingFrom('DATABASE_ADMIN_URL'),
    ownerUrl: settingFrom('DATABASE_OWNER_URL'),
    appUrl: settingFrom('DATABASE_URL'),
  }),
);
