import type { ReflectionView } from '../../api-client/views.js';
import { SIGN_MAX, signPassages } from './sign-passages.js';

const WORDS = 'I stop answering my sister. Then I clean at night.\nAnd it is quiet.';
const sent = (highlights: { from: number; to: number }[], more: object = {}) =>
  ({
    id: 'r1',
    words: WORDS,
    sentAt: '2026-10-25T19:55:00Z',
    reading: { readAt: '', byName: '', byMe: true },
    withdrawn: null,
    marks: { version: 1, highlights, tags: [] },
    ...more,
  }) as unknown as ReflectionView;
const texts = (...reflections: ReflectionView[]) => signPassages(reflections).map(({ text }) => text);

describe('words that may become an early sign', () => {
  it('are what this reader highlighted, to the letter', () => {
    expect(texts(sent([{ from: 0, to: 27 }]))).toEqual(['I stop answering my sister.']);
    expect(WORDS).toContain(texts(sent([{ from: 2, to: 16 }]))[0]);
  });

  it('are the sentences of a highlight that is more than one line', () => {
    expect(texts(sent([{ from: 28, to: WORDS.length }]))).toEqual([
      'Then I clean at night.',
      'And it is quiet.',
    ]);
  });

  it('are none that are too long for an answer', () => {
    const words = `${'a '.repeat(SIGN_MAX)}b.`;
    expect(texts(sent([{ from: 0, to: words.length }], { words }))).toEqual([]);
  });

  it('are none of what was not read, or was taken back', () => {
    const all = [{ from: 0, to: 27 }];
    expect(texts(sent(all, { reading: null }))).toEqual([]);
    expect(texts(sent(all, { reading: { readAt: '', byName: '', byMe: false } }))).toEqual([]);
    expect(texts(sent(all, { withdrawn: { at: '' } }))).toEqual([]);
  });
});
