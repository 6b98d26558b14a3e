import { findPlanStarter, PLAN_TEMPLATES } from './plan-templates.data.js';
import { promptTemplate } from './prompt-templates.data.js';
import { asksOf } from './step-asks.rules.js';

const asked = (code: string, version: number) =>
  findPlanStarter(code, version)!.steps.flatMap(({ prompt, spec }) =>
    asksOf(promptTemplate(prompt.code, prompt.version)).map((ask) => `${ask} ${spec.anchor} ${spec.days}`),
  );

describe('what a step asks beside its question', () => {
  it('is what PRODUCT 3 says of steady, from version 3', () => {
    expect(asked('steady', 3)).toEqual([
      'safety-check every-session 1',
      'thread-name latest-session 3',
      'safety-check latest-session 7',
      'early-signs latest-session 10',
      'early-signs latest-session 21',
      'thread-review latest-session 28',
    ]);
    expect(asked('series', 2)).toContain('safety-check series-rhythm 6');
  });

  it('is nothing in the versions before', () => {
    const before = PLAN_TEMPLATES.filter(
      ({ code, version }) => !['steady 3', 'series 2'].includes(`${code} ${version}`),
    );
    expect(before.flatMap(({ code, version }) => asked(code, version))).toEqual([]);
  });
});
