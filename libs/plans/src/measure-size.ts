import { findMeasure } from '@app/measures/measures.data.js';
import type { PromptContent } from './prompt-template.types.js';
import type { MeasureSize } from './reading-load.rules.js';

/** What a clinic defines itself is not looked up: taken to be about as long as the ones we hold. */
const OWN_MEASURE: MeasureSize = { items: 10, words: 120 };

/** Of the measure a prompt asks; null where it asks none. */
export function measureSize({ measure }: Pick<PromptContent, 'measure'>): MeasureSize | null {
  if (!measure) return null;
  const known = findMeasure(measure.code, measure.version);
  if (!known) return OWN_MEASURE;
  const asked = [...known.items, ...known.unscored];
  const text = [known.stem, ...asked.map((item) => item.text)].join(' ');
  return { items: asked.length, words: text.split(/\s+/).filter(Boolean).length };
}
