import type { ClientView } from '../../api-client/views.js';
import { changesOf, draftFrom, isReaddressed, keptFrom, theirsIn } from './client-draft.js';

const rowan = {
  name: 'Rowan Ellis',
  pronouns: null,
  email: 'rowan@mail.example',
  phone: '+1 555 0187',
  timeZone: 'America/Boise',
  status: 'active',
  pace: 'steady',
} as ClientView;

describe('what is sent of a client', () => {
  it('is nothing while nothing was changed, spaces aside', () => {
    expect(changesOf(draftFrom(rowan), rowan)).toEqual({});
    expect(changesOf({ ...draftFrom(rowan), name: ' Rowan Ellis ' }, rowan)).toEqual({});
  });

  it('is only what was changed; an emptied field is null', () => {
    expect(changesOf({ ...draftFrom(rowan), phone: '', pronouns: 'they/them' }, rowan)).toEqual({
      phone: null,
      pronouns: 'they/them',
    });
  });
});

describe('another address', () => {
  const typed = (email: string) => ({ ...draftFrom(rowan), email });

  it('is one that differs from the one on file, or none', () => {
    expect(isReaddressed(typed('rowan@other.example'), rowan)).toBe(true);
    expect(isReaddressed(typed(''), rowan)).toBe(true);
    expect(isReaddressed(typed(' rowan@mail.example '), rowan)).toBe(false);
  });

  it('is not the first one', () => {
    expect(isReaddressed(typed('rowan@mail.example'), { ...rowan, email: null })).toBe(false);
  });
});

describe('what somebody else changed meanwhile', () => {
  it('is named in words, beside what was typed here', () => {
    const theirs = { ...rowan, phone: null, status: 'on_hold' } as ClientView;
    expect(theirsIn(rowan, theirs)).toEqual(['Phone: empty now', 'Status: On hold']);
  });

  it('leaves what was typed here where it is', () => {
    expect(keptFrom({ ...draftFrom(rowan), name: 'Rowan E.' }, rowan)).toEqual({ name: 'Rowan E.' });
  });
});
