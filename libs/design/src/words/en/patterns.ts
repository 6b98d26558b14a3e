/**
 * Worth asking about on the call; staff read these. A title asks a question and names no cause, a figure says what was
 * compared. Days are on the client's clock.
 */
export const patterns = {
  'pattern.title.own-word': 'They said that something old came back. What was it like?',
  'pattern.title.early-sign': 'An early sign that was agreed with them has shown. How did they notice?',
  'pattern.title.quiet-return': 'More than one thing has moved back. How is it for them?',
  'pattern.title.gone-quiet': 'Silence can mean a full week, or a hard one. Worth asking.',

  'pattern.said-old-returned': '{on}: yes, something old has slipped back in.',
  'pattern.signs-chosen':
    '{on}: {count, plural, one {# of the agreed early signs} other {# of the agreed early signs}}.',
  'pattern.unanswered':
    '{count} questions in a row closed without an answer, the first from {since}. Before them, {answered} of {asked} were answered.',
  'pattern.given-back':
    '{line}: {before} before, {best} at its best on {bestOn}, {mean} as the mean of the last three. {percent} % of the gain went back.',
  'pattern.same-trigger': '“{trigger}”: {count} times from {from} to {to}, each time “{response}”.',
  'pattern.swamped': 'Life was “swamped” on {count} days, {from} to {to}.',
  'pattern.measure-up':
    '{measure}: {total} on {on}, {points, plural, one {# point} other {# points}} above {results, plural, one {the one before it} other {the mean of the two before it}} ({before}).',

  'pattern.measure.phq-9': 'PHQ-9',
  'pattern.measure.gad-7': 'GAD-7',
} as const;

/** The same comparisons, told to the client: everything that is compared, and nothing that is not. */
export const compared = {
  'compared.intro':
    'A computer lays a few things you tell us side by side. It does not know why they change, and it guesses nothing. It only tells your care team what to ask about on the next call.',
  'compared.own-word': 'If you say that something old came back, we ask you about it.',
  'compared.early-sign': 'If you pick one of your early signs, we ask you about it.',
  'compared.two':
    'Of the next five, one alone means nothing. Only when two of them are there within {days} days do we ask.',
  'compared.unanswered':
    '{count} of our questions in a row got no reply, though you had replied to most of the ones before ({percent} in 100 or more). To skip one is a reply. A rest you chose never counts, and nor does mail that did not reach you.',
  'compared.given-back':
    'Your taps for ease, energy or sleep had gone up by {steps, plural, one {# step} other {# steps}} or more. Your last three taps are most of the way back ({percent} in 100 or more). Taps in the first {hours} hours after a session do not count here.',
  'compared.same-trigger':
    'You told us of the same trigger {count} times in {days} days. Each time you tapped “I reacted as I used to”.',
  'compared.swamped': 'You tapped “swamped” on {count} days out of {days}.',
  'compared.measure-up':
    'You filled in a form called PHQ-9, and it came out {phq9} or more points above the mean of your last two. Or GAD-7, and it was {gad7} or more.',
  'compared.quiet':
    'If only the replies stop, we may ask how you are. It can mean a full week, or a hard one.',
  'compared.nothing-else':
    'What you take back is not compared. No computer reads your words for what they mean.',
} as const;
