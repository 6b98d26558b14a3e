import type { PromptTemplate } from './prompt-template.types.js';

const CHALLENGES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const;
const SHIFTS = ['S1', 'S2', 'S3', 'S4'] as const;

/**
 * Our own starters, in our own words: short, plain, warm, reading grade 6 at most. Append a new version
 * instead of editing one: what was asked stays what was asked.
 */
export const PROMPT_TEMPLATES: readonly PromptTemplate[] = [
  {
    code: 'intention',
    version: 1,
    title: 'Before the session',
    question: 'Is there something you would like to hold in mind when you come in?',
    hint: 'A word is enough. It does not have to be a goal. You can also come with nothing at all.',
    checkIns: ['ease', 'energy'],
    chips: [],
  },
  {
    code: 'own-signs',
    version: 1,
    title: 'Early signs',
    question: 'When things start to slide, what do you notice first?',
    hint: 'Something small that only you would spot. The dishes. A phone left in a drawer. We will look out for it with you.',
    checkIns: ['sleep', 'crowded'],
    chips: [],
  },
  {
    code: 'evening-help',
    version: 1,
    title: 'This evening',
    question: null,
    hint: 'Nothing is asked of you tonight. Rest if you can. Do not drive for 24 hours, and not before a full night’s sleep; your clinic’s sheet comes first. If anything worries you, the numbers on this page are there.',
    checkIns: [],
    chips: [],
  },
  {
    code: 'what-stayed',
    version: 1,
    title: 'What stayed',
    question: 'What has stayed with you?',
    hint: 'A picture, a word, a feeling. It need not make sense yet. You can skip any part.',
    checkIns: ['ease', 'sleep'],
    chips: CHALLENGES,
  },
  {
    code: 'keeps-coming-back',
    version: 1,
    title: 'What keeps coming back',
    question: 'Is there anything you keep coming back to?',
    hint: 'No is a fine answer. So is “I am not sure”.',
    checkIns: ['ease', 'energy'],
    chips: CHALLENGES,
  },
  {
    code: 'small-shift',
    version: 1,
    title: 'One small shift',
    question: 'Was there a moment this week that went a little differently?',
    hint: 'It can be very small: a tone of voice, a pause on the stairs. If nothing comes to mind, that is fine too.',
    checkIns: ['ease', 'energy'],
    chips: SHIFTS,
  },
  {
    code: 'life-resumed',
    version: 1,
    title: 'Has life taken over?',
    question: 'How has the week been? Has everyday life taken over again?',
    hint: 'Most weeks do. If one of your own early signs has turned up, you can say so here.',
    checkIns: ['crowded', 'sleep'],
    chips: CHALLENGES,
  },
  {
    code: 'ordinary-day',
    version: 1,
    title: 'On an ordinary day',
    question: 'Where has it shown up on an ordinary day?',
    hint: 'In the kitchen, at work, in the queue. One moment is plenty.',
    checkIns: ['ease', 'energy'],
    chips: SHIFTS,
  },
  {
    code: 'old-returned',
    version: 1,
    title: 'Anything old, back again?',
    question: 'Has anything old slipped back in?',
    hint: 'Seeing it is not failing. You can name it, or just say where you were when you saw it.',
    checkIns: ['ease', 'crowded'],
    chips: CHALLENGES,
  },
  {
    code: 'try-instead',
    version: 1,
    title: 'Next time it happens',
    question: 'When it happens again, what would you like to try instead?',
    hint: 'Something you could do in under a minute. It does not have to work.',
    checkIns: ['ease', 'energy'],
    chips: SHIFTS,
  },
  {
    code: 'where-it-holds',
    version: 1,
    title: 'Where it holds',
    question: 'Where has it held without much effort, and where not yet?',
    hint: 'Both are worth knowing. Half an answer is fine.',
    checkIns: ['ease', 'energy'],
    chips: SHIFTS,
  },
  {
    code: 'with-yourself',
    version: 1,
    title: 'With yourself',
    question: 'How are you with yourself lately?',
    hint: 'As you would be with a friend, or harder than that?',
    checkIns: ['ease', 'sleep'],
    chips: [],
  },
  {
    code: 'not-to-miss',
    version: 1,
    title: 'Before we talk',
    question: 'What should we not miss when we talk?',
    hint: 'One line is plenty. It can also be something you would rather not talk about.',
    checkIns: ['ease', 'energy'],
    chips: [],
  },
];

/** Codes of templates that ask nothing. */
export const NOTE_CODES: readonly string[] = PROMPT_TEMPLATES.filter(({ question }) => question === null).map(
  ({ code }) => code,
);

/** The template of a code in one version. Throws when a plan names one that never was. */
export function promptTemplate(code: string, version: number): PromptTemplate {
  const found = PROMPT_TEMPLATES.find((one) => one.code === code && one.version === version);
  if (!found) throw new Error(`There is no prompt template ${code} version ${version}.`);
  return found;
}
