/** The measures in the console's settings: what we hold, and what a clinic defines itself. */
export const consoleMeasures = {
  'measures.notYours':
    'Measures are looked after by the practitioners and admins of your clinic. Ask one of them.',
  'measures.ours': 'What we hold',
  'measures.oursWhat':
    'Published questionnaires, word for word. One that is not finished has no total. Clients never see a total or a band.',
  'measures.own': 'Your clinic’s own',
  'measures.noOwn': 'Nothing of your own yet.',
  'measures.archived': 'Archived',
  'measures.version': 'version {n}',
  'measures.items': '{n, plural, one {# question} other {# questions}}',
  'measures.source': 'Source',
  'measures.licence': 'Licence',
  'measures.population': 'Figures are from',
  'measures.window': 'Looks back',
  'measures.windowDays':
    '{days, plural, =0 {only on today} =7 {a week} =14 {two weeks} =31 {a month} one {# day} other {# days}}',
  'measures.range': 'Total',
  'measures.rangeOf': '{from, number} to {to, number}',
  'measures.bands': 'Bands',
  'measures.bandOf': '{label} from {from, number}',
  'measures.noBands': 'None. The total stands alone.',
  'measures.change': 'Reliable change',
  'measures.changeOf': '{n, plural, one {# point} other {# points}}. {source}',
  'measures.noChange': 'No figure we could stand by.',
  'measures.safetyItem':
    'Question {n} asks about being better off dead. Any answer but the first is told to the clinic at once, so it goes out on staffed mornings only.',
  'measures.withoutMornings':
    'Where no morning from Monday to Thursday has a responder, a backup and hours, or somebody sends it at another time, PHQ-8 goes out instead: the same questions without that one.',
  'measures.indexEvent': 'It asks about one event. Name that event with the client first.',
  'measures.wording': 'The questions',
  'measures.alsoAsked': 'Asked too, never scored',
  'measures.archive': 'Archive',
  'measures.archiveTitle': 'Archive “{title}”?',
  'measures.archiveWhat': 'It is not offered for plans any more. What clients answered keeps its questions.',
  'measures.didArchive': '“{title}” is archived.',

  'measureFile.title': 'Define your own',
  'measureFile.what':
    'A measure is a small text file. Use it under your own licence. The same code again makes the next version; earlier answers keep theirs.',
  'measureFile.choose': 'Choose a file',
  'measureFile.text': 'What the file says',
  'measureFile.textHint': 'Choose a file, or paste its text. You can correct it here.',
  'measureFile.add': 'Add this measure',
  'measureFile.didAdd': '“{title}” is in your measures, version {n}.',
  'measureFile.refused': '{n, plural, one {One thing does} other {# things do}} not fit yet',
  'measureFile.nothingAdded': 'Nothing was added. Correct the text, then add it again.',
  'measureFile.notJson': 'This cannot be read as JSON. Look for a missing comma, quotation mark or bracket.',
  'measureFile.tooLarge': 'This file is too large for a measure. It may have 100,000 characters.',
  'measureFile.whole': 'the file',
  'measureFile.sample': 'A file to begin with',
  'measureFile.copySample': 'Copy this file',
} as const;
