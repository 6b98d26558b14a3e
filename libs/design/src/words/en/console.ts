import { consoleClients } from './console-clients.js';
import { consoleFrame } from './console-frame.js';
import { consoleToday } from './console-today.js';

/** What staff read in the console. Times arrive here already worded, with the zone where it is not said nearby. */
export const consoleWords = { ...consoleFrame, ...consoleToday, ...consoleClients } as const;
