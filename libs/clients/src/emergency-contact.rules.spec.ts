import { contactFaults, type EmergencyContact, keptContact } from './emergency-contact.rules.js';

const TODAY = '2026-11-05';
const june: EmergencyContact = {
  name: 'June Abara',
  relation: 'sister',
  phone: '+1 208 555 0188',
  agreement: { mayCall: true, about: 'that I am safe', agreedOn: TODAY },
};
const agreed = (change: Partial<NonNullable<EmergencyContact['agreement']>>): EmergencyContact => ({
  ...june,
  agreement: { ...june.agreement!, ...change },
});

describe('whom else to call', () => {
  it.each<[string, EmergencyContact, string[]]>([
    ['a yes, about something, today', june, []],
    ['nobody asked the client yet', { ...june, agreement: null }, []],
    ['a no says about nothing', agreed({ mayCall: false, about: '' }), []],
    ['a yes about nothing', agreed({ about: '  ' }), ['emergencyContact.agreement.about isNotEmpty']],
    [
      'a yes that lies ahead',
      agreed({ agreedOn: '2026-11-06' }),
      ['emergencyContact.agreement.agreedOn inTheFuture'],
    ],
  ])('%s', (_, contact, faults) => {
    expect(contactFaults(contact, TODAY).map(({ field, code }) => `${field} ${code}`)).toEqual(faults);
  });

  it('is kept without blanks, without anything else, and about nothing where nobody may be called', () => {
    const given = { ...agreed({ mayCall: false, about: 'my work' }), name: ' June Abara ', note: 'x' };
    expect(keptContact(given)).toEqual(agreed({ mayCall: false, about: '' }));
  });
});
