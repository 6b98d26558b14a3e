import { isTelling } from '@app/design/emails/neutral-sender.js';
import { findMeasure } from '@app/measures/measures.data.js';
import { gradeOf, HIGHEST_GRADE, toneTroubles } from '@app/design/words/tone.js';
import { pagesOf } from './pages.rules.js';
import { newestPlanStarter, PLAN_TEMPLATES } from './plan-templates.data.js';
import { stepTroubles } from './plan-step.rules.js';
import { contentTroubles, informs } from './prompt-content.rules.js';
import type { PromptContent } from './prompt-template.types.js';
import { findStarter, NEWEST_STARTERS, PROMPT_TEMPLATES } from './prompt-templates.data.js';
import { STARTER_NUMBERS } from './starters/starter.types.js';

const named = PROMPT_TEMPLATES.map((one) => [`${one.code} ${one.version}`, one] as const);
const texts = PROMPT_TEMPLATES.flatMap((one) => textsOf(one).map((text) => [one.code, text] as const));

describe('our starters', () => {
  it('cover the twenty-one of the library, one to one', () => {
    const covered = NEWEST_STARTERS.flatMap(({ covers }) => covers ?? []).sort();
    expect(covered).toEqual([...STARTER_NUMBERS].sort());
  });

  it.each(named)('%s could be published by a clinic', (_name, starter) => {
    expect(contentTroubles(starter)).toEqual([]);
  });

  it.each(texts)('%s can be read at grade 6: "%s"', (_code, text) => {
    expect(gradeOf(text) ?? 0).toBeLessThanOrEqual(HIGHEST_GRADE);
  });

  it.each(texts)('%s sounds like us: "%s"', (_code, text) => {
    expect(toneTroubles(text)).toEqual([]);
  });

  it('name no treatment and no diagnosis in titles that people outside the care team read', () => {
    const isNeutral = ({ title }: PromptContent) => !isTelling(title.replace('session', ''));
    expect(PROMPT_TEMPLATES.filter((one) => !isNeutral(one))).toEqual([]);
  });

  it('are numbered from 1, each version once', () => {
    const codes = [...new Set(PROMPT_TEMPLATES.map(({ code }) => code))];
    for (const code of codes) {
      const versions = PROMPT_TEMPLATES.filter((one) => one.code === code).map(({ version }) => version);
      expect(versions.sort()).toEqual(versions.map((_, index) => index + 1));
    }
  });
});

describe('our plans', () => {
  it.each(PLAN_TEMPLATES.map((plan) => [`${plan.code} ${plan.version}`, plan] as const))(
    '%s asks what there is, at times a clinic could choose',
    (_name, { steps }) => {
      const drafts = steps.map(({ prompt, spec }) => ({
        ...spec,
        prompt: { template: prompt.code, number: prompt.version },
      }));
      expect(stepTroubles(drafts)).toEqual([]);
      for (const { prompt, spec } of steps) {
        const content = findStarter(prompt.code, prompt.version)!;
        expect([prompt.code, spec.informationOnly ?? false]).toEqual([prompt.code, informs(content)]);
      }
    },
  );

  it('ask less at a slower pace, and never nothing', () => {
    for (const { steps } of PLAN_TEMPLATES) {
      const gentle = steps.filter(({ spec }) => spec.slowestPace === 'gentle');
      expect(gentle.length).toBeGreaterThan(2);
      expect(gentle.length).toBeLessThan(steps.length);
    }
  });

  it('keep the order of what each asks: nothing takes the day of a safety check', () => {
    for (const { code, version, steps } of PLAN_TEMPLATES) {
      const wrong = steps.filter(({ prompt, spec }) => {
        const content = findStarter(prompt.code, prompt.version)!;
        const isCheck = content.safetyCheck === true || informs(content);
        if (isCheck !== (spec.priority === 'safety-check')) return true;
        return (content.measure !== undefined) !== (spec.priority === 'measure');
      });
      expect([code, version, wrong]).toEqual([code, version, []]);
    }
  });

  it('asked nothing that somebody would have to answer at once before there was somebody', () => {
    const asking = PLAN_TEMPLATES.filter(({ steps }) =>
      steps.some(({ prompt }) => {
        const { measure, safetyCheck } = findStarter(prompt.code, prompt.version)!;
        return measure !== undefined || safetyCheck === true;
      }),
    );
    expect(asking.map(({ code, version }) => `${code} ${version}`)).toEqual(['steady 3', 'series 2']);
  });

  it('ask measures before the first session and on day 15, when their window looks back on no session', () => {
    for (const code of ['steady', 'series']) {
      const measured = newestPlanStarter(code)!.steps.filter(({ spec }) => spec.priority === 'measure');
      const days = measured.map(({ spec }) => [spec.anchor, spec.days, spec.midSeries ?? false]);
      expect(days.filter(([anchor]) => anchor === 'first-session').every(([, day]) => Number(day) < 0)).toBe(
        true,
      );
      expect(
        days.filter(([anchor]) => anchor === 'latest-session').every(([, day]) => Number(day) >= 15),
      ).toBe(true);
      expect(days.filter(([anchor]) => anchor === 'series-rhythm').every(([, , mid]) => mid)).toBe(true);
    }
  });

  it('never ask for a hard event that was not named first: PCL-5 is chosen by hand', () => {
    const codes = PLAN_TEMPLATES.flatMap(({ steps }) => steps.map(({ prompt }) => prompt.code));
    expect(codes).not.toContain('pcl-5');
  });
});

function textsOf(content: PromptContent): string[] {
  const { question, hint, choices = [], ratings = [] } = content;
  expect(pagesOf(content, measureOf(content)).length > 0 || informs(content)).toBe(true);
  return [
    question ?? '',
    hint,
    ...choices.flatMap((one) => [one.question, one.hint, ...one.options.map(({ label }) => label)]),
    ...ratings.flatMap((one) => [one.question, one.low, one.high]),
  ].filter((text) => text !== '');
}

describe('the week of the first session', () => {
  it.each(['steady', 'series'])('has room for all that %s asks in it: four in seven days', (code) => {
    const { steps } = newestPlanStarter(code)!;
    const days = steps
      .filter(({ spec }) => !['rhythm', 'next-appointment'].includes(spec.anchor))
      .filter(({ spec }) => spec.slowestPace !== 'often')
      .map(({ spec }) => spec.days);
    expect(new Set(days).size).toBe(days.length);
    for (const first of days) {
      expect(days.filter((day) => day >= first && day < first + 7).length).toBeLessThanOrEqual(4);
    }
  });
});

function measureOf({ measure }: PromptContent) {
  return (measure && findMeasure(measure.code, measure.version)) ?? null;
}
