/** Questions that are made when a prompt is sent, of what was agreed with the client; the client reads them. */
export const askedExtras = {
  'askedExtras.earlySigns': 'Have you seen any of your early signs lately?',
  'askedExtras.earlySignsHint': 'You chose these with your care team. None is a full answer.',
  'askedExtras.threadFits': '“{name}”: does this still fit?',
  'askedExtras.fits': 'It fits',
  'askedExtras.not-quite': 'Not quite',
  'askedExtras.not-sure': 'Not sure',
  'askedExtras.threadRating': '“{name}”: where is it for you now?',
  'askedExtras.ratingLow': 'Far away',
  'askedExtras.ratingHigh': 'Very close',
  // Only where staff look at a prompt before anybody gets it: nobody agreed to these.
  'askedExtras.sampleSign': 'Up late with the phone',
  'askedExtras.otherSampleSign': 'No walk for a week',
  'askedExtras.sampleThread': 'Room to breathe',
} as const;
