import { PLAN_STEPS, type SafetyPlanSteps } from '../../../api-client/calls-safety-plan.js';
import { draftOf, isEmptyPlan, isSamePlan, newLine, stepsOf } from './plan-draft.js';

let keys = 0;
const key = () => String((keys += 1));
const nothing = stepsOf(draftOf(null, key));
const plan: SafetyPlanSteps = {
  ...nothing,
  warningSigns: [{ text: 'I stop opening the curtains', byClient: true, phone: null }],
  helpers: [
    { text: 'June, my sister', byClient: true, phone: '+1 208 555 0188' },
    { text: 'Teo next door', byClient: true, phone: null },
  ],
};

describe('a safety plan while it is written', () => {
  it('begins with a line to write on in every part, and nothing to send', () => {
    const draft = draftOf(null, key);
    expect(PLAN_STEPS.map((step) => draft[step].length)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(isEmptyPlan(stepsOf(draft))).toBe(true);
  });

  it('sends what was read as it was read', () => {
    expect(stepsOf(draftOf(plan, key))).toEqual(plan);
    expect(isSamePlan(stepsOf(draftOf(plan, key)), plan)).toBe(true);
    expect(isSamePlan(nothing, null)).toBe(true);
    expect(isSamePlan(plan, null)).toBe(false);
  });

  it('leaves out empty lines, and a number where nobody is named', () => {
    const draft = draftOf(plan, key);
    const lines = [
      { ...newLine('onMyOwn', key()), text: '  Walk to the weir ', phone: '5550188' },
      { ...newLine('onMyOwn', key()), text: '   ' },
    ];
    expect(stepsOf({ ...draft, onMyOwn: lines }).onMyOwn).toEqual([
      { text: 'Walk to the weir', byClient: true, phone: null },
    ]);
  });

  it('takes who is called at the clinic for words of ours, and what is felt for theirs', () => {
    expect(PLAN_STEPS.filter((step) => !newLine(step, key()).byClient)).toEqual([
      'professionals',
      'surroundings',
    ]);
  });
});
