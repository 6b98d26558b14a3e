import { say } from '@app/design/words/say.js';
import { askedQuestionOf } from '@app/plans/prompt-contents.js';
import { promptTemplate } from '@app/plans/prompt-templates.data.js';
import { newId } from '@app/platform/ids/ids.js';
import { withExtras } from '@app/prompts/asked-extras.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { Temporal } from 'temporal-polyfill';
import { reflectionFact } from './pattern-facts.rules.js';

const SENT = {
  id: 'a',
  sentAt: Temporal.Instant.from('2026-11-05T17:00:00Z'),
  isUnasked: false,
  withdrawn: false,
};
const [dishes, lunch] = [newId(), newId()];
const question = withExtras(
  askedQuestionOf(promptTemplate('old-returned', 2)),
  {
    signs: [
      { id: dishes, words: 'The dishes stand.' },
      { id: lunch, words: 'I skip lunch.' },
    ],
    threads: [],
  },
  say,
);
const factOf = (answer: Partial<Answer>) =>
  reflectionFact(SENT, { words: '', checkIns: {}, chips: [], ...answer, question });

describe('what of a reflection is compared', () => {
  it('reads the client’s own "yes" where the starter asks for it', () => {
    const asked = question.choices!.find(({ id }) => id === 'returned')!;
    expect(asked.options.map(({ id }) => id)).toEqual(['yes', 'no', 'not-sure']);
    const said = (choice: string[]) => factOf({ choices: { returned: choice } }).saidOldReturned;
    expect([['yes'], ['no'], ['not-sure'], []].map(said)).toEqual([true, false, null, null]);
    expect(factOf({}).saidOldReturned).toBeNull();
  });

  it('takes only agreed signs that were offered', () => {
    const chosen = (ids: string[]) => factOf({ choices: { 'early-signs': ids } }).chosenSigns;
    expect(chosen([lunch])).toEqual([{ id: lunch }]);
    expect(chosen([newId(), 'none'])).toEqual([]);
    // The general signs of an earlier question are no agreed ones.
    expect(factOf({ choices: { signs: ['sleep'] } }).chosenSigns).toEqual([]);
  });

  it('leaves out the words, whatever they say', () => {
    const fact = factOf({
      words: 'Yes, something old came back: the dishes stand.',
      checkIns: { ease: 2, crowded: 5 },
    });
    expect(JSON.stringify(fact)).not.toContain('dishes stand');
    expect(fact).toMatchObject({ saidOldReturned: null, chosenSigns: [], checkIns: { ease: 2 }, crowded: 5 });
  });
});
