import type { ReflectionView } from '../api-client/views.js';
import { say } from '../words.js';

/** What stands in place of words; null where something else that was sent speaks for itself. */
export function withoutWords(reflection: ReflectionView): string | null {
  const { words, nothingCameUp, measure, shift, safetySigns } = reflection;
  if (words || measure || shift || safetySigns.length > 0) return null;
  if (nothingCameUp) return say('reflections.nothing');
  return say(hasTaps(reflection) ? 'reflections.onlyTaps' : 'reflections.nothingChosen');
}

const hasTaps = ({ checkIns, chips, choices, ratings }: ReflectionView) =>
  [chips, choices, ratings].some((all) => all.length > 0) ||
  Object.values(checkIns).some((one) => one !== null);
