import { contactOf, draftOf, troublesOf } from './emergency-draft.js';

const TODAY = '2026-10-27';
const ilse = {
  name: 'Ilse Lanz',
  relation: 'sister',
  phone: '+1 555 0161',
  agreement: { mayCall: true, about: 'that I need company', agreedOn: '2026-09-01' },
};

describe('whom else to call, while it is written', () => {
  it('keeps what was read as it was read, with the day on which it was agreed', () => {
    for (const contact of [
      ilse,
      { ...ilse, agreement: null },
      { ...ilse, agreement: { mayCall: false, about: '', agreedOn: '2026-09-01' } },
    ])
      expect(contactOf(draftOf(contact, TODAY))).toEqual(contact);
  });

  it('is agreed today where it is new', () => {
    const draft = {
      ...draftOf(null, TODAY),
      name: ' June ',
      phone: ' 1 ',
      mayCall: 'yes' as const,
      about: 'x',
    };
    expect(contactOf(draft)).toEqual({
      name: 'June',
      relation: '',
      phone: '1',
      agreement: { mayCall: true, about: 'x', agreedOn: TODAY },
    });
  });

  it('needs a name, a number, and for a yes what about and since when', () => {
    expect(Object.keys(troublesOf(draftOf(null, TODAY)))).toEqual(['name', 'phone']);
    const yes = { ...draftOf(ilse, TODAY), about: ' ', agreedOn: '' };
    expect(Object.keys(troublesOf(yes))).toEqual(['about', 'agreedOn']);
    expect(troublesOf({ ...yes, mayCall: 'not-asked' })).toEqual({});
    expect(Object.keys(troublesOf({ ...yes, mayCall: 'no' }))).toEqual(['agreedOn']);
  });
});
