import { Temporal } from 'temporal-polyfill';
import {
  anotherTry,
  type BouncedPrompt,
  failuresInARow,
  speaksOfTheAddress,
  takesNoMail,
} from './delivery.rules.js';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('America/Boise').toInstant();
const prompt: BouncedPrompt = {
  clock: { timeZone: 'America/Boise', quietFrom: '21:00', quietTo: '08:00' },
  isOpen: true,
  closesAt: at('2026-11-24T10:00'),
  limitAt: at('2026-11-12T10:00'),
  hasHadAnother: false,
};
const local = (over: Partial<BouncedPrompt>, now: string) => {
  const found = anotherTry({ ...prompt, ...over }, at(now));
  const words = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO('America/Boise').toPlainDateTime().toString().slice(0, 16);
  return found && [words(found.from), words(found.until)];
};

describe('a refusal at the hand-over', () => {
  it.each([
    ['550 5.1.1', true],
    ['550 5.1.10', true],
    ['556 5.1.2', true],
    ['550 5.2.1', true],
    ['550', false],
    ['550 5.7.1', false],
    ['552 5.2.2', false],
    ['550 15.1.1', false],
    ['unsendable', false],
  ])('"%s" speaks of the address: %s', (code, expected) => {
    expect(speaksOfTheAddress(code)).toBe(expected);
  });
});

describe('failures that a mail server calls passing', () => {
  it('end with the third in a row, and begin anew with a mail that arrived', () => {
    const one = failuresInARow(0, false);
    const two = failuresInARow(one, false);
    expect([one, two, failuresInARow(two, false)].map(takesNoMail)).toEqual([false, false, true]);
    expect(failuresInARow(two, true)).toBe(1);
  });
});

describe('a prompt that came back for now', () => {
  it('goes once more four hours later, in open hours', () => {
    expect(local({}, '2026-11-10T10:05')).toEqual(['2026-11-10T14:05', '2026-11-10T21:00']);
  });

  it('waits for the morning where that would be at night', () => {
    expect(local({}, '2026-11-10T18:00')).toEqual(['2026-11-11T08:00', '2026-11-11T21:00']);
  });

  it('never goes past its limit, nor past its closing', () => {
    expect(local({ limitAt: at('2026-11-10T15:00') }, '2026-11-10T10:05')).toEqual([
      '2026-11-10T14:05',
      '2026-11-10T15:00',
    ]);
    expect(local({ limitAt: at('2026-11-10T14:00') }, '2026-11-10T10:05')).toBeNull();
    expect(local({ closesAt: at('2026-11-10T12:00') }, '2026-11-10T10:05')).toBeNull();
  });

  it('goes neither a second time nor when it is closed', () => {
    expect(local({ hasHadAnother: true }, '2026-11-10T10:05')).toBeNull();
    expect(local({ isOpen: false }, '2026-11-10T10:05')).toBeNull();
  });
});
