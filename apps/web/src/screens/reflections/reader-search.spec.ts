import { readerSearch } from './reader-search.js';

describe('the address of the reflections', () => {
  it('holds a view and a client, and nothing that was looked for', () => {
    expect(readerSearch({ view: 'client', clientId: 'rowan', q: 'garden' })).toEqual({
      view: 'client',
      clientId: 'rowan',
    });
  });

  it('says nothing of what stands there anyway, or is unknown', () => {
    expect(readerSearch({ view: 'mine', clientId: 7 })).toEqual({});
    expect(readerSearch({ view: 'all' })).toEqual({});
  });
});
