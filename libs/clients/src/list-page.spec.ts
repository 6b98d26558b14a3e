import { Invalid } from '@app/platform/errors/errors.js';
import { pageOf } from './list-page.js';

const rows = ['a', 'b', 'c'].map((id) => ({ id }));

describe('a page of a list', () => {
  it('walks the whole list by the last id and ends with no next', () => {
    expect(pageOf(rows, { limit: 2 })).toEqual({ items: [{ id: 'a' }, { id: 'b' }], next: 'b' });
    expect(pageOf(rows, { limit: 2, after: 'b' })).toEqual({ items: [{ id: 'c' }], next: null });
  });

  it('has no next page when the last row just fits', () => {
    expect(pageOf(rows, { limit: 3 }).next).toBeNull();
  });

  it('answers an empty list with nothing', () => {
    expect(pageOf([], { limit: 2 })).toEqual({ items: [], next: null });
  });

  it('refuses a cursor that is not in the list', () => {
    expect(() => pageOf(rows, { limit: 2, after: 'z' })).toThrow(Invalid);
  });
});
