import { keptStepIds } from './plan-steps.rules.js';
import type { AnchorKind } from './plan-step.types.js';

const step = (code: string, anchor: AnchorKind = 'latest-session') => ({
  prompt: { code },
  spec: { anchor },
});
const earlier = (id: string, promptTemplateCode: string, anchor: AnchorKind = 'latest-session') => ({
  id,
  promptTemplateCode,
  spec: { anchor },
});

describe('the ids of a new plan’s steps', () => {
  it('are kept where prompt and anchor are the same, whatever the order', () => {
    const kept = keptStepIds([step('b'), step('a')], [earlier('1', 'a'), earlier('2', 'b')]);
    expect(kept).toEqual(['2', '1']);
  });

  it('are new where the prompt or the anchor is another', () => {
    const kept = keptStepIds([step('c'), step('a', 'every-session')], [earlier('1', 'a')]);
    expect(kept).toEqual([null, null]);
  });

  it('are kept once each when a prompt is asked twice', () => {
    const kept = keptStepIds([step('a'), step('a'), step('a')], [earlier('1', 'a'), earlier('2', 'a')]);
    expect(kept).toEqual(['1', '2', null]);
  });
});
