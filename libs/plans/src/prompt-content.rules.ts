import { onlyTells } from './pages.rules.js';
import type { ContentTrouble } from './prompt-content.types.js';
import type { ChoiceQuestion, PromptContent, RatingQuestion } from './prompt-template.types.js';

/** Questions of one prompt, its open one and its check-ins included: more is a questionnaire. */
export const MOST_QUESTIONS = 12;
export const FEWEST_OPTIONS = 2;
export const MOST_OPTIONS = 8;
/** Taps on the page of the open question. */
export const MOST_CHECK_INS = 2;

/** It only tells something: the page has no field, and nobody waits for an answer. */
export function informs(content: PromptContent): boolean {
  return onlyTells(content);
}

/** Everything that can be answered. A measure has its published length and is counted as one. */
export function questionCount(content: PromptContent): number {
  const { question, checkIns, choices = [], ratings = [], measure, safetyCheck } = content;
  const taps = checkIns.length + choices.length + ratings.length;
  return (question === null ? 0 : 1) + taps + (measure ? 1 : 0) + (safetyCheck ? 1 : 0);
}

/** Somebody has to receive what comes back at once. A measure that asks about safety is sent without that question else. */
export function asksSafety(content: PromptContent): boolean {
  return content.safetyCheck === true;
}

/** What keeps an edited prompt from being published; empty when nothing does. */
export function contentTroubles(content: PromptContent): ContentTrouble[] {
  const { question, checkIns, chips, choices = [], ratings = [] } = content;
  const troubles: ContentTrouble[] = [];
  const say = (field: string, code: string, params: ContentTrouble['params'] = {}) =>
    troubles.push({ field, code, params });
  const own = ownCourseField(content);
  // Where nothing is agreed or shared yet, there would be nothing to answer.
  if (own && informs(content)) say(own, 'needsMore');
  else if (informs(content) && content.hint.trim() === '') say('hint', 'isNotEmpty');
  if (question !== null && question.trim() === '') say('question', 'isNotEmpty');
  if (content.title.trim() === '') say('title', 'isNotEmpty');
  if (checkIns.length > MOST_CHECK_INS) say('checkIns', 'arrayMaxSize', { max: MOST_CHECK_INS });
  if (!areUnique(checkIns)) say('checkIns', 'arrayUnique');
  if (!areUnique(chips)) say('chips', 'arrayUnique');
  if (questionCount(content) > MOST_QUESTIONS) {
    say('choices', 'tooManyQuestions', { max: MOST_QUESTIONS });
  }
  const { measure, namesThread } = content;
  if (measure && !isPlainId(measure.code)) say('measure.code', 'matches');
  if (measure && !(Number.isInteger(measure.version) && measure.version > 0))
    say('measure.version', 'min', { min: 1 });
  // What is kept as a thread is what is written.
  if (namesThread && question === null) say('namesThread', 'needsQuestion');
  const ids = [...choices, ...ratings].map(({ id }) => id);
  choices.forEach((choice, index) => troubles.push(...choiceTroubles(choice, `choices.${index}`, ids)));
  ratings.forEach((rating, index) => troubles.push(...ratingTroubles(rating, `ratings.${index}`, ids)));
  return troubles;
}

/** What asks of a client's own course, or null. */
function ownCourseField({ asksEarlySigns, reviewsThreads }: PromptContent): string | null {
  if (asksEarlySigns) return 'asksEarlySigns';
  return reviewsThreads ? 'reviewsThreads' : null;
}

function choiceTroubles(
  { id, question, options }: ChoiceQuestion,
  field: string,
  ids: readonly string[],
): ContentTrouble[] {
  const troubles: ContentTrouble[] = [...idTroubles(id, field, ids)];
  const say = (at: string, code: string, params: ContentTrouble['params'] = {}) =>
    troubles.push({ field: `${field}.${at}`, code, params });
  if (question.trim() === '') say('question', 'isNotEmpty');
  if (options.length < FEWEST_OPTIONS) say('options', 'arrayMinSize', { min: FEWEST_OPTIONS });
  if (options.length > MOST_OPTIONS) say('options', 'arrayMaxSize', { max: MOST_OPTIONS });
  if (!areUnique(options.map((option) => option.id))) say('options', 'arrayUnique');
  if (!areUnique(options.map(({ label }) => label.trim().toLowerCase()))) say('options', 'arrayUnique');
  options.forEach(({ id: optionId, label }, index) => {
    if (label.trim() === '') say(`options.${index}.label`, 'isNotEmpty');
    if (!isPlainId(optionId)) say(`options.${index}.id`, 'matches');
  });
  return troubles;
}

function ratingTroubles(
  { id, question, low, high }: RatingQuestion,
  field: string,
  ids: readonly string[],
): ContentTrouble[] {
  const troubles = idTroubles(id, field, ids);
  for (const [name, text] of Object.entries({ question, low, high })) {
    if (text.trim() === '') troubles.push({ field: `${field}.${name}`, code: 'isNotEmpty', params: {} });
  }
  return troubles;
}

/** An answer is kept under its question's id, whatever kind of question it is. */
function idTroubles(id: string, field: string, ids: readonly string[]): ContentTrouble[] {
  if (!isPlainId(id)) return [{ field: `${field}.id`, code: 'matches', params: {} }];
  const isTwice = ids.filter((one) => one === id).length > 1;
  return isTwice ? [{ field: `${field}.id`, code: 'arrayUnique', params: {} }] : [];
}

/** It becomes the name of a form field; names every object has are none. */
function isPlainId(id: string): boolean {
  return /^[a-z0-9](?:-?[a-z0-9])*$/.test(id) && id.length <= 40 && !(id in {});
}

function areUnique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
