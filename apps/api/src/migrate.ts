import 'reflect-metadata';
import { migrate } from '@app/platform/database/prepare-database.js';
import { runCommand, urlFrom } from './database-command.js';

/** Runs pending migrations as the owner; safe to run again. */
runCommand(() => migrate(urlFrom('DATABASE_OWNER_URL')));
