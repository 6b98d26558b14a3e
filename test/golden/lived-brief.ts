import type { BriefView } from '@app/briefs/brief.view.js';
import { say } from '@app/design/words/say.js';
import type { BriefContent } from './expected-brief.js';
import type { LivedCourse } from './lived-course.js';

const WHYS = ['expired', 'open', 'skipped', 'bounced'] as const;

/** A brief as it came, with reflections by the names they have in the course; a strange id is told as it is. */
export function contentIn(brief: BriefView, lived: LivedCourse): BriefContent {
  const names = new Map([...lived.ids].map(([name, id]) => [id, name]));
  const nameOf = (id: string) => names.get(id) ?? `not of this client: ${id}`;
  const from = (ids: readonly string[]) => ids.map(nameOf);
  return {
    reflections: brief.reflections.map(({ id, words }) => ({ id: nameOf(id), words })),
    starred: brief.starred.map(({ reflectionId, quote }) => ({ id: nameOf(reflectionId), quote })),
    dontRaise: brief.dontRaise.map(({ reflectionId }) => nameOf(reflectionId)),
    challenges: brief.challenges.map(({ code, reflectionIds }) => ({ code, from: from(reflectionIds) })),
    shifts: brief.shifts.map(({ code, count, reflectionIds }) => ({
      code,
      count,
      from: from(reflectionIds),
    })),
    threadsMoved: brief.threadsMoved.map(({ name, history }) => ({
      name: name ?? '',
      stages: history.map(({ stage, evidence }) => ({
        stage,
        quotes: evidence.map(({ reflectionId, quote }) => ({ id: nameOf(reflectionId), quote: quote ?? '' })),
      })),
    })),
    measures: [...brief.measures]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map(({ code, points }) => ({
        code,
        points: points.map(({ reflectionId, total, label }) => ({ id: nameOf(reflectionId), total, label })),
      })),
    unanswered: brief.unanswered.map(({ why }) => WHYS.find((one) => say(`unanswered.${one}`) === why)!),
    isNothingNew: brief.nothingNewSince !== null,
  };
}

/** Every id of a reflection that stands anywhere in a brief, whatever the field is called. */
export function reflectionIdsIn(brief: BriefView): string[] {
  const found = new Set<string>(brief.reflections.map(({ id }) => id));
  const look = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(look);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'reflectionId' && typeof inner === 'string') found.add(inner);
      else if (key === 'reflectionIds') for (const id of inner as string[]) found.add(id);
      else look(inner);
    }
  };
  look(brief);
  return [...found];
}
