import { consoleAccounts } from './console-accounts.js';
import { consoleClients } from './console-clients.js';
import { consoleClinic } from './console-clinic.js';
import { consoleFrame } from './console-frame.js';
import { consoleToday } from './console-today.js';

/** What staff read in the console. Times arrive here already worded, with the zone where it is not said nearby. */
export const consoleWords = {
  ...consoleFrame,
  ...consoleAccounts,
  ...consoleToday,
  ...consoleClients,
  ...consoleClinic,
} as const;
