import { Temporal } from 'temporal-polyfill';
import type { PromptStatus } from '@app/prompts/prompt-schedule.types.js';
import type { MailingStatus } from '@app/prompts/mailing.types.js';
import { arrangeBrief, type BriefFacts, type BriefReflection, whyUnanswered } from './brief.rules.js';

const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('America/Boise').toInstant();
const none = { ease: null, energy: null, sleep: null, crowded: null };
const reflection = (id: string, sent: string, over: Partial<BriefReflection> = {}): BriefReflection => ({
  id,
  sentAt: at(sent),
  isSinceLastCall: true,
  title: 'What stayed',
  dayNumber: 1,
  words: 'A field.',
  checkIns: none,
  chips: [],
  starred: [],
  dontRaise: false,
  isForTheCall: false,
  ...over,
});
const NOW = at('2026-11-20T09:00');
const arrange = (over: Partial<BriefFacts<BriefReflection>> = {}) =>
  arrangeBrief(
    { timeZone: 'America/Boise', lastCallAt: null, sessionsHeldAt: [], reflections: [], ...over },
    NOW,
  );

describe('arranging a brief', () => {
  it('puts what came since the last call oldest first, whatever the order it was read in', () => {
    const reflections = [
      reflection('c', '2026-11-15T09:00'),
      reflection('a', '2026-11-12T09:00'),
      reflection('b', '2026-11-13T09:00'),
    ];
    expect(arrange({ reflections }).reflections.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(arrange({ reflections: reflections.reverse() }).reflections.map(({ id }) => id)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  it('orders what was sent in the same instant by id', () => {
    const reflections = [reflection('b', '2026-11-12T09:00'), reflection('a', '2026-11-12T09:00')];
    expect(arrange({ reflections }).reflections.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('leaves what was before the last call to the chart alone', () => {
    const earlier = reflection('old', '2026-11-09T09:00', {
      isSinceLastCall: false,
      words: 'Long ago.',
      checkIns: { ...none, ease: 2 },
      chips: [{ code: 'C1', label: 'One' }],
    });
    const arranged = arrange({ reflections: [earlier], lastCallAt: at('2026-11-10T10:00') });
    expect(arranged).toMatchObject({ reflections: [], readingSeconds: 0, challenges: [] });
    expect(arranged.checkIns.points).toMatchObject([{ reflectionId: 'old', ease: 2 }]);
  });

  it('says since when nothing new came, and only then', () => {
    const lastCallAt = at('2026-11-10T10:00');
    expect(arrange({ lastCallAt }).nothingNewSince?.equals(lastCallAt)).toBe(true);
    expect(arrange().nothingNewSince).toBeNull();
    expect(
      arrange({ lastCallAt, reflections: [reflection('a', '2026-11-12T09:00')] }).nothingNewSince,
    ).toBeNull();
  });

  it('places check-ins on the client’s calendar, not on ours', () => {
    const late = reflection('late', '2026-11-12T23:30', { checkIns: { ...none, ease: 4 } });
    const { checkIns } = arrange({ reflections: [late], sessionsHeldAt: [at('2026-11-11T23:30')] });
    expect(checkIns.points[0]!.on.toString()).toBe('2026-11-12');
    expect(checkIns.sessions[0]!.toString()).toBe('2026-11-11');
  });

  it('lists what the client chose by its code, with each day once', () => {
    const chips = (...codes: string[]) => codes.map((code) => ({ code, label: `Label ${code}` }));
    const { challenges } = arrange({
      reflections: [
        reflection('a', '2026-11-12T09:00', { chips: chips('C5', 'C1'), dayNumber: 1 }),
        reflection('b', '2026-11-12T20:00', { chips: chips('C1'), dayNumber: 1 }),
        reflection('c', '2026-11-14T09:00', { chips: chips('C1'), dayNumber: 3 }),
        reflection('d', '2026-11-15T09:00', { chips: chips('C2'), dayNumber: null }),
      ],
    });
    expect(challenges).toEqual([
      { code: 'C1', label: 'Label C1', days: [1, 3], reflectionIds: ['a', 'b', 'c'] },
      { code: 'C2', label: 'Label C2', days: [], reflectionIds: ['d'] },
      { code: 'C5', label: 'Label C5', days: [1], reflectionIds: ['a'] },
    ]);
  });

  it('counts shifts apart, each reflection once, also when it was chosen and logged', () => {
    const chips = (...codes: string[]) => codes.map((code) => ({ code, label: `Label ${code}` }));
    const { shifts, challenges } = arrange({
      reflections: [
        reflection('a', '2026-11-12T09:00', { chips: chips('S1', 'S1', 'C1') }),
        reflection('b', '2026-11-13T09:00', { chips: chips('S3', 'S1') }),
      ],
    });
    expect(shifts).toEqual([
      { code: 'S1', label: 'Label S1', count: 2, reflectionIds: ['a', 'b'] },
      { code: 'S3', label: 'Label S3', count: 1, reflectionIds: ['b'] },
    ]);
    expect(challenges.map(({ code }) => code)).toEqual(['C1']);
  });

  it('brings lines starred since the last call, whenever they were written, first starred first', () => {
    const lastCallAt = at('2026-11-10T10:00');
    const line = (quote: string, starred: string) => ({ quote, at: at(starred) });
    const old = reflection('old', '2026-10-01T09:00', {
      isSinceLastCall: false,
      starred: [line('Talked about.', '2026-11-09T09:00'), line('The garden.', '2026-11-14T09:00')],
    });
    const fresh = reflection('new', '2026-11-12T09:00', { starred: [line('The rain.', '2026-11-13T09:00')] });
    const starredIn = (facts: Partial<BriefFacts<BriefReflection>>) =>
      arrange({ reflections: [old, fresh], ...facts }).starred.map(({ quote }) => quote);
    expect(starredIn({ lastCallAt })).toEqual(['The rain.', 'The garden.']);
    expect(starredIn({})).toEqual(['Talked about.', 'The rain.', 'The garden.']);
    expect(arrange({ reflections: [fresh] }).starred).toEqual([
      { reflectionId: 'new', quote: 'The rain.', sentAt: fresh.sentAt.toString() },
    ]);
  });

  it('tells apart what is asked for on the call and what is not to be raised, which stands for good', () => {
    const old = reflection('old', '2026-10-01T09:00', {
      isSinceLastCall: false,
      dontRaise: true,
      isForTheCall: true,
    });
    const brief = arrange({
      lastCallAt: at('2026-11-10T10:00'),
      reflections: [
        old,
        reflection('talk', '2026-11-12T09:00', { isForTheCall: true, words: 'My sister.' }),
        reflection('empty', '2026-11-13T09:00', { isForTheCall: true, words: ' ' }),
        reflection('not', '2026-11-14T09:00', { isForTheCall: true, dontRaise: true }),
      ],
    });
    expect(brief.wantsToTalkAbout).toEqual([{ reflectionId: 'talk', quote: 'My sister.' }]);
    expect(brief.dontRaise.map(({ reflectionId }) => reflectionId)).toEqual(['old', 'not']);
    expect(brief.pages).toEqual([{ reflectionIds: ['talk', 'empty', 'not'], words: 4 }]);
  });

  it('adds no word of its own and takes none away', () => {
    const words = '  Line one.\n\nLine two —  “quoted”.  ';
    expect(
      arrange({ reflections: [reflection('a', '2026-11-12T09:00', { words })] }).reflections[0]!.words,
    ).toBe(words);
  });
});

describe('why nothing came back', () => {
  it.each<[PromptStatus, MailingStatus | 'bounced' | null, string]>([
    ['sent', 'bounced', 'bounced'],
    ['expired', 'bounced', 'bounced'],
    ['skipped', 'bounced', 'skipped'],
    ['scheduled', 'failed', 'undelivered'],
    ['expired', 'unknown', 'unknown'],
    ['sent', 'unknown', 'unknown'],
    ['sent', 'sent', 'open'],
    ['skipped', 'sent', 'skipped'],
    ['expired', 'sent', 'expired'],
    ['missed', 'withdrawn', 'missed'],
    ['rested', 'withdrawn', 'rested'],
    ['suppressed', null, 'suppressed'],
  ])('is said of one that is %s and whose e-mail is %s: %s', (status, delivery, why) => {
    expect(whyUnanswered(status, delivery)).toBe(why);
  });
});
