/** Pages about the link itself, who reads, and pages for when something does not work. */
export const links = {
  'link.noCookieTitle': 'Open it here',
  'link.noCookie': 'This question opens in the browser you began in.',
  'link.noCookieHint':
    'What you write stays in the browser you used. To go on here, we can send a fresh link to the e-mail address we have for you.',
  'link.keptWords': 'What you wrote',
  'link.keptWordsHint': 'It is not saved or sent. You can copy it from here.',
  'link.sendFresh': 'Send me a fresh link',
  'link.freshFacts': 'It works once, for {minutes, number} minutes.',
  'link.sentTitle': 'Fresh link',
  'link.sent': 'A fresh link is on its way.',
  'link.sentHint':
    'We sent it to the e-mail address we have for you. It works once, for {minutes, number} minutes.',
  'link.sentLate': 'Nothing there? Look in the spam folder, or wait a few minutes and try once more.',
  'link.openTitle': 'Your fresh link',
  'link.open': 'Your question is ready.',
  'link.openHint': 'This link works once. It opens what you saved, in this browser.',
  'link.openButton': 'Open my question',

  'whoReads.title': 'Who sees what',
  'whoReads.reads': 'Your care team',
  'whoReads.seat.words': 'reads what you send',
  'whoReads.seat.body': 'sees safety checks only, not your words',
  'whoReads.seat.supervisor': 'reads what you send, to support your therapist',
  'whoReads.cover': 'reads for {name} until {day}',
  'whoReads.notRead': 'Who does not read your words',
  'whoReads.notFrontDesk':
    'The front desk sees that a question went out or came back. They do not see your words.',
  'whoReads.notAdmin':
    'The people who run the accounts here do not see your words. Only your care team does.',
  'whoReads.urgent':
    'If it cannot wait, one more therapist here can open your words for up to an hour. Your care team is told.',
  'whoReads.callMe': 'When you ask for a call',
  'whoReads.callMeHint':
    'Your care team hears that you asked for a call. That note holds none of your words.',
  'whoReads.drafts': 'Before you send',
  'whoReads.draftsHint': 'Saved words are yours. Nobody sees them until you send.',
  'whoReads.trace': 'What leaves a trace',
  'whoReads.opened': 'We do not track if you opened an e-mail or a page.',
  'whoReads.log': 'Each time someone at the clinic opens your words, a log keeps who and when.',
  'whoReads.back': 'Go back',

  'error.notFoundTitle': 'Page not found',
  'error.notFound': 'We can’t find this page.',
  'error.notFoundHint':
    'The link may be cut short, or too old. Nothing you wrote is lost. Try the link in the e-mail once more.',
  'error.failedTitle': 'Something went wrong',
  'error.failed': 'Something went wrong on our side.',
  'error.failedHint': 'What you saved is safe. Please try again in a few minutes.',
  'error.unavailableTitle': 'Back soon',
  'error.unavailable': 'We can’t open this just now.',
  'error.unavailableHint': 'What you saved is safe. Please try again in a few minutes.',
  'error.tooManyTitle': 'A short wait',
  'error.tooMany': 'That was a lot of tries at once.',
  'error.tooManyHint': 'What you saved is safe. Please wait a minute, then try again.',
  'error.refusedTitle': 'Not sent',
  'error.refused': 'We could not take that in.',
  'error.refusedHint': 'What you saved is safe. Open the link in the e-mail and try once more.',
  'error.retry': 'Try again',
} as const;
