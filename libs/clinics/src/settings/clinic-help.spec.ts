import { type CrisisContactFacts, helpOf } from './clinic-help.js';

const line: CrisisContactFacts = {
  kind: 'crisis-line',
  label: 'Night line of the valley',
  phone: '+1 208 555 0110',
  note: 'From dusk to dawn.',
};
const emergency: CrisisContactFacts = {
  kind: 'emergency',
  label: 'Mountain rescue',
  phone: '140',
  note: 'Any hour.',
};
const advocate: CrisisContactFacts = {
  kind: 'outside-care-team',
  label: 'Orla Finch',
  phone: '+1 208 555 0120',
  note: '',
};

describe('where the clients of a clinic can turn', () => {
  it('is where their country says, unless the clinic says otherwise', () => {
    expect(helpOf('IE', [])).toEqual({
      crisis: { label: 'Call Samaritans, 116 123', number: '116 123', note: expect.any(String) },
      emergency: { number: '112' },
      other: null,
    });
  });

  it('is where the clinic says, in place of the country’s line of that kind alone', () => {
    expect(helpOf('IE', [line])).toMatchObject({
      crisis: { label: line.label, number: line.phone, note: line.note },
      emergency: { number: '112' },
    });
    expect(helpOf('IE', [emergency])).toMatchObject({
      crisis: { number: '116 123' },
      emergency: { number: '140', note: 'Mountain rescue. Any hour.' },
    });
  });

  it('is never a line of another country', () => {
    expect(helpOf('SE', [])).toEqual({ crisis: null, emergency: null, other: null });
    expect(helpOf('SE', [line])).toMatchObject({ crisis: { number: line.phone }, emergency: null });
  });

  it('names who is outside the care team beside the lines', () => {
    expect(helpOf('US', [advocate])).toMatchObject({
      crisis: { number: '988' },
      other: { name: 'Orla Finch', phone: '+1 208 555 0120', note: '' },
    });
  });

  it('says a number once', () => {
    expect(helpOf('SE', [{ ...emergency, label: 'Call 140', note: '' }]).emergency).toEqual({
      number: '140',
      note: '',
    });
  });
});
