/** The brief on paper, and all of today's in one print. Times arrive already worded. */
export const consolePrint = {
  'print.title': 'Today’s briefs',
  'print.what':
    '{n, plural, one {# brief, in the order it is printed.} other {# briefs, in the order of your calls. Each begins on a page of its own.}}',
  'print.all': 'Print all',
  'print.hideNames': 'Hide names',
  'print.showNames': 'Show names',
  'print.none': 'There is no brief to print today: none of today’s calls is with a client you see.',
  'print.failed': 'Today’s briefs could not be put together. Nothing was printed.',
  'print.notYours': 'Briefs are for practitioners, who read them before their calls.',
  'print.pageOf': '{n} of {of}',
  'print.continues': 'Brief for the call {time}, {zone}',
  'print.continued': 'continued',
  'print.theirClock': 'times are {name}’s',
  'print.foot': 'A brief, to be read before one call. {whose} Keep it where you keep your notes.',
  'print.footNotes':
    'A brief, to be read before one call, with your private notes. {whose} Keep it where you keep your notes.',
  'print.note': 'Your note, {date}:',
  'print.flag': '{label}{note, select, none {} other { ({note})}}, {time}',
  'print.number': 'Reflection {n}',
} as const;
