/** Pages of a measure and of a safety check, what follows on them at once, and what becomes a thread. */
export const asksSafely = {
  'measure.title': 'A few short questions',
  'measure.oneOrNone': 'Choose one, or leave it out.',
  'measure.leaveOut': 'Leave this one out',
  'measure.toldBefore':
    'Before you choose: if you choose anything but “{least}”, we tell the clinic, even if you stop here.',
  'measure.toldState': 'If you choose anything but “{least}”, we tell the clinic at once.',

  'check.question': 'Is any of this true for you right now?',
  'check.hint': 'Choose all that fit. If you choose one, we tell the clinic at once, even if you stop here.',
  'check.none': 'None of these',
  'check.state': 'If you choose one of these, we tell the clinic at once.',
  'check.body': 'Your body',
  'check.mind': 'Your mind, and being safe',

  'safetySign.chest-pain': 'Chest pain',
  'safetySign.breathing': 'It is hard to breathe',
  'safetySign.severe-headache': 'A very bad headache',
  'safetySign.fainting': 'I fainted, or nearly did',
  'safetySign.vomiting': 'I throw up and it will not stop',
  'safetySign.confusion': 'I am confused, or not sure where I am',
  'safetySign.voices': 'I hear or see what others do not',
  'safetySign.paranoia': 'I feel watched, or that people are out to get me',
  'safetySign.feeling-unsafe': 'I do not feel safe with myself',
  'safetySign.unsafe-at-home': 'I am not safe where I live',
  'safetySign.harm-to-others': 'I might hurt someone',
  'safetySign.unreality': 'The world or I have felt unreal for more than a day',
  'safetySign.racing-without-sleep': 'I hardly sleep, and I am full of energy',
  'safetySign.urinary': 'It hurts to pee, or there is blood',
  'safetySign.craving-or-extra-doses': 'I crave more doses, or I took some on my own',

  'feelsSafe.title': 'One more question',
  'feelsSafe.thanks': 'Thank you for telling us. The clinic has been told.',
  'feelsSafe.question': 'Do you feel safe until you next talk with us?',
  'feelsSafe.nextCall': 'Your next call is on {day}.',
  'feelsSafe.yes': 'Yes',
  'feelsSafe.no': 'No',
  'feelsSafe.not-sure': 'I am not sure',
  'feelsSafe.leaveOut': 'Leave this one out',

  'helpNow.title': 'Help now',
  'helpNow.emergency': 'Call {number} now. Do not wait for us.',
  'helpNow.emergencyLocal': 'Call your local emergency number now. Do not wait for us.',
  'helpNow.emergencyHint': 'What you chose can mean that your body needs help right now.',
  'helpNow.emergencyButton': 'Call {number}',
  'helpNow.crisis': 'You do not have to wait for us.',
  'helpNow.crisisHint': 'If you may not be safe, use one of these now. They are there at any hour.',
  'helpNow.today': 'Thank you. We read this today.',
  'helpNow.later': 'Thank you. The clinic has been told.',
  'helpNow.told': 'We have told the clinic.',
  'helpNow.toldToo': 'We have told the clinic as well.',
  'helpNow.seenToday': 'They see it today by {time}.',
  'helpNow.seenOn': 'They see it on {day} by {time}.',
  'helpNow.closed': 'Nobody is there right now.',
  'helpNow.worse': 'If it gets worse before then, do not wait for us.',
  'helpNow.goOn': 'Go on',

  'asksSafe.question': 'Are you safe right now?',
  'asksSafe.hint':
    'A computer looks for a few phrases in what is sent. It misses most, and it can be wrong. It found one, so we ask, and we have told the clinic.',
  'asksSafe.yes': 'Yes',
  'asksSafe.callMe': 'Call me',

  'told.savedAt': 'Saved at {time}. Not sent. The clinic has been told what you chose about safety.',
  'told.savedHeading': 'Saved. Not sent.',
  'told.savedHint':
    'Nobody has seen the rest. The clinic was told at once what you chose on the page about safety.',

  'keepThread.legend': 'Does it keep coming back?',
  'keepThread.label': 'Keep this as a thread',
  'keepThread.hint': 'A thread is something that keeps coming back. You can look at it with your care team.',
  'keepThread.name': 'A name for it, if you like',
  'keepThread.unnamed': 'Unnamed is fine.',
  'answer.nameTooLong':
    'That name is too long. Your words are still here. Cut it to {max, number} characters.',

  'seen.safety': 'What you tap about safety',
  'seen.atOnce':
    'The people who answer for safety here are told at once, sent or not. That note holds no name and no word of yours.',
  'seen.whileOpen':
    'While they look after it, they can see what you tapped, your phone number, and whom to call for you. A log keeps who and when.',
  'seen.callBack': 'The front desk can be asked to set up a call with you. They are not told why.',
  'seen.forms': 'Safety checks and forms with a total: your whole care team sees these.',
  'seen.phrases':
    'A computer looks for a few phrases in what you send. It misses most, so please do not count on it. If it finds one, the people who answer for safety can read that sentence while they look after it.',
  'seen.noPhrases': 'No computer looks for phrases in what you send here.',
  'seen.compared': 'What is compared',

  'shownBack.when': 'You, {n, plural, one {# day ago} other {# days ago}}, on {day}',
  'shownBack.why': 'You said that we may show you this.',
} as const;

/** Three taps about a moment that went a little differently. */
export const shiftLog = {
  'shiftLog.link': 'Did a small thing go differently? Note it in three taps.',
  'shiftLog.title': 'A small shift',
  'shiftLog.titleForStaff': 'A shift, noted by the client',
  'shiftLog.step': 'Tap {page, number} of {of, number}',
  'shiftLog.trigger': 'What was it that set it off?',
  'shiftLog.response': 'And what did you do?',
  'shiftLog.chip': 'Does one of these fit?',
  'shiftLog.chipHint': 'One tap on one of these sends it. “None of these” sends it too.',
  'shiftLog.noChip': 'None of these',
  'shiftLog.back': 'Back',
  'shiftLog.toStart': 'Note another one',
  'shiftLog.thanks': 'Noted. Thank you.',
  'shiftLog.withReader': '{reader} sees it beside what you send.',
  'shiftLog.withTeam': 'Your care team sees it beside what you send.',
  'shiftLog.toQuestion': 'Go back',

  'shift.trigger.words-from-someone': 'Something someone said',
  'shift.trigger.family': 'Family',
  'shift.trigger.work': 'Work',
  'shift.trigger.being-alone': 'Being alone',
  'shift.trigger.money': 'Money',
  'shift.trigger.body': 'Something in my body',
  'shift.trigger.night': 'The night',
  'shift.trigger.no-clear-reason': 'No clear reason',

  'shift.response.reacted': 'I reacted as I used to',
  'shift.response.noticed-after': 'I saw it some time after',
  'shift.response.noticed-during': 'I saw it in the middle of it',
  'shift.response.noticed-at-start': 'I saw it right at its start',
  'shift.response.paused': 'I took a pause first',
} as const;
