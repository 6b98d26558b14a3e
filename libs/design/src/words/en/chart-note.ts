/** The note that a practitioner copies into the clinic's chart: quotes, what was done, minutes. Nothing is made up. */
export const chartNote = {
  'chartNote.title': 'Integration call, {when}',
  'chartNote.who': 'With {name}. {minutes, plural, one {# minute} other {# minutes}}.',
  'chartNote.reading': 'Reading beforehand: about {minutes, plural, one {# minute} other {# minutes}}.',
  'chartNote.quotes': 'In the client’s words, read before the call',
  'chartNote.noQuotes': 'Nothing was read since the last call.',
  'chartNote.quote': '{when}: “{quote}”',
  'chartNote.safety': 'Safety flags since the last call',
  'chartNote.flag': '{raised}: {label}. Closed {closed}, done by {name}: {disposition}',
} as const;
