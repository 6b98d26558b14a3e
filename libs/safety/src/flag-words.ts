import { say } from '@app/design/words/say.js';
import type { Evidence } from './flag-evidence.js';
import type { FlagEvidenceView } from './flag.view.js';
import type { FlagKind } from './flag.types.js';

/** What a flag is, for staff. */
export function flagLabel(kind: FlagKind): string {
  return say(`flag.kind.${kind}`);
}

/** Which listed phrases were found; without them for who does not read the client's words. */
export function labelNote(kind: FlagKind, evidence: readonly Evidence[], readsWords: boolean): string | null {
  if (kind !== 'phrase') return null;
  if (!readsWords) return say('flag.note.withoutWords');
  const found = evidence.flatMap((one) => (one.kind === 'phrase' ? [one.phrase] : []));
  const quoted = [...new Set(found)].map((text) => say('flag.quoted', { text }));
  return say('flag.note.phrases', { phrases: quoted.join(', ') });
}

export function evidenceView(one: Evidence, readsWords: boolean): FlagEvidenceView {
  return { kind: one.kind, text: textOf(one, readsWords), at: one.at };
}

function textOf(one: Evidence, readsWords: boolean): string {
  switch (one.kind) {
    case 'item': {
      const { value, previousValue } = one;
      const previous =
        previousValue === null
          ? say('flag.item.first')
          : say('flag.item.before', { previous: previousValue });
      return say('flag.item', { value, previous });
    }
    case 'feels-safe':
      return say(`flag.safe.${one.answer}`);
    case 'signs':
      return one.signs.map((sign) => say(`flag.sign.${sign}`)).join(' · ');
    case 'phrase':
      return readsWords ? one.sentence : '';
    case 'call':
      return say('flag.call');
  }
}
