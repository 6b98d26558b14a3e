import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTelling } from '../emails/neutral-sender.js';
import { parts } from './catalogue.js';
import { readingGrade, wordCount } from './reading-grade.js';
import { isCode, wordsIn } from './say.js';
import type { Code } from './say.js';

const everything = readdirSync(join(__dirname, 'en')).flatMap((file): [string, string][] =>
  Object.values(require(join(__dirname, 'en', file)) as Record<string, Record<string, string>>).flatMap(
    (part) => Object.entries(part),
  ),
);
const { answer, afterwards, checkIns, frame, links, mail, mailAccounts } = parts;
const toClients = Object.keys({ ...answer, ...afterwards, ...checkIns, ...frame, ...links, ...mail });

const samples = {
  reader: 'Maren',
  cover: 'June',
  firstName: 'Rowan',
  name: 'June',
  clinic: 'Fernhollow',
  day: 'Tuesday 10 November',
  until: 'Tuesday 10 November',
  when: 'tonight at 7:00 pm',
  time: '8:47 am',
  hours: 'weekdays, 9 am to 7 pm',
  number: '988',
  days: 'Weekdays',
  from: '9 am',
  to: '7 pm',
  zone: 'Mountain time',
  first: 'Monday',
  last: 'Thursday',
  minutes: 15,
  max: 10_000,
  title: 'A short question',
};

const neverSaid =
  /!|\bpatients?\b|\byou haven[’']t\b|\byou have not\b|\byou missed\b|\bstreak|\boverdue\b|\bcongrat|\bgreat job\b|\bwell done\b|\bkeep it up\b|\bamazing\b|\bdon[’']t forget\b|\breminder|\bhurry\b|\boops\b|\bscore\b|\bjourney\b/i;

describe('the tone', () => {
  it.each(everything)('%s neither cheers nor scolds', (_code, text) => {
    expect(text).not.toMatch(neverSaid);
  });

  it.each(Object.entries({ ...parts.care, ...parts.problems, ...parts.reasons }))(
    '%s never says bare "session"',
    (_code, text) => {
      expect(text).not.toMatch(/(?<!ketamine )session/i);
    },
  );

  it.each([...longOnes(toClients), ...longOnes(Object.keys(mailAccounts))])(
    '%s can be read at grade 6 or below: "%s"',
    (_code, text) => {
      expect(readingGrade(text)).toBeLessThanOrEqual(6);
    },
  );

  it('keeps the pages and e-mails as a whole far below that', () => {
    const whole = toClients.map((code) => example(code).replace(/[^.?!:]$/, '$&.')).join(' ');
    expect(readingGrade(whole)).toBeLessThanOrEqual(4);
  });

  it.each(Object.entries({ ...mail, ...mailAccounts }).filter(([code]) => /subject|from/.test(code)))(
    '%s says nothing on a lock screen',
    (_code, text) => {
      expect(isTelling(text)).toBe(false);
      expect(text).not.toMatch(/clinic\b(?!\})/i);
    },
  );

  it('names no treatment in any e-mail', () => {
    expect(Object.values({ ...mail, ...mailAccounts }).filter(isTelling)).toEqual([]);
  });
});

describe('the reading grade', () => {
  it('grows with long words and long sentences', () => {
    expect(readingGrade('The cat sat on the mat.')).toBeLessThan(1);
    expect(
      readingGrade(
        'Notwithstanding considerable organisational complexity, participants demonstrated persistence.',
      ),
    ).toBeGreaterThan(15);
  });
});

// A grade says little about a label of three words.
function longOnes(codes: readonly string[]): [string, string][] {
  return codes
    .map((code): [string, string] => [code, example(code)])
    .filter(([, text]) => wordCount(text) >= 9);
}

function example(code: string): string {
  if (!isCode(code)) throw new Error(code);
  const say = wordsIn('en-US') as (code: Code, params: typeof samples) => string;
  return say(code, samples);
}
