/** E-mails about the e-mails: rest, stop, start again, and a link a client asked for. */
export const mailPace = {
  'mail.pace': 'Rest, pace or stop',

  'mail.restBegun.subject': 'Your questions rest now',
  'mail.restBegun.until': 'The questions rest now. They come back on {day}.',
  'mail.restBegun.afterCall': 'The questions rest now. They come back after your call on {day}.',
  'mail.restBegun.noCall': 'The questions rest now. They come back after your next call.',
  'mail.restBegun.open': 'The questions rest now. They stay away until you ask for them.',
  'mail.restBegun.how': 'You can start again or rest longer when you like. This link stays good.',
  'mail.restBegun.openLink': 'Start again or rest longer',
  'mail.restOver.subject': 'The questions come again',
  'mail.restOver.body': 'Your rest is over, so the questions come again. There is nothing to do.',
  'mail.restOver.how': 'If you would like to rest longer, open this link. It stays good.',
  'mail.restOver.openLink': 'Rest longer',

  'mail.stopped.subject': 'You stopped these e-mails',
  'mail.stopped.body': 'You get no more questions by e-mail. Your calls stay as they are.',
  'mail.stopped.how':
    'If you want to start again one day, open this link. It stays good. Nothing starts before you say yes.',
  'mail.stopped.openLink': 'Start again',

  'mail.optIn.subject': 'May we write to you?',
  'mail.optIn.body':
    '{from} would like to send you a short question by e-mail now and then. Nothing comes before you say yes.',
  'mail.optIn.notYou': 'If this is not for you, leave this e-mail be. Then nothing more comes.',
  'mail.optIn.openLink': 'Read more and say yes',

  'mail.unasked.subject': 'The link you asked for',
  'mail.unasked.body':
    'You asked for a link to leave a few words for your care team. It works for {minutes, number} minutes.',
  'mail.unasked.openLink': 'Leave a few words',

  'mail.myWords.subject': 'The link you asked for',
  'mail.myWords.body':
    'You asked for a link to read what you sent. It works once, for {minutes, number} minutes.',
  'mail.myWords.openLink': 'Read what you sent',
} as const;
