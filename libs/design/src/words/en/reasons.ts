/** Why a prompt stands where it stands. Codes come from the schedule rules; staff read these. */
export const reasons = {
  'reason.days-after-session': '{days, plural, one {# day} other {# days}} after the ketamine session',
  'reason.days-before-session': '{days, plural, one {# day} other {# days}} before the ketamine session',
  'reason.same-day-after-session': 'The day of the ketamine session, at least 3 hours after it',
  'reason.rhythm': '{everyDays, plural, =7 {Every week} =14 {Every two weeks} other {Every # days}}',
  'reason.eve-of-appointment': 'The evening before the appointment',
  'reason.quiet-hours': '{from} falls in quiet hours, so {to}',
  'reason.clock-change': 'The clocks go forward past that time, so it comes later',
  'reason.first-after-clock-change': 'The clocks go back and that time comes twice, so the earlier one',
  'reason.day-taken': 'Another prompt has that day, so the next free one',
  'reason.week-full': 'That week has its four prompts, so the next free day',
  'reason.missed-window': 'It could not go out in time, so the next open hours',
  'reason.moved-by-staff': 'Moved by staff',
  'reason.rest': 'The client is resting',
  'reason.other': 'Placed by the schedule',
} as const;
