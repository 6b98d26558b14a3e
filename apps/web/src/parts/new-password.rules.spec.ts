import { passwordLength } from './new-password.rules.js';

describe('the length of a new password', () => {
  it.each([
    ['', 0, 'none'],
    ['a'.repeat(14), 14, 'short'],
    ['a'.repeat(15), 15, 'enough'],
    ['a'.repeat(128), 128, 'enough'],
    ['a'.repeat(129), 129, 'long'],
    ['🌿'.repeat(15), 15, 'enough'],
    [' '.repeat(15), 15, 'enough'],
  ])('%j has %i and is %s', (password, length, is) => {
    expect(passwordLength(password)).toEqual({ length, is });
  });
});
