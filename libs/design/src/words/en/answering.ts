/** Answering over several pages, how soon it is read, the passphrase, and leaving something unasked. */
export const answering = {
  'pages.of': 'Page {page, number} of {of, number}',
  'pages.next': 'Continue',
  'pages.back': 'Back',
  'pages.many': 'Choose as many as you like, or none.',
  'pages.one': 'Choose one, or none.',
  'pages.rating': '0 is “{low}”. 10 is “{high}”.',

  'answer.notOffered': 'One choice did not come through. The rest is still here. Please choose once more.',
  'answer.callAsked': 'The clinic has your request for a call.',

  'wait.legend': 'Can this wait?',
  'wait.can-wait': 'Yes',
  'wait.next-working-day': 'Please read it by the next working day',
  'wait.nextDayBy': 'by {day}',
  'wait.call-me': 'Call me',

  'unlock.title': 'Before you go on',
  'unlock.heading': 'What is your passphrase?',
  'unlock.hint': 'You chose it when you said yes to these e-mails.',
  'unlock.open': 'Open',
  'unlock.wrong': 'That is not it. Please try once more.',
  'unlock.wait':
    'That was a lot of tries. Please wait {minutes, plural, one {a minute} other {# minutes}}, then try again.',
  'unlock.forgotten': 'Forgot it? Call the clinic. They can take it off.',

  'unasked.titleForStaff': 'Left unasked',
  'unasked.question': 'What would you like us to know?',
  'unasked.questionHint': 'One line is enough. It need not be about anything we asked.',
  'unasked.title': 'A note for your care team',
  'unasked.askTitle': 'Leave a note',
  'unasked.ask': 'Leave something for your care team',
  'unasked.askHint':
    'Type your e-mail address. If we know it, we send you a link. It works once, for {minutes, number} minutes.',
  'unasked.email': 'Your e-mail address',
  'unasked.send': 'Send me a link',
  'unasked.notAnAddress': 'That does not look like an e-mail address. Please check it.',
  'unasked.askedTitle': 'Look in your mail',
  'unasked.asked': 'Thank you. Look in your mail.',
  'unasked.askedHint':
    'If we know this address, a link is on its way. It works once, for {minutes, number} minutes.',
  'unasked.openTitle': 'Your link',
  'unasked.open': 'Your page is ready.',
  'unasked.openHint': 'This link works once. The page stays open here for {count, number} hours.',
  'unasked.openButton': 'Open',
  'unasked.nothingWritten': 'There is nothing here yet, and that’s fine. You can also close this page.',
  'unasked.notKept': 'This page keeps nothing until you send it.',
  'unasked.lapsed': 'This page has closed.',
  'unasked.lapsedHint': 'It stays open for a short while only. You can ask for a new link.',
  'unasked.again': 'Ask for a new link',
} as const;
