/** What a plan or a version of one brings beside questions and taps, and what it needs before it goes live. */
export const consoleBrings = {
  'brings.all': 'It brings {what}.',
  'brings.none': 'It asks no measure, and nothing about safety.',
  'brings.safety-check': 'a safety check',
  'brings.early-signs': 'the early signs',
  'brings.thread-name': 'a place to name a thread',
  'brings.thread-review': 'a look back at the threads',
  'brings.one': '{what} {when}',
  'brings.before':
    '{n, plural, one {{days} day before the first session} other {{days} days before the first session}}',
  'brings.beforeSession':
    '{n, plural, one {{days} day before a session} other {{days} days before a session}}',
  'brings.after': '{n, plural, one {on day {days}} other {on days {days}}}',
  'brings.series': '{n, plural, =7 {every week} other {every # days}} while a series runs',
  'brings.rhythm': 'every {n} days',
  'brings.call': 'before each call',

  'missing.crisis-contacts': 'Who to call in a crisis',
  'missing.reading-days': 'The days on which reflections are read',
  'missing.sender': 'Who e-mails come from, confirmed by its link',
  'missing.rosters': 'Who answers when somebody needs a person: both rosters',

  'version.choose': 'Version',
  'version.newest': 'Version {n}, the newest',
  'version.earlier': 'Version {n}',
} as const;
