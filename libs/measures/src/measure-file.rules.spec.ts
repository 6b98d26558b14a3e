import fc from 'fast-check';
import { checkMeasureFile, MOST_ITEMS } from './measure-file.rules.js';
import { scoreOf } from './measure-score.rules.js';
import { NEWEST_MEASURES } from './measures.data.js';

const taken = NEWEST_MEASURES.map(({ code }) => code);
const ours = {
  code: 'our-weeks',
  title: 'Our weeks',
  language: 'en-US',
  source: 'Made by the clinic, 2026.',
  licence: 'Our own. Other clinics ask us.',
  population: 'No figures yet.',
  windowDays: 7,
  stem: 'In the last week, how often was this so?',
  items: [
    { id: '1', text: 'I had room for myself' },
    { id: '2', text: 'I slept through' },
  ],
  options: [
    { value: 0, label: 'Never' },
    { value: 1, label: 'Some days' },
    { value: 3, label: 'Most days' },
  ],
  range: { from: 0, to: 6 },
  bands: [
    { from: 0, code: 'few', label: 'Few' },
    { from: 4, code: 'many', label: 'Many' },
  ],
};
const check = (over: object = {}) => checkMeasureFile({ ...ours, ...over }, taken);
const troubles = (over: object) => check(over).troubles.map(({ field, code }) => `${field} ${code}`);
const item = (id: string, text = 'I laughed') => ({ id, text });
const option = (value: number) => ({ value, label: `${value}` });

describe('a definition file', () => {
  it('is a measure, with what may be left out filled in', () => {
    expect(check().definition).toEqual({
      ...ours,
      unscored: [],
      change: null,
      safetyItem: null,
      needsIndexEvent: false,
    });
  });

  it('may add what is asked and never scored, and a change with its source', () => {
    const unscored = [{ ...item('else', 'How hard was it?'), options: [option(0), option(9)] }];
    const change = { points: 3, source: 'Our own data, 40 clients, 2026.' };
    expect(check({ unscored, change, needsIndexEvent: true }).definition).toMatchObject({
      unscored,
      change,
      needsIndexEvent: true,
    });
  });

  it.each<[string, object, string[]]>([
    ['no licence', { licence: ' ' }, ['licence isNotEmpty']],
    ['no source', { source: undefined }, ['source isDefined']],
    ['a code of ours', { code: 'phq-9' }, ['code codeOfOurs']],
    ['a code that is none', { code: 'Our weeks' }, ['code matches']],
    ['a code every object has', { code: 'constructor' }, ['code matches']],
    ['a language that is none', { language: 'English' }, ['language isLocale']],
    ['a window of years', { windowDays: 400 }, ['windowDays max']],
    ['half a day', { windowDays: 0.5 }, ['windowDays isInt']],
    ['an id twice', { items: [item('1'), item('1')] }, ['items arrayUnique']],
    [
      'an id for two questions, scored and not',
      { unscored: [{ ...item('2'), options: [option(0), option(1)] }] },
      ['items arrayUnique'],
    ],
    ['no items', { items: [] }, ['items arrayMinSize']],
    [
      'too many items',
      {
        items: Array.from({ length: MOST_ITEMS + 1 }, (_, index) => item(`i${index}`)),
        range: { from: 0, to: 180 },
      },
      ['items arrayMaxSize'],
    ],
    ['one option', { options: [option(3)], range: { from: 6, to: 6 }, bands: [] }, ['options arrayMinSize']],
    [
      'two options of one value',
      { options: [option(0), option(3), { value: 3, label: 'Also' }] },
      ['options arrayUnique'],
    ],
    ['a value below zero', { options: [option(-1), option(3)] }, ['options.0.value min']],
    ['a range that cannot be reached', { range: { from: 0, to: 7 } }, ['range rangeDiffers']],
    ['no range', { range: undefined }, ['range isDefined']],
    ['bands that fall', { bands: [...ours.bands].reverse() }, ['bands.1.from notAscending']],
    [
      'a band beyond the range',
      { bands: [{ from: 9, code: 'a', label: 'A' }] },
      ['bands.0.from outsideRange'],
    ],
    ['a change without a source', { change: { points: 2 } }, ['change.source isDefined']],
    ['a change beyond the range', { change: { points: 7, source: 'S' } }, ['change.points max']],
    ['half a range', { range: { from: 0 } }, ['range.to isDefined']],
    ['a band that is a number', { bands: [4] }, ['bands.0 isObject']],
    ['a safety item', { safetyItem: '1' }, ['safetyItem asksForSafety']],
    ['a version', { version: 2 }, ['version whitelistValidation']],
    ['a program', { score: 'items => 1' }, ['score whitelistValidation']],
    ['a text without end', { stem: 'a'.repeat(301) }, ['stem maxLength']],
    ['two lines', { stem: 'One\nTwo' }, ['stem isSingleLine']],
    ['text that turns around', { title: 'A\u202eB' }, ['title isSafeText']],
    ['half a character', { title: '\ud800' }, ['title isSafeText']],
    ['a list for an object', { range: [0, 6] }, ['range isObject']],
  ])('is refused with %s', (_what, over, expected) => {
    expect(troubles(over)).toEqual(expected);
    expect(check(over).definition).toBeNull();
  });

  it.each([
    'Thoughts that you would be better off dead or of hurting yourself in some way',
    'I thought about suicide',
    'I wanted to die',
    'Thoughts of harming yourself',
    'Thoughts about ending your life',
  ])('never asks what needs a person at once: “%s”', (text) => {
    expect(troubles({ items: [item('1'), item('2', text)] })).toEqual(['items.1.text asksForSafety']);
    expect(troubles({ stem: text })).toEqual(['stem asksForSafety']);
  });

  it('is told everything at once, and what the range would be', () => {
    const told = checkMeasureFile({ ...ours, licence: '', range: { from: 1, to: 6 } }, taken).troubles;
    expect(told).toEqual([
      { field: 'licence', code: 'isNotEmpty', params: {} },
      { field: 'range', code: 'rangeDiffers', params: { from: 0, to: 6 } },
    ]);
  });

  it.each([null, undefined, [], [ours], 'a', 5, true, () => ours])('is refused when it is %p', (file) => {
    const { definition, troubles: told } = checkMeasureFile(file, taken);
    expect(definition).toBeNull();
    expect(told).toHaveLength(1);
  });

  it('that is empty is told what it lacks', () => {
    const told = checkMeasureFile({}, taken).troubles;
    const mustHave = Object.keys(ours).filter((name) => name !== 'bands');
    expect(told).toEqual(mustHave.map((field) => ({ field, code: 'isDefined', params: {} })));
  });

  it('changes nothing but its own copy', () => {
    const text = JSON.stringify(ours).replace('{"code"', '{"__proto__":{"polluted":1},"code"');
    const { definition, troubles: told } = checkMeasureFile(JSON.parse(text), taken);
    expect(definition).toBeNull();
    expect(told).toEqual([{ field: '__proto__', code: 'whitelistValidation', params: {} }]);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    const file = structuredClone(ours);
    checkMeasureFile(file, taken).definition!.items[0]!.text = 'Changed';
    expect(file).toEqual(ours);
  });
});

describe('any file at all', () => {
  const value = fc.integer({ min: 0, max: 12 });
  const id = fc.constantFrom('1', '2', '3', 'a-b', 'x', 'y', 'z', 'constructor');
  const options = fc.uniqueArray(value, { minLength: 1, maxLength: 12 }).map((values) => values.map(option));
  const almost = fc
    .record({
      items: fc.uniqueArray(id, { maxLength: 6 }).map((ids) => ids.map((one) => item(one))),
      options,
      unscored: fc
        .uniqueArray(id, { maxLength: 2 })
        .chain((ids) => options.map((own) => ids.map((one) => ({ ...item(`u-${one}`), options: own })))),
      bands: fc
        .uniqueArray(fc.integer({ min: 0, max: 30 }), { maxLength: 4 })
        .map((froms) => froms.map((from) => ({ from, code: `b${from}`, label: 'B' }))),
      off: fc.constantFrom(0, 0, 0, 1),
    })
    .map(({ off, ...file }) => {
      const values = file.options.map((one) => one.value);
      const reach = (one: number) => one * file.items.length;
      const range = { from: reach(Math.min(...values)), to: reach(Math.max(...values)) + off };
      return { ...ours, ...file, bands: file.bands.sort((a, b) => a.from - b.from), range };
    });

  it('that is accepted can be scored for every complete answer, and stays in its range', () => {
    let accepted = 0;
    fc.assert(
      fc.property(almost, fc.infiniteStream(fc.nat()), (file, picks) => {
        const { definition } = checkMeasureFile(file, taken);
        if (!definition) return;
        accepted += 1;
        const { items, options: offered, range } = definition;
        const answers = Object.fromEntries(
          items.map(({ id: one }) => [one, offered[picks.next().value! % offered.length]!.value]),
        );
        const score = scoreOf({ ...definition, version: 1 }, answers);
        expect(score).not.toBeNull();
        expect(score!.total >= range.from && score!.total <= range.to).toBe(true);
        const highest = Object.fromEntries(
          items.map(({ id: one }) => [one, Math.max(...offered.map((o) => o.value))]),
        );
        expect(scoreOf({ ...definition, version: 1 }, highest)!.total).toBe(range.to);
      }),
      { numRuns: 600 },
    );
    expect(accepted).toBeGreaterThan(30);
  });

  it('is answered, never thrown at, and told no more than a hundred things', () => {
    const anything = fc.oneof(
      fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withSparseArray: true }),
      fc.record(Object.fromEntries(Object.keys(ours).map((name) => [name, fc.anything()])), {
        requiredKeys: [],
      }),
    );
    fc.assert(
      fc.property(anything, (file) => {
        const { definition, troubles: told } = checkMeasureFile(file, taken);
        expect(definition === null).toBe(told.length > 0);
        expect(told.length).toBeLessThanOrEqual(100);
      }),
    );
  });
});
