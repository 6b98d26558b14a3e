import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const [lightCss = '', darkCss = ''] = readFileSync(join(__dirname, 'tokens.css'), 'utf8').split(
  '@media screen and (prefers-color-scheme: dark)',
);
const light = coloursOf(lightCss);
const dark = coloursOf(darkCss);

const grounds = ['paper', 'surface', 'sunk', 'calm-tint', 'spruce-tint'];
const stages = ['insight', 'awareness', 'choice', 'change'];

const readable: [string, string][] = [
  ...pairs(['ink', 'ink-2', 'ink-3', 'spruce', 'spruce-deep'], grounds),
  ...stages.flatMap((stage) => pairs([stage], ['paper', 'surface', `${stage}-tint`])),
  ...stages.flatMap((stage) => pairs(['ink'], [`${stage}-tint`])),
  ...pairs(['safety', 'ink', 'ink-2', 'ink-3'], ['safety-tint']),
  ...pairs(['safety'], ['paper', 'surface', 'sunk']),
  ...pairs(['on-spruce'], ['spruce', 'spruce-deep']),
  ...pairs(['ink'], ['mark']),
];

const recognisable: [string, string][] = [
  ...pairs(['edge'], ['paper', 'surface', 'sunk']),
  ...pairs(['focus'], [...grounds, 'safety-tint']),
  ...pairs(['spruce'], grounds),
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s theme', (_name, colours) => {
  it.each(readable)('lets a person read %s on %s (4.5:1)', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(recognisable)('lets a person make out %s against %s (3:1)', (edge, ground) => {
    expect(contrast(colours[edge], colours[ground])).toBeGreaterThanOrEqual(3);
  });
});

it('gives every colour a value in both themes', () => {
  expect(Object.keys(dark)).toEqual(Object.keys(light));
});

function pairs(fronts: string[], backs: string[]): [string, string][] {
  return fronts.flatMap((front) => backs.map((back): [string, string] => [front, back]));
}

function coloursOf(css: string): Record<string, string> {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z\d-]+): (#[\da-f]{6});/g)].map(([, name, hex]) => [name, hex]),
  );
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string | undefined, b: string | undefined): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string | undefined): number {
  if (!hex) throw new Error('no such colour');
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
