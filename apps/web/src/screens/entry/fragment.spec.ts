import { tokenIn } from './fragment.js';

describe('the token of a link', () => {
  it('is what follows the #', () => {
    expect(tokenIn('#aB3_-x')).toBe('aB3_-x');
    expect(tokenIn('aB3_-x')).toBe('aB3_-x');
  });

  it.each(['', '#', '#main content', '#<script>', `#${'a'.repeat(201)}`, '#a/b', '#a#b'])(
    'is not %s',
    (hash) => {
      expect(tokenIn(hash)).toBeNull();
    },
  );
});
