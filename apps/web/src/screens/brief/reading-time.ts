import { say } from '../../words-brief.js';

/** "2 min 40 s", to the next ten seconds. */
export function readingTime(seconds: number): string {
  const rounded = Math.max(10, Math.round(seconds / 10) * 10);
  return say('brief.readingTime', { minutes: Math.floor(rounded / 60), seconds: rounded % 60 });
}
