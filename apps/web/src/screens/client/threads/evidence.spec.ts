import type { ReflectionView } from '../../../api-client/views.js';
import { sentencesOf, toggled } from '../../../parts/reader/ranges.js';
import { evidenceOf, quotable, startOf } from './evidence.js';

const sent = (id: string, sentAt: string, words: string, more: Partial<ReflectionView> = {}) =>
  ({
    id,
    sentAt,
    words,
    reading: { readAt: sentAt, byName: 'Maren Okoye', byMe: true },
    withdrawn: null,
    ...more,
  }) as ReflectionView;
const MUM = 'Mum rang. I noticed it. I put the phone down.';
const older = sent('r1', '2026-10-22T20:40:00Z', 'Relief, mostly.');
const newer = sent('r2', '2026-10-25T19:55:00Z', MUM);
const pick = (words: string, ...at: number[]) =>
  at.reduce<{ from: number; to: number }[]>((all, i) => toggled(all, sentencesOf(words)[i]!), []);

describe('what a stage may rest on', () => {
  it('is what this person read, with words, and not taken back; newest first', () => {
    const all = [
      older,
      newer,
      sent('colleague', '2026-10-26T00:00:00Z', 'Read by another.', {
        reading: { readAt: '', byName: 'Dana Reyes', byMe: false },
      }),
      sent('unread', '2026-10-26T00:00:00Z', 'Nobody read this.', { reading: null }),
      sent('taps', '2026-10-26T00:00:00Z', '  '),
      sent('gone', '2026-10-26T00:00:00Z', 'Back again.', { withdrawn: { at: '' } }),
    ];
    expect(quotable(all).map(({ id }) => id)).toEqual(['r2', 'r1']);
  });

  it('is quoted to the letter, oldest first, and sentences in a row are one quote', () => {
    const picked = { r2: pick(MUM, 1, 2), r1: pick(older.words, 0) };
    expect(evidenceOf(picked, [newer, older])).toEqual([
      { reflectionId: 'r1', from: 0, to: 15, quote: 'Relief, mostly.' },
      { reflectionId: 'r2', from: 10, to: MUM.length, quote: 'I noticed it. I put the phone down.' },
    ]);
  });

  it('stays two quotes where a sentence between them was left out', () => {
    expect(evidenceOf({ r2: pick(MUM, 0, 2) }, [newer]).map(({ quote }) => quote)).toEqual([
      'Mum rang.',
      'I put the phone down.',
    ]);
  });

  it('is nothing once the reflection may not be quoted any more', () => {
    expect(evidenceOf({ r2: pick(MUM, 0) }, [{ ...newer, withdrawn: { at: '' } }])).toEqual([]);
  });
});

describe('the first words of a reflection', () => {
  it('end at a word', () => {
    expect(startOf('  Relief,\nmostly. ')).toBe('Relief, mostly.');
    expect(startOf('Confused today. Everyone at breakfast was normal and I felt', 30)).toBe(
      'Confused today. Everyone at…',
    );
  });
});
