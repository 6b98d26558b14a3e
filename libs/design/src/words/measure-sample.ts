/** A definition file to begin with: everything that has to stand in one, and bands, which may be left out. */
export const MEASURE_SAMPLE = {
  code: 'our-weeks',
  title: 'Our weeks',
  language: 'en-US',
  source: 'Who made it, where it was published, and when.',
  licence: 'Who allows you to use it, and on what terms.',
  population: 'Whom the bands below are from. “No figures yet” is an answer.',
  windowDays: 7,
  stem: 'In the last week, how often was this so?',
  items: [
    { id: '1', text: 'I had room for myself' },
    { id: '2', text: 'I slept through the night' },
  ],
  options: [
    { value: 0, label: 'Never' },
    { value: 1, label: 'Some days' },
    { value: 2, label: 'Most days' },
  ],
  range: { from: 0, to: 4 },
  bands: [
    { from: 0, code: 'seldom', label: 'Seldom' },
    { from: 3, code: 'often', label: 'Often' },
  ],
};
