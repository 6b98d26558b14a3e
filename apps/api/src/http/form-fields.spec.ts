import { formFields } from './form-fields.js';

describe('the fields of a form', () => {
  it('are read as browsers write them', () => {
    const fields = formFields('act=send&words=a+b%0D%0A%C3%A9&chips=C1&chips=C3&chips=C5&empty=');
    expect(fields).toEqual({ act: 'send', words: 'a b\r\né', chips: ['C1', 'C3', 'C5'], empty: '' });
  });

  it('show bytes that are no text, and reach no prototype', () => {
    expect(formFields('words=a%ED%A0%80b').words).toMatch(/^a\uFFFD+b$/);
    expect(Object.getPrototypeOf(formFields('__proto__=x'))).toBeNull();
  });
});
