/** What staff read of a result. Bands carry their published label in the definition; clients never read one. */
export const measures = {
  'measureLabel.baseline': 'Baseline',
  'measureLabel.mid-series': 'Mid-series',
  'measureLabel.after': 'After the series',
  'measure.unscored': 'Not finished, so not scored',
} as const;
