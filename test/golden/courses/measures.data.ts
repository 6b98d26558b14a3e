import { course } from '../course-dsl.js';
import { gad7, phq8, phq9, swampedOn, up, without } from '../figures.js';

/** Days 50 and 54 swamped: the second sign. */
const swampedWeek = (name: string) =>
  course(name).session(0).answer(50, { crowded: 5 }).answer(54, { crowded: 5 });

export const MEASURED = [
  swampedWeek('PHQ-9 stands six points above the mean of the last two')
    .answer(-3, phq9(12))
    .answer(15, phq9(8))
    .answer(52, phq9(16))
    .readOn(56)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [
            swampedOn(2, 50, 54),
            up('phq-9', { total: 16, day: 52, points: 6, before: 10, results: 2 }),
          ],
          from: ['d-3', 'd15', 'd50', 'd52', 'd54'],
          day: 54,
        },
      ],
      scores: {
        'd-3': { total: 12, band: 'moderate', label: 'baseline' },
        d15: { total: 8, band: 'mild', label: 'after' },
        d52: { total: 16, band: 'moderately-severe', label: 'after' },
      },
    }),

  swampedWeek('near miss: PHQ-9 stands five and a half points above it')
    .answer(-3, phq9(12))
    .answer(15, phq9(9))
    .answer(52, phq9(16))
    .readOn(56)
    .expects({
      scores: {
        'd-3': { total: 12, band: 'moderate', label: 'baseline' },
        d15: { total: 9, band: 'mild', label: 'after' },
        d52: { total: 16, band: 'moderately-severe', label: 'after' },
      },
    }),

  swampedWeek('GAD-7 stands four points above the mean of the last two')
    .answer(-3, gad7(10))
    .answer(15, gad7(4))
    .answer(52, gad7(11))
    .readOn(56)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [
            swampedOn(2, 50, 54),
            up('gad-7', { total: 11, day: 52, points: 4, before: 7, results: 2 }),
          ],
          from: ['d-3', 'd15', 'd50', 'd52', 'd54'],
          day: 54,
        },
      ],
      scores: {
        'd-3': { total: 10, band: 'moderate', label: 'baseline' },
        d15: { total: 4, band: 'minimal', label: 'after' },
        d52: { total: 11, band: 'moderate', label: 'after' },
      },
    }),

  swampedWeek('near miss: GAD-7 stands three and a half points above it')
    .answer(-3, gad7(10))
    .answer(15, gad7(5))
    .answer(52, gad7(11))
    .readOn(56)
    .expects({
      scores: {
        'd-3': { total: 10, band: 'moderate', label: 'baseline' },
        d15: { total: 5, band: 'mild', label: 'after' },
        d52: { total: 11, band: 'moderate', label: 'after' },
      },
    }),

  swampedWeek('near miss: PHQ-8 has no place in it, however high')
    .answer(-3, phq8(4))
    .answer(52, phq8(24))
    .readOn(56)
    .expects({
      scores: {
        'd-3': { total: 4, band: 'minimal', label: 'baseline' },
        d52: { total: 24, band: 'severe', label: 'after' },
      },
    }),

  swampedWeek('near miss: the high one is unfinished, so it has no score')
    .answer(-3, phq9(10))
    .answer(15, phq9(10))
    .answer(52, without(phq9(24), '4'))
    .readOn(56)
    .expects({
      scores: {
        'd-3': { total: 10, band: 'moderate', label: 'baseline' },
        d15: { total: 10, band: 'moderate', label: 'after' },
        d52: null,
      },
    }),

  swampedWeek('near miss: the low one is from the first 72 hours, and no baseline')
    .answer(-3, phq9(15))
    .answer(2, phq9(3))
    .answer(52, phq9(16))
    .readOn(56)
    .expects({
      scores: {
        'd-3': { total: 15, band: 'moderately-severe', label: 'baseline' },
        d2: { total: 3, band: 'minimal', label: 'mid-series' },
        d52: { total: 16, band: 'moderately-severe', label: 'after' },
      },
    }),

  swampedWeek('PHQ-9 and GAD-7 rose together: one sign of two')
    .answer(-3, { ...phq9(5) })
    .answer(-2, { ...gad7(5) })
    .answer(52, { ...phq9(11) })
    .answer(53, { ...gad7(9) })
    .readOn(56)
    .expects({
      notes: [
        {
          rule: 'quiet-return',
          figures: [
            swampedOn(2, 50, 54),
            up('phq-9', { total: 11, day: 52, points: 6, before: 5, results: 1 }),
            up('gad-7', { total: 9, day: 53, points: 4, before: 5, results: 1 }),
          ],
          from: ['d-3', 'd-2', 'd50', 'd52', 'd53', 'd54'],
          day: 54,
        },
      ],
      scores: {
        'd-3': { total: 5, band: 'mild', label: 'baseline' },
        'd-2': { total: 5, band: 'mild', label: 'baseline' },
        d52: { total: 11, band: 'moderate', label: 'after' },
        d53: { total: 9, band: 'mild', label: 'after' },
      },
    }),

  course('a risen PHQ-9 alone is no note')
    .session(0)
    .answer(-3, phq9(5))
    .answer(52, phq9(20))
    .readOn(56)
    .expects({
      scores: {
        'd-3': { total: 5, band: 'mild', label: 'baseline' },
        d52: { total: 20, band: 'severe', label: 'after' },
      },
    }),
];
