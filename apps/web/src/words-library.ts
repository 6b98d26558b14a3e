import { chips } from '@app/design/words/en/chips.js';
import { consoleAsks } from '@app/design/words/en/console-asks.js';
import { consoleBrings } from '@app/design/words/en/console-brings.js';
import { consoleLibrary } from '@app/design/words/en/console-library.js';
import { consolePlanTemplates } from '@app/design/words/en/console-plan-templates.js';
import { reasons } from '@app/design/words/en/reasons.js';
import { sayFrom, words } from './words.js';

/** What only the library and the plan templates say, with what a client would read there; it comes with them. */
export const say = sayFrom({
  ...words,
  ...chips,
  ...reasons,
  ...consoleAsks,
  ...consoleBrings,
  ...consoleLibrary,
  ...consolePlanTemplates,
});
