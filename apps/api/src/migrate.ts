import 'reflect-metadata';
import { migrate } from '@app/platform/database/prepare-database.js';
import { runCommand, settingFrom } from './database-command.js';

/** Runs pending migrations as the owner; safe to run again. */
runCommand(() => migrate(settingFrom('DATABASE_OWNER_URL')));
