const { default: Sequencer } = require('@jest/test-sequencer');

/** Those that take minutes, the longest first: begun last, one of them would run alone at the end. */
const LONG = [
  ...['test/years/', 'test/sentinels/interleaved', 'test/browser/', 'test/e2e/', 'test/sentinels/'],
  'libs/prompts/src/schedule-',
];

const rank = ({ path }) => {
  const at = LONG.findIndex((part) => path.includes(part));
  return at < 0 ? LONG.length : at;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
