import { normalisedEmail } from './accounts.service.js';

const PLAIN = 'rowan@mail.ellis.example';

describe('an address as it is compared', () => {
  it.each([
    ' Rowan@Mail.ELLIS.example ',
    'rowan@ｍａｉｌ.ellis.example',
    'rowan@mail.el\u00adlis.example',
    'rowan@mail。ellis.example',
    'rowan@mail.ellis.example。',
  ])('is one with every other that reaches the same letter box: %j', (email) => {
    expect(normalisedEmail(email)).toBe(PLAIN);
  });

  it('keeps its own host where others write it in letters of their own', () => {
    expect(normalisedEmail('rowan@ÖRTLICH.example')).toBe(normalisedEmail('rowan@xn--rtlich-vxa.example'));
  });

  it.each([
    'rowan@mail.ellis.example/x',
    'rowan@mail.ellis.example#x',
    'rowan@mail.ellis.example?x',
    'rowan@mail.ell%69s.example',
    'rowan@mail.ellis.example\\x',
    'ｒowan@mail.ellis.example',
    'rowan+calls@mail.ellis.example',
  ])('is not made one with others: %j', (email) => {
    expect(normalisedEmail(email)).not.toBe(PLAIN);
  });

  it('stays as it is where the host is none', () => {
    expect(normalisedEmail('rowan@a\u2100b.example')).toBe('rowan@a\u2100b.example');
  });
});
