import type { ReactElement } from 'react';
import { chipWords } from '@app/reflections/chip-words.js';
import { NO_ANSWER } from '@app/reflections/answer-pages.rules.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { type AnswerPart, pagesOf } from '@app/plans/pages.rules.js';
import { printable } from './printable.js';
import type { Screen } from './screen.types.js';
import { dayOrNull, notNowChoices, readingWords, savedState, timeOrDayWords } from './reply-words.js';
import { AnswerPage } from './views/answer-page.js';
import { CHOICE_FIELD, RATING_FIELD } from './views/field-names.js';
import type { AnswerFormProps, AnswerProblem, FrameProps, WaitChoice, WaitProps } from './views/props.js';
import { CheckInPage, ChoicePage, RatingPage } from './views/tap-pages.js';

/** What a page shows beside what is known of it: what was posted and did not go through, and why. */
export interface Shown {
  answer?: Answer;
  problem?: AnswerProblem | null;
  nothingWritten?: boolean;
  /** Which page of the prompt, from 1. */
  number?: number;
  /** Answers of the other pages could not be kept: they travel with the form. */
  carries?: boolean;
  wait?: WaitChoice;
  callAsked?: boolean;
}

/** One page of a prompt with the draft, or with what was posted. */
export function answerScreen(
  frame: FrameProps,
  { page, mailingId, form }: Screen,
  shown: Shown,
): ReactElement {
  const { asked, client } = page;
  const answer = shown.answer ?? page.draft ?? NO_ANSWER;
  const parts = pagesOf(asked);
  const number = Math.min(shown.number ?? 1, parts.length);
  const part = parts[number - 1]!;
  const common: AnswerFormProps = {
    frame,
    form,
    firstName: client.firstName,
    lastReadOn: dayOrNull(page.lastReadSentAt, page),
    lastReadBy: page.lastReadBy,
    reading: readingWords(page),
    state: page.sent ? { kind: 'sent', time: timeOrDayWords(page.sent.sentAt, page) } : savedState(page),
    notNow: page.sent ? [] : notNowChoices(page),
    problem: shown.problem ?? null,
    nothingWritten: shown.nothingWritten ?? false,
    step: { page: number, of: parts.length },
    wait: waitProps(page, shown.wait),
    paceUrl: page.sent ? null : `/r/p/${mailingId}/pace`,
    callAsked: shown.callAsked ?? false,
    carried: shown.carries ? fieldsBeside(answer, part) : [],
  };
  switch (part.kind) {
    case 'open':
      return (
        <AnswerPage
          {...common}
          question={part.question ?? asked.title}
          hint={asked.hint || null}
          words={printable(answer.words)}
          checkIns={part.checkIns.map((kind) => ({ kind, chosen: answer.checkIns[kind] ?? null }))}
          chips={part.chips.map((value) => ({
            value,
            label: chipWords(value, client.locale),
            chosen: answer.chips.includes(value),
          }))}
        />
      );
    case 'check-in': {
      const kind = part.checkIn;
      return <CheckInPage {...common} checkIn={{ kind, chosen: answer.checkIns[kind] ?? null }} />;
    }
    case 'choice': {
      const { id, question, hint, many, options } = part.choice;
      const chosen = answer.choices?.[id] ?? [];
      return (
        <ChoicePage
          {...common}
          id={id}
          question={question}
          hint={hint || null}
          many={many}
          options={options.map(({ id: value, label }) => ({ value, label, chosen: chosen.includes(value) }))}
        />
      );
    }
    case 'rating':
      return <RatingPage {...common} {...part.rating} chosen={answer.ratings?.[part.rating.id] ?? null} />;
  }
}

/** "Can this wait?", with the day that is promised to who cannot. What was sent keeps its wish. */
export function waitProps(page: Screen['page'], chosen: WaitChoice | undefined): WaitProps {
  return {
    chosen: chosen ?? (page.sent?.isMine ? page.sent.wait : 'can-wait'),
    soonDay: dayOrNull(page.readingSoonBy, page),
  };
}

/** What was answered on the other pages, as fields of a form. */
function fieldsBeside(answer: Answer, part: AnswerPart): [name: string, value: string][] {
  const isOpen = part.kind === 'open';
  const here = {
    checkIns: isOpen ? part.checkIns : part.kind === 'check-in' ? [part.checkIn] : [],
    choice: part.kind === 'choice' ? part.choice.id : null,
    rating: part.kind === 'rating' ? part.rating.id : null,
  };
  const fields: [string, string][] = [];
  if (!isOpen && answer.words !== '') fields.push(['words', printable(answer.words)]);
  for (const [kind, step] of Object.entries(answer.checkIns)) {
    if (!(here.checkIns as readonly string[]).includes(kind)) fields.push([kind, String(step)]);
  }
  if (!isOpen) fields.push(...answer.chips.map((chip): [string, string] => ['chips', chip]));
  for (const [id, options] of Object.entries(answer.choices ?? {})) {
    if (id === here.choice) continue;
    fields.push(...options.map((option): [string, string] => [CHOICE_FIELD + id, option]));
  }
  for (const [id, value] of Object.entries(answer.ratings ?? {})) {
    if (id !== here.rating) fields.push([RATING_FIELD + id, String(value)]);
  }
  return fields;
}
