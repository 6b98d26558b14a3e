import type { Temporal } from 'temporal-polyfill';
import { EARLY_SIGNS_ID } from '@app/prompts/asked-ids.rules.js';
import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import type { Answer } from '@app/reflections/answer.types.js';
import type { ReflectionFact } from '@app/safety/patterns/pattern.types.js';

/** "Has anything old slipped back in?" */
const RETURNED = 'returned';

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export interface SentAnswer {
  id: string;
  sentAt: Temporal.Instant;
  isUnasked: boolean;
  withdrawn: boolean;
}

/** Nothing of it is known but that it was sent. */
export function bareFact(sent: SentAnswer): ReflectionFact {
  return {
    ...sent,
    checkIns: {},
    crowded: null,
    chips: [],
    choices: {},
    shift: null,
    saidOldReturned: null,
    chosenSigns: [],
  };
}

/** What of a reflection is compared: taps. Its words are not looked at. */
export function reflectionFact(
  sent: SentAnswer,
  { checkIns, chips, choices = {}, shift, question }: Answer & { question: Pick<AskedQuestion, 'choices'> },
): ReflectionFact {
  const { ease, energy, sleep, crowded } = checkIns;
  const compared: ReflectionFact['checkIns'] = {};
  if (ease) compared.ease = ease;
  if (energy) compared.energy = energy;
  if (sleep) compared.sleep = sleep;
  const { id, sentAt, isUnasked, withdrawn } = sent;
  return {
    id,
    sentAt,
    isUnasked,
    withdrawn,
    checkIns: compared,
    crowded: crowded ?? null,
    chips,
    choices,
    shift: shift ?? null,
    saidOldReturned: saidOldReturned(choices),
    chosenSigns: chosenSigns(choices, question),
  };
}

function saidOldReturned(choices: NonNullable<Answer['choices']>): boolean | null {
  const chosen = choices[RETURNED] ?? [];
  if (chosen.includes('yes')) return true;
  return chosen.includes('no') ? false : null;
}

/** Only what was offered as an agreed sign: "none of these" is an option too, and is no sign. */
function chosenSigns(
  choices: NonNullable<Answer['choices']>,
  question: Pick<AskedQuestion, 'choices'>,
): ReflectionFact['chosenSigns'] {
  const offered = question.choices?.find(({ id }) => id === EARLY_SIGNS_ID)?.options ?? [];
  const chosen = choices[EARLY_SIGNS_ID] ?? [];
  return offered.filter(({ id }) => ID.test(id) && chosen.includes(id)).map(({ id }) => ({ id }));
}
