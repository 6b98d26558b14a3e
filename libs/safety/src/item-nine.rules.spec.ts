import { Temporal } from 'temporal-polyfill';
import { type ItemNine, itemNineColour } from './item-nine.rules.js';

const now = Temporal.Instant.from('2026-11-02T16:30:00Z');
const values = [0, 1, 2, 3];
const previous = [null, 0, 1, 2, 3];
const answers = [null, 'yes', 'no', 'not-sure'] as const;
const plans = [false, true];

const every: ItemNine[] = values.flatMap((value) =>
  previous.flatMap((previousValue) =>
    answers.flatMap((feelsSafe) =>
      plans.map((hasRecentSafetyPlan) => ({ value, previousValue, feelsSafe, hasRecentSafetyPlan })),
    ),
  ),
);

/** Told the other way round than the rule: the list of what is red. */
function worded(item: ItemNine): string {
  if (item.value === 0) return 'none';
  const isRed =
    item.previousValue === null || // first positive, for all that is known
    item.previousValue === 0 || // first positive, and a rise
    item.value > item.previousValue || // any rise
    item.value >= 2 ||
    item.value < item.previousValue || // fallen to 1: not "unchanged at 1"
    item.feelsSafe === 'no' ||
    item.feelsSafe === 'not-sure' ||
    !item.hasRecentSafetyPlan;
  if (isRed) return 'red';
  return item.feelsSafe === 'yes' ? 'amber' : 'amber, red in 10 minutes';
}

function found(item: ItemNine): string {
  const colour = itemNineColour(item, now);
  if (!colour) return 'none';
  if (!colour.settlesAt) return colour.colour;
  return `${colour.colour}, red in ${colour.settlesAt.since(now).total('minutes')} minutes`;
}

describe('the colour of item 9', () => {
  it.each(every)(
    'value $value after $previousValue, safe: $feelsSafe, plan: $hasRecentSafetyPlan',
    (item) => {
      expect(found(item)).toBe(worded(item));
    },
  );

  it('is amber in two of all 160 cases, and waits in one of them', () => {
    const colours = every.map(found);
    expect(every).toHaveLength(160);
    expect(colours.filter((colour) => colour === 'none')).toHaveLength(40);
    expect(colours.filter((colour) => colour === 'amber')).toHaveLength(1);
    expect(colours.filter((colour) => colour === 'amber, red in 10 minutes')).toHaveLength(1);
  });
});
