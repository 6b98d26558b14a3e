import { initialsOf } from './initials.rules.js';

it.each([
  ['Maren Okoye', 'MO'],
  ['Dr. Imani Grace Osei', 'DO'],
  ['  June   Abara ', 'JA'],
  ['Teodor', 'T'],
  ['élise o’hara-lanz', 'ÉO'],
  ['Priya (Pri) Sethi', 'PS'],
  ['', ''],
])('%s signs as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
