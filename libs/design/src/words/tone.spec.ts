import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isTelling } from '../emails/neutral-sender.js';
import { parts } from './catalogue.js';
import { readingGrade } from './reading-grade.js';
import { isCode, wordsIn } from './say.js';
import type { Code } from './say.js';
import { gradeOf, HIGHEST_GRADE, isHardToRead, toneTroubles } from './tone.js';

const everything = readdirSync(join(__dirname, 'en')).flatMap((file): [string, string][] =>
  Object.values(require(join(__dirname, 'en', file)) as Record<string, Record<string, string>>).flatMap(
    (part) => Object.entries(part),
  ),
);
const {
  answer,
  answering,
  asksSafely,
  shiftLog,
  askedExtras,
  afterwards,
  checkIns,
  consent,
  frame,
  links,
  mailAccounts,
  mailPace,
  myWords,
  pace,
} = parts;
const mail = { ...parts.mail, ...mailPace };
const toClients = Object.keys({
  ...answer,
  ...answering,
  ...afterwards,
  ...askedExtras,
  ...asksSafely,
  ...shiftLog,
  ...checkIns,
  ...consent,
  ...frame,
  ...links,
  ...mail,
  ...myWords,
  ...pace,
});

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
  n: 2,
  min: 8,
  max: 10_000,
  title: 'A short question',
  page: 2,
  of: 3,
  count: 2,
  least: 'Not at all',
  value: 7,
  line: 'I paused.',
  more: 'Star a line',
  low: 'marsh',
  high: 'granite',
};

describe('the tone', () => {
  it.each(everything)('%s neither cheers nor scolds', (_code, text) => {
    expect(toneTroubles(text)).toEqual([]);
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
      expect(gradeOf(text)).toBeLessThanOrEqual(HIGHEST_GRADE);
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

describe('the tone of what a clinic writes', () => {
  it.each([
    ['Well done, keep it up!', ['shouts', 'cheers']],
    ['You missed yesterday. Don’t forget today.', ['scolds', 'hurries']],
    ['A reminder for our patients: your score.', ['labels', 'hurries', 'measures']],
    ['Your healing journey', ['embellishes']],
    ['Is there anything you keep coming back to?', []],
  ])('"%s" sounds like %j', (text, codes) => {
    expect(toneTroubles(text)).toEqual(codes);
  });

  it('is hard to read with long words, and says nothing of a short label', () => {
    expect(
      isHardToRead(
        'Notwithstanding considerable organisational complexity, participants persistently demonstrated remarkable individual perseverance.',
      ),
    ).toBe(true);
    expect(isHardToRead('Organisational complexity')).toBe(false);
    expect(isHardToRead('What has stayed with you since we met last week?')).toBe(false);
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
    .filter(([, text]) => gradeOf(text) !== null);
}

function example(code: string): string {
  if (!isCode(code)) throw new Error(code);
  const say = wordsIn('en-US') as (code: Code, params: typeof samples) => string;
  return say(code, samples);
}
