import { wordField, wordProblem, wordReason } from './coded.js';

describe('words for codes that come from rows and answers', () => {
  it.each([
    ['days-after-session', { days: 0 }, 'The day of the ketamine session'],
    ['days-after-session', { days: 1 }, '1 day after the ketamine session'],
    ['days-after-session', { days: 3 }, '3 days after the ketamine session'],
    ['days-before-session', { days: 2 }, '2 days before the ketamine session'],
    ['days-before-appointment', { days: 2 }, '2 days before the appointment'],
    ['eve-of-appointment', {}, 'The evening before the appointment'],
    ['rhythm', { everyDays: 7 }, 'Every week'],
    ['rhythm', { everyDays: 30 }, 'Every 30 days'],
    ['series-rhythm', { everyDays: 7 }, 'Every week of the series'],
    ['nudge', { days: 2 }, 'A nudge, 2 days after the first e-mail'],
    ['moved-by-staff', { on: '2026-10-24', at: '18:30' }, 'Moved by staff to Saturday 24 October, 6:30 pm'],
    [
      'same-day-after-session',
      { hours: 3, from: '14:00', to: '16:30' },
      'Not before 3 hours after the ketamine session, so 4:30 pm instead of 2:00 pm',
    ],
    [
      'clock-change',
      { from: '02:30', to: '03:30' },
      'The clocks go forward and 2:30 am does not exist that day, so 3:30 am',
    ],
    ['quiet-hours', { from: '06:10', to: '08:00' }, '6:10 am falls in quiet hours, so 8:00 am'],
    [
      'staffed-morning',
      { on: '2026-10-27', at: '09:00' },
      'It asks about safety and goes out on staffed mornings, so Tuesday 27 October, 9:00 am',
    ],
    ['empty-roster', {}, 'It asks about safety and waits: nobody stands on one of the two rosters'],
    [
      'without-safety-item',
      {},
      'No morning from Monday to Thursday is staffed, so PHQ-9 goes out as PHQ-8, without its question about being better off dead',
    ],
    ['no-staffed-morning', {}, 'No staffed morning before it would be too late'],
    [
      'reaches-over-session',
      { days: 14, on: '2026-10-22' },
      'It asks about the last 14 days, and these take in the ketamine session on Thursday 22 October',
    ],
    [
      'missed-window',
      { on: '2026-10-23' },
      'It could not go out on Friday 23 October, so the next open hours',
    ],
    ['day-taken', { on: '2026-10-23' }, 'Friday 23 October has another prompt already, so the next free day'],
    ['week-full', { on: '2026-10-27' }, 'Four prompts a week are the most, so not on Tuesday 27 October'],
    ['too-late', {}, 'No free day before it would be too late'],
    ['resting', {}, 'The client is resting'],
    ['resting-until', { on: '2026-10-24' }, 'The client is resting until Saturday 24 October'],
    [
      'clock-change-twice',
      { at: '01:30' },
      'The clocks go back and 1:30 am comes twice that day, so the earlier one',
    ],
    [
      'first-after-clock-change',
      { at: '09:00', direction: 'back' },
      'The clocks went back, and it stays at 9:00 am',
    ],
  ])('words the reason %s %j', (code, params, words) => {
    expect(wordReason({ code, params })).toBe(words);
  });

  it('words a code of a newer version, or one without its parameters, in general', () => {
    expect(wordReason({ code: 'moon-phase', params: {} })).toBe('Placed by the schedule');
    expect(wordReason({ code: 'rhythm', params: {} })).toBe('Placed by the schedule');
    expect(wordField('isLunar')).toBe('This does not fit. Check it and try again.');
    expect(wordProblem('__proto__')).toMatch(/^Something went wrong/);
  });

  it('words a field by its constraint', () => {
    expect(wordField('maxLength', { max: 200 })).toBe('Use at most 200 characters.');
    expect(wordField('isIn', { values: 'iv, im, sc' })).toBe('Choose one of: iv, im, sc.');
  });

  it('says of a problem what happened, what is safe and what to do', () => {
    expect(wordProblem('conflict-version')).toBe(
      'Somebody changed this after you opened it. Their change is safe, yours is not saved. Reload, then make it again.',
    );
    expect(wordProblem('dispatch-refused-resting')).toMatch(/Nothing was sent/);
  });
});
