import { consoleAudit } from '@app/design/words/en/console-audit.js';
import { say } from '../../words-audit.js';

const PLACE = 'action.';
type Known = Extract<keyof typeof consoleAudit, `action.${string}`>;

const known = Object.keys(consoleAudit).filter((code): code is Known => code.startsWith(PLACE));

/** Every action the catalogue has words for. */
export const knownActions: readonly string[] = known.map((code) => code.slice(PLACE.length));

/** The action in words; one this version does not know stands as it is. */
export function actionWords(action: string): string {
  const code = known.find((each) => each === `${PLACE}${action}`);
  return code ? say(code) : action;
}
