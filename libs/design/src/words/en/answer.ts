/** The page with the question, the information page, and the reading contract. */
export const answer = {
  'answer.title': 'A short question',
  'answer.titleFrom': 'A short question from {reader}',
  'answer.hello': 'Hello {firstName}',
  'answer.helloPlain': 'Hello',
  'answer.optional': 'If you like',
  'answer.chips': 'Does any of this fit?',
  'answer.chipsHint': 'Choose as many as you like, or none.',
  'answer.chipsNote':
    'Many people notice this after a session. If it frightens you, or stops you sleeping or eating, ask us to call.',
  'answer.send': 'Send',
  'answer.sendTo': 'Send to {reader}',
  'answer.nothing': 'Nothing came up',
  'answer.save': 'Save for later',
  'answer.notNow': 'Not now?',
  'answer.notNowHint': 'That’s fine. You don’t owe us an answer.',
  'answer.tonight': 'Ask me tonight',
  'answer.tomorrow': 'Ask me tomorrow',
  'answer.skip': 'Skip this one',
  'answer.about': 'about {time}',
  'answer.unsent': 'Nobody sees this until you send it.',
  'answer.savedAt': 'Saved at {time}. Nobody has seen it yet.',
  'answer.savedOn': 'Saved on {day} at {time}. Nobody has seen it yet.',
  'answer.sentAt': 'You sent this at {time}. You can still change it.',
  'answer.notSaved': 'We could not save just now. Your words are still here. Try again.',
  'answer.notSent': 'We could not send just now. Your words are still here. Try again.',
  'answer.offline': 'You seem to be offline. Your words are still here. Try again in a while.',
  'answer.tooLong':
    'That is more than this page can hold. Your words are still here. Cut it to {max, number} characters, or send it in two parts.',
  'answer.unreadable':
    'There is a character here we cannot store. Your words are still here. Type that part again, then send.',
  'answer.pageTooOld': 'This page was open for a long time. Your words are still here. Send once more.',
  'answer.nothingWritten':
    'There is nothing here yet, and that’s fine. You can choose “Nothing came up” or “Skip this one”.',

  'information.title': 'A short note',
  'information.titleFrom': 'A short note from {reader}',
  'information.nothingNeeded': 'Nothing needed. There is nothing to fill in.',

  'reads.beforeCall': '{reader} plans to read this before your call on {day}.',
  'reads.byDay': 'Someone on your care team reads this by {day}.',
  'reads.away': '{reader} is away until {until}. {cover} reads until then.',
  'reads.notWatched': 'Nobody is watching this page around the clock.',
  'reads.lastRead': '{reader} has read what you sent on {day}.',
} as const;
