import { checkInKinds, stepWord } from '@app/design/check-ins.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import type { MeasureDefinition } from '@app/measures/measure.types.js';
import { answeredTaps } from '@app/reflections/answered-taps.js';
import { chipWords } from '@app/reflections/chip-words.js';
import type { ReflectionBody } from '@app/reflections/reflection-body.js';
import type { AnsweredLine } from './words-props.js';

/** Everything that was tapped or chosen, in the words in which it was asked; what was left out is absent. */
export function answerLines(
  body: ReflectionBody,
  measure: MeasureDefinition | null,
  locale: string,
): AnsweredLine[] {
  const say = wordsIn(locale);
  return [
    ...shiftLines(body, say, locale),
    ...checkInKinds.flatMap((kind) => {
      const step = body.checkIns[kind];
      return step ? [{ question: say(`checkIn.ask.${kind}`), answer: stepWord(say, kind, step) }] : [];
    }),
    ...(body.chips.length > 0
      ? [
          {
            question: say('answer.chips'),
            answer: body.chips.map((chip) => chipWords(chip, locale)).join(' · '),
          },
        ]
      : []),
    ...answeredTaps(body).map((tap) => ({
      question: tap.question,
      answer: tap.kind === 'choice' ? tap.chosen.join(' · ') : ratingWords(tap),
    })),
    ...(measure ? measureLines(body, measure) : []),
    ...safetyLines(body, say),
  ];
}

function ratingWords({ value, low, high }: { value: number; low: string; high: string }): string {
  return `${value} (0: ${low}, 10: ${high})`;
}

function shiftLines({ shift }: ReflectionBody, say: Say, locale: string): AnsweredLine[] {
  if (!shift) return [];
  return [
    { question: say('shiftLog.trigger'), answer: say(`shift.trigger.${shift.trigger}`) },
    { question: say('shiftLog.response'), answer: say(`shift.response.${shift.response}`) },
    ...(shift.chip ? [{ question: say('shiftLog.chip'), answer: chipWords(shift.chip, locale) }] : []),
  ];
}

/** In the published words. A total is not shown: a client is told no score. */
export function measureLines(
  { measure: given = {} }: ReflectionBody,
  measure: MeasureDefinition,
): AnsweredLine[] {
  const asked = [
    ...measure.items.map((item) => ({ ...item, options: measure.options })),
    ...measure.unscored,
  ];
  return asked.flatMap(({ id, text, options }) => {
    const chosen = options.find(({ value }) => value === given[id]);
    return chosen ? [{ question: text, answer: chosen.label }] : [];
  });
}

function safetyLines({ safetySigns, feelsSafe }: ReflectionBody, say: Say): AnsweredLine[] {
  const signs = safetySigns?.map((sign) => say(`safetySign.${sign}`)).join(' · ');
  return [
    ...(signs === undefined ? [] : [{ question: say('check.question'), answer: signs || say('check.none') }]),
    ...(feelsSafe ? [{ question: say('feelsSafe.question'), answer: say(`feelsSafe.${feelsSafe}`) }] : []),
  ];
}
