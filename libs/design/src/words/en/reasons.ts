/**
 * Why a prompt stands where it stands; staff read these. The codes and parameters are those of the schedule
 * rules. Times and days are on the client's clock.
 */
export const reasons = {
  'reason.days-after-session':
    '{days, plural, =0 {The day of the ketamine session} one {# day after the ketamine session} other {# days after the ketamine session}}',
  'reason.days-before-session':
    '{days, plural, =0 {The day of the ketamine session} one {# day before the ketamine session} other {# days before the ketamine session}}',
  'reason.eve-of-appointment': 'The evening before the appointment',
  'reason.days-before-appointment':
    '{days, plural, =0 {The day of the appointment} one {# day before the appointment} other {# days before the appointment}}',
  'reason.rhythm': '{everyDays, plural, =7 {Every week} =14 {Every two weeks} other {Every # days}}',
  'reason.series-rhythm':
    '{everyDays, plural, =7 {Every week of the series} =14 {Every two weeks of the series} other {Every # days of the series}}',
  'reason.nudge': 'A nudge, {days, plural, one {# day} other {# days}} after the first e-mail',

  'reason.moved-by-staff': 'Moved by staff to {on}, {at}',
  'reason.same-day-after-session':
    'Not before {hours, plural, one {# hour} other {# hours}} after the ketamine session, so {to} instead of {from}',
  'reason.clock-change': 'The clocks go forward and {from} does not exist that day, so {to}',
  'reason.quiet-hours': '{from} falls in quiet hours, so {to}',
  'reason.staffed-morning': 'It asks about safety and goes out on staffed mornings, so {on}, {at}',
  'reason.without-safety-item':
    'No morning from Monday to Thursday is staffed, so PHQ-9 goes out as PHQ-8, without its question about being better off dead',
  'reason.missed-window': 'It could not go out on {on}, so the next open hours',
  'reason.day-taken': '{on} has another prompt already, so the next free day',
  'reason.week-full': 'Four prompts a week are the most, so not on {on}',

  'reason.too-late': 'No free day before it would be too late',
  'reason.no-staffed-morning': 'No staffed morning before it would be too late',
  'reason.reaches-over-session':
    'It asks about the last {days} days, and these take in the ketamine session on {on}',
  'reason.empty-roster': 'It asks about safety and waits: nobody stands on one of the two rosters',
  'reason.resting': 'The client is resting',
  'reason.resting-until': 'The client is resting until {on}',

  'reason.clock-change-twice': 'The clocks go back and {at} comes twice that day, so the earlier one',
  'reason.first-after-clock-change':
    '{direction, select, back {The clocks went back} other {The clocks went forward}}, and it stays at {at}',
  'reason.other': 'Placed by the schedule',
} as const;
