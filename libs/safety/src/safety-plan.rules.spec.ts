import fc from 'fast-check';
import { keptSteps, planFaults, SAFETY_PLAN_STEPS, type SafetyPlanLine } from './safety-plan.rules.js';

const line = fc.record({
  text: fc.oneof(fc.constantFrom('', '  ', '\t'), fc.string()),
  byClient: fc.boolean(),
  phone: fc.option(fc.constantFrom('', ' ', '+1 208 555 0177')),
});
const steps = fc.dictionary(fc.constantFrom(...SAFETY_PLAN_STEPS), fc.array(line, { maxLength: 4 }));

describe('a written safety plan', () => {
  it('has its six steps whatever is given, and not one empty line', () => {
    fc.assert(
      fc.property(steps, (given) => {
        const kept = keptSteps(given);
        expect(Object.keys(kept)).toEqual([...SAFETY_PLAN_STEPS]);
        const lines = Object.values(kept).flat() as SafetyPlanLine[];
        expect(lines.every(({ text, phone }) => text !== '' && text === text.trim() && phone !== '')).toBe(
          true,
        );
      }),
    );
  });

  it('keeps every line that says something, in its order and in its step', () => {
    const heron = { text: ' Watching the heron ', byClient: true, phone: null };
    const ward = { text: 'Fernhollow, front desk', byClient: false, phone: ' 208 555 0100 ' };
    const blank = { text: '   ', byClient: true, phone: '1' };
    expect(keptSteps({ onMyOwn: [heron, blank], professionals: [ward] })).toEqual({
      ...keptSteps({}),
      onMyOwn: [{ ...heron, text: 'Watching the heron' }],
      professionals: [{ ...ward, phone: '208 555 0100' }],
    });
  });

  it('is none while nothing stands in it', () => {
    const nothing = keptSteps({ helpers: [{ text: ' ', byClient: false, phone: '1' }] });
    expect(planFaults(nothing)).toEqual([{ field: 'steps', code: 'isNotEmpty', params: {} }]);
    expect(planFaults(keptSteps({ helpers: [{ text: 'June', byClient: false, phone: null }] }))).toEqual([]);
  });
});
