import type { PromptContent } from '../../api-client/calls-library.js';
import { contentOf, draftOf, type Edit, edited, type PromptDraft } from './prompt-draft.js';

const content: PromptContent = {
  title: 'One small shift',
  question: 'Was there a moment that went a little differently?',
  hint: 'It can be very small.',
  checkIns: ['ease'],
  chips: ['S1', 'S2', 'S3', 'S4'],
  choices: [
    { id: 'where', question: 'Where?', hint: '', many: false, options: options('home', 'work', 'outside') },
    { id: 'who', question: 'With whom?', hint: '', many: true, options: options('alone', 'friends') },
  ],
  ratings: [{ id: 'weight', question: 'How heavy was it?', low: 'a feather', high: 'a stone' }],
};

function options(...ids: string[]) {
  return ids.map((id) => ({ id, label: id }));
}
const after = (...edits: Edit[]): PromptDraft => edits.reduce(edited, draftOf(content));
const labels = (draft: PromptDraft) => draft.choices[0]?.options.map(({ label }) => label);

describe('the builder of a prompt', () => {
  it('gives back what it was given when nothing was changed', () => {
    expect(contentOf(draftOf(content))).toEqual(content);
  });

  it('knows a prompt that only tells something, and asks nothing in it', () => {
    const note = { title: 'This evening', question: null, hint: 'Rest if you can.', checkIns: [], chips: [] };
    expect(draftOf(note).tells).toBe(true);
    expect(contentOf(draftOf(note))).toMatchObject({ question: null, choices: [], ratings: [] });
  });

  it('asks nothing once it only tells, and forgets no word of it should that be taken back', () => {
    const telling = after({ do: 'tell', tells: true });
    expect(contentOf(telling)).toMatchObject({
      question: null,
      checkIns: [],
      chips: [],
      choices: [],
      ratings: [],
    });
    expect(contentOf(edited(telling, { do: 'tell', tells: false }))).toEqual(content);
  });

  it('takes two check-ins and not a third, in the order a client meets them', () => {
    const full = after({ do: 'check-in', name: 'crowded', isOn: true });
    expect(full.checkIns).toEqual(['ease', 'crowded']);
    expect(edited(full, { do: 'check-in', name: 'sleep', isOn: true }).checkIns).toEqual(['ease', 'crowded']);
    const swapped = edited(edited(full, { do: 'check-in', name: 'ease', isOn: false }), {
      do: 'check-in',
      name: 'sleep',
      isOn: true,
    });
    expect(swapped.checkIns).toEqual(['sleep', 'crowded']);
  });

  it('adds and drops a group of chips and leaves the other alone', () => {
    const both = after({ do: 'chips', group: 'challenges', isOn: true });
    expect(both.chips).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'S1', 'S2', 'S3', 'S4']);
    expect(edited(both, { do: 'chips', group: 'shifts', isOn: false }).chips).toEqual([
      'C1',
      'C2',
      'C3',
      'C4',
      'C5',
      'C6',
      'C7',
    ]);
  });

  it('moves an answer one place, and no further than the edge', () => {
    expect(labels(after({ do: 'move-option', id: 'where', optionId: 'work', by: -1 }))).toEqual([
      'work',
      'home',
      'outside',
    ]);
    expect(labels(after({ do: 'move-option', id: 'where', optionId: 'home', by: -1 }))).toEqual(
      labels(draftOf(content)),
    );
    expect(labels(after({ do: 'move-option', id: 'where', optionId: 'outside', by: 1 }))).toEqual(
      labels(draftOf(content)),
    );
  });

  it('keeps at least two answers and takes at most eight', () => {
    const fewer = after(
      { do: 'remove-option', id: 'where', optionId: 'home' },
      { do: 'remove-option', id: 'where', optionId: 'work' },
    );
    expect(labels(fewer)).toEqual(['work', 'outside']);
    const more = after(
      ...Array.from({ length: 9 }, (_, n): Edit => ({ do: 'add-option', id: 'where', optionId: `more${n}` })),
    );
    expect(labels(more)).toHaveLength(8);
  });

  it('puts back what was removed where it stood, with the id its answers are kept under', () => {
    const choice = content.choices![0]!;
    const removed = after({ do: 'remove', list: 'choices', id: 'where' });
    expect(removed.choices.map(({ id }) => id)).toEqual(['who']);
    expect(edited(removed, { do: 'insert-choice', choice, at: 0 }).choices.map(({ id }) => id)).toEqual([
      'where',
      'who',
    ]);
  });

  it('changes only the question that was changed', () => {
    const changed = contentOf(
      after(
        { do: 'change-choice', id: 'who', change: { many: false } },
        { do: 'change-rating', id: 'weight', change: { low: 'light' } },
        { do: 'label-option', id: 'where', optionId: 'work', label: 'at work' },
      ),
    );
    expect(changed.choices![0]).toEqual({
      ...content.choices![0],
      options: [
        { id: 'home', label: 'home' },
        { id: 'work', label: 'at work' },
        { id: 'outside', label: 'outside' },
      ],
    });
    expect(changed.choices![1]).toEqual({ ...content.choices![1], many: false });
    expect(changed.ratings![0]).toEqual({ ...content.ratings![0], low: 'light' });
  });

  it('asks a measure, a safety check, early signs and threads, and gives them back', () => {
    const measure = { code: 'phq-9', version: 1 };
    const asking = after(
      { do: 'measure', measure },
      { do: 'also', field: 'safetyCheck', isOn: true },
      { do: 'also', field: 'asksEarlySigns', isOn: true },
      { do: 'also', field: 'namesThread', isOn: true },
      { do: 'also', field: 'namesThread', isOn: false },
    );
    const published = contentOf(asking);
    expect(published).toEqual({ ...content, measure, safetyCheck: true, asksEarlySigns: true });
    expect(contentOf(draftOf(published))).toEqual(published);
    expect(contentOf(edited(asking, { do: 'measure', measure: null }))).not.toHaveProperty('measure');
  });

  it('is no note where it asks nothing but a measure or a check', () => {
    const bare = { title: 'PHQ-9', question: null, hint: 'A few short questions.', checkIns: [], chips: [] };
    expect(draftOf({ ...bare, measure: { code: 'phq-9', version: 1 } }).tells).toBe(false);
    expect(draftOf({ ...bare, safetyCheck: true }).tells).toBe(false);
    // As the API says it of what asks neither.
    expect(draftOf({ ...bare, measure: null, safetyCheck: false }).tells).toBe(true);
  });

  it('asks nothing beside once it only tells', () => {
    const telling = after(
      { do: 'also', field: 'safetyCheck', isOn: true },
      { do: 'measure', measure: { code: 'gad-7', version: 1 } },
      { do: 'tell', tells: true },
    );
    expect(contentOf(telling)).not.toHaveProperty('measure');
    expect(contentOf(telling)).not.toHaveProperty('safetyCheck');
  });

  it('publishes no space around the words, and an empty question as none', () => {
    const spaced = after(
      { do: 'set', field: 'title', value: '  A shift ' },
      { do: 'set', field: 'question', value: '   ' },
    );
    expect(contentOf(spaced)).toMatchObject({ title: 'A shift', question: null });
  });

  it('never changes the draft it was given', () => {
    const draft = draftOf(content);
    const before = JSON.stringify(draft);
    edited(draft, { do: 'move', list: 'choices', id: 'where', by: 1 });
    edited(draft, { do: 'label-option', id: 'where', optionId: 'home', label: 'x' });
    edited(draft, { do: 'chips', group: 'challenges', isOn: true });
    expect(JSON.stringify(draft)).toBe(before);
  });
});
