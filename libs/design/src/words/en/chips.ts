/** What a client may pick beside their words: seven challenges (C) and four everyday shifts (S). */
export const chips = {
  'chip.C1': 'Relief first, then all unclear',
  'chip.C2': 'Open, with no place to put it',
  'chip.C3': 'The wish to act fades as days go by',
  'chip.C4': 'I fear I will lose what I found',
  'chip.C5': 'Something moved, and I don’t know what to do with it',
  'chip.C6': 'It felt like nothing',
  'chip.C7': 'It was frightening',

  'chip.S1': 'I took a pause before I acted',
  'chip.S2': 'I saw an old loop sooner',
  'chip.S3': 'I met a feeling with more kindness',
  'chip.S4': 'I held a low mood or a worry in a new way',
} as const;
