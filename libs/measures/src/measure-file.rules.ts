import { at, FileFields } from './file-fields.rules.js';
import type { CheckedMeasure, OwnMeasure } from './measure-file.types.js';
import type { MeasureBand, MeasureItem, MeasureOption } from './measure.types.js';

export const MOST_ITEMS = 60;
const OPTIONS = { min: 2, max: 11 };
const MOST_UNSCORED = 10;
const MOST_BANDS = 20;
const HIGHEST_VALUE = 100;
const LONGEST_WINDOW = 366;
/** Longest texts, in UTF-16 units. */
const LONGEST = { title: 60, language: 35, label: 80, stem: 300, item: 500, told: 1000 };
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
const ANY_TOTAL = { min: 0, max: MOST_ITEMS * HIGHEST_VALUE };
const NO_ITEM: MeasureItem = { id: '', text: '' };
const FIELDS = [
  'code', 'title', 'language', 'source', 'licence', 'population', 'windowDays', 'stem', 'items', 'options',
  'unscored', 'range', 'bands', 'change', 'safetyItem', 'needsIndexEvent',
]; // prettier-ignore
/**
 * Questions whose answer needs a person at once. Only PHQ-9 asks one here, at a page of its own. A few phrases, so
 * it catches the questionnaire that was copied, not every wording there is.
 */
const ASKS_FOR_SAFETY =
  /suicid|better off dead|(?:hurt|harm|kill)(?:ing)? (?:yourself|myself)|self[- ]harm|end(?:ing)? (?:your|my) (?:own )?life|(?:want|wish)(?:ed|ing)? (?:to die|to be dead|(?:you|i) were dead)/i;

/**
 * A clinic's own measure, as its file defines it, or everything that is wrong with it. `taken` are the codes of
 * ours. What is accepted is made anew from the values: nothing else of the file is kept, and nothing of it runs.
 */
export function checkMeasureFile(file: unknown, taken: readonly string[]): CheckedMeasure {
  const read = new FileFields();
  const definition = read.object<OwnMeasure | null>(file, '', FIELDS, {
    read: (own) => definitionOf(read, own),
    otherwise: null,
  });
  if (definition) {
    if (taken.includes(definition.code)) read.say('code', 'codeOfOurs');
    mustAskApart(read, definition);
    mustReach(read, definition);
  }
  return definition && read.troubles.length === 0
    ? { definition, troubles: [] }
    : { definition: null, troubles: read.troubles };
}

function definitionOf(read: FileFields, own: ReadonlyMap<string, unknown>): OwnMeasure {
  const text = (name: string, max: number) => read.text(own.get(name), name, max);
  if ((own.get('safetyItem') ?? null) !== null) read.say('safetyItem', 'asksForSafety');
  return {
    code: read.id(own.get('code'), 'code'),
    title: text('title', LONGEST.title),
    language: languageOf(read, text('language', LONGEST.language)),
    source: text('source', LONGEST.told),
    licence: text('licence', LONGEST.told),
    population: text('population', LONGEST.told),
    windowDays: read.integer(own.get('windowDays'), 'windowDays', { min: 0, max: LONGEST_WINDOW }),
    stem: askedOf(read, text('stem', LONGEST.stem), 'stem'),
    items: read.list(own.get('items'), 'items', { min: 1, max: MOST_ITEMS }, (item, field) =>
      read.object(item, field, ['id', 'text'], {
        read: (fields) => itemOf(read, fields, field),
        otherwise: NO_ITEM,
      }),
    ),
    options: optionsOf(read, own.get('options'), 'options'),
    unscored: read.list(
      own.get('unscored') ?? [],
      'unscored',
      { min: 0, max: MOST_UNSCORED },
      (item, field) =>
        read.object(item, field, ['id', 'text', 'options'], {
          read: (fields) => ({
            ...itemOf(read, fields, field),
            options: optionsOf(read, fields.get('options'), at(field, 'options')),
          }),
          otherwise: { ...NO_ITEM, options: [] },
        }),
    ),
    range: rangeOf(read, own.get('range')),
    bands: read.list(own.get('bands') ?? [], 'bands', { min: 0, max: MOST_BANDS }, (band, field) =>
      bandOf(read, band, field),
    ),
    change: changeOf(read, own.get('change') ?? null),
    safetyItem: null,
    needsIndexEvent: read.flag(own.get('needsIndexEvent') ?? false, 'needsIndexEvent'),
  };
}

function languageOf(read: FileFields, language: string): string {
  if (language !== '' && !LANGUAGE.test(language)) read.say('language', 'isLocale');
  return language;
}

function itemOf(read: FileFields, own: ReadonlyMap<string, unknown>, field: string): MeasureItem {
  const id = read.id(own.get('id'), at(field, 'id'));
  const text = read.text(own.get('text'), at(field, 'text'), LONGEST.item);
  return { id, text: askedOf(read, text, at(field, 'text')) };
}

function askedOf(read: FileFields, text: string, field: string): string {
  if (ASKS_FOR_SAFETY.test(text)) read.say(field, 'asksForSafety');
  return text;
}

function optionsOf(read: FileFields, value: unknown, field: string): MeasureOption[] {
  const options = read.list(value, field, OPTIONS, (option, place) =>
    read.object(option, place, ['value', 'label'], {
      read: (own) => ({
        value: read.integer(own.get('value'), at(place, 'value'), { min: 0, max: HIGHEST_VALUE }),
        label: read.text(own.get('label'), at(place, 'label'), LONGEST.label),
      }),
      otherwise: { value: 0, label: '' },
    }),
  );
  if (!read.isTrouble(field)) read.unique(options.map((option) => option.value), field); // prettier-ignore
  return options;
}

function rangeOf(read: FileFields, value: unknown): OwnMeasure['range'] {
  return read.object(value, 'range', ['from', 'to'], {
    read: (own) => ({
      from: read.integer(own.get('from'), 'range.from', ANY_TOTAL),
      to: read.integer(own.get('to'), 'range.to', ANY_TOTAL),
    }),
    otherwise: { from: 0, to: 0 },
  });
}

function bandOf(read: FileFields, value: unknown, field: string): MeasureBand {
  return read.object(value, field, ['from', 'code', 'label'], {
    read: (own) => ({
      from: read.integer(own.get('from'), at(field, 'from'), ANY_TOTAL),
      code: read.id(own.get('code'), at(field, 'code')),
      label: read.text(own.get('label'), at(field, 'label'), LONGEST.label),
    }),
    otherwise: { from: 0, code: '', label: '' },
  });
}

function changeOf(read: FileFields, value: unknown): OwnMeasure['change'] {
  if (value === null) return null;
  return read.object<OwnMeasure['change']>(value, 'change', ['points', 'source'], {
    read: (own) => ({
      points: read.integer(own.get('points'), 'change.points', { min: 1, max: ANY_TOTAL.max }),
      source: read.text(own.get('source'), 'change.source', LONGEST.told),
    }),
    otherwise: null,
  });
}

/** Answers are kept by the id of what was asked, whether it is scored or not. */
function mustAskApart(read: FileFields, { items, unscored, bands }: OwnMeasure): void {
  const ids = [...items, ...unscored].map(({ id }) => id);
  if (!read.isTrouble('items') && !read.isTrouble('unscored')) read.unique(ids, 'items');
  if (!read.isTrouble('bands')) read.unique(bands.map(({ code }) => code), 'bands'); // prettier-ignore
}

/** The range is what the answers can reach: a published total that cannot be had means an item is missing. */
function mustReach(read: FileFields, { items, options, range, change, bands }: OwnMeasure): void {
  if (read.isTrouble('items') || read.isTrouble('options')) return;
  const values = options.map(({ value }) => value);
  const from = Math.min(...values) * items.length;
  const to = Math.max(...values) * items.length;
  const isMissed = range.from !== from || range.to !== to;
  if (isMissed && !read.isTrouble('range')) read.say('range', 'rangeDiffers', { from, to });
  if (change && change.points > to - from) read.say('change.points', 'max', { max: to - from });
  bands.forEach((band, index) => {
    const before = bands[index - 1];
    if (band.from < from || band.from > to) read.say(`bands.${index}.from`, 'outsideRange', { from, to });
    else if (before && band.from <= before.from) read.say(`bands.${index}.from`, 'notAscending');
  });
}
