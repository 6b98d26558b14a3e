import {
  isDone,
  promptNeedsOf,
  SETUP_STEPS,
  type SetupFacts,
  type SetupStepCode,
  stepsInTheWay,
} from './setup.rules.js';

const ready: SetupFacts = {
  locationSaved: true,
  countryLinesKnown: true,
  crisisContacts: ['outside-care-team'],
  readingDays: [2],
  senderVerified: true,
  rosters: ['psychological', 'medical'],
  hasClient: false,
};
const nothing: SetupFacts = {
  locationSaved: false,
  countryLinesKnown: false,
  crisisContacts: [],
  readingDays: [],
  senderVerified: false,
  rosters: [],
  hasClient: false,
};

describe('setting up a clinic', () => {
  it('has nothing done at its beginning, and everything but the first client in the way', () => {
    expect(SETUP_STEPS.filter((step) => isDone(step, nothing))).toEqual([]);
    expect(stepsInTheWay(nothing)).toEqual(SETUP_STEPS.filter((step) => step !== 'first-client'));
  });

  it('needs no client to be finished', () => {
    expect(stepsInTheWay(ready)).toEqual([]);
    expect(isDone('first-client', ready)).toBe(false);
    expect(isDone('first-client', { ...ready, hasClient: true })).toBe(true);
  });

  it.each<[string, Partial<SetupFacts>, SetupStepCode[]]>([
    ['a location nobody has looked at', { locationSaved: false }, ['zone', 'hours']],
    ['no reading day', { readingDays: [] }, ['reading-days']],
    ['no proof of where answers go', { senderVerified: false }, ['sender']],
    ['one roster', { rosters: ['psychological'] }, ['rosters']],
    ['nobody outside the care team', { crisisContacts: ['crisis-line', 'emergency'] }, ['crisis-contacts']],
    ['a country without lines', { countryLinesKnown: false }, ['crisis-contacts']],
    [
      'a country without lines, and half of its own',
      { countryLinesKnown: false, crisisContacts: ['crisis-line', 'outside-care-team'] },
      ['crisis-contacts'],
    ],
    [
      'a country without lines, and its own',
      { countryLinesKnown: false, crisisContacts: ['crisis-line', 'emergency', 'outside-care-team'] },
      [],
    ],
  ])('with %s has in the way what is missing', (_, facts, steps) => {
    expect(stepsInTheWay({ ...ready, ...facts })).toEqual(steps);
  });
});

describe('asking a client anything', () => {
  it('needs crisis contacts, reading days and a sender that somebody answers for', () => {
    expect(promptNeedsOf(nothing)).toEqual(['crisis-contacts', 'reading-days', 'sender']);
    expect(promptNeedsOf({ ...nothing, senderVerified: true, readingDays: [1] })).toEqual([
      'crisis-contacts',
    ]);
  });

  it('needs both rosters where it asks about safety', () => {
    expect(promptNeedsOf(ready, true)).toEqual([]);
    expect(promptNeedsOf({ ...ready, rosters: ['psychological'] }, true)).toEqual(['rosters']);
    expect(promptNeedsOf(nothing, true)).toEqual(['crisis-contacts', 'reading-days', 'sender', 'rosters']);
  });

  it('needs neither rosters nor hours', () => {
    expect(promptNeedsOf({ ...ready, rosters: [], locationSaved: false })).toEqual([]);
  });
});
