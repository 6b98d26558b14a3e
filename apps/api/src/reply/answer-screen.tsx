import type { ReactElement } from 'react';
import { chipWords } from '@app/reflections/chip-words.js';
import { NO_ANSWER } from '@app/reflections/answer-pages.rules.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { type AnswerPart, pagesOf } from '@app/plans/pages.rules.js';
import { SAFETY_SIGNS, type SafetySign } from '@app/plans/safety-signs.js';
import { wordsIn } from '@app/design/words/say.js';
import { dayWords } from '@app/design/words/when.js';
import { fieldsBeside } from './answer-carry.js';
import { printable } from './printable.js';
import type { Screen } from './screen.types.js';
import { dayOrNull, notNowChoices, readingWords, savedState, timeOrDayWords } from './reply-words.js';
import { AnswerPage } from './views/answer-page.js';
import { MeasureItemPage, SafetyCheckPage } from './views/measure-page.js';
import type {
  AnswerFormProps,
  AnswerProblem,
  AnswerState,
  ChipProps,
  FrameProps,
  WaitChoice,
  WaitProps,
} from './views/props.js';
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
  const parts = pagesOf(asked, page.measure);
  const number = Math.min(shown.number ?? 1, parts.length);
  const part = parts[number - 1]!;
  const common: AnswerFormProps = {
    frame,
    form,
    firstName: client.firstName,
    lastReadOn: dayOrNull(page.lastReadSentAt, page),
    lastReadBy: page.lastReadBy,
    reading: readingWords(page),
    state: stateOf(page, part),
    notNow: page.sent ? [] : notNowChoices(page),
    problem: shown.problem ?? null,
    nothingWritten: shown.nothingWritten ?? false,
    step: { page: number, of: parts.length },
    wait: waitProps(page, shown.wait),
    shiftUrl: `/r/p/${mailingId}/shift`,
    shownBack: part.kind === 'open' ? shownBackProps(page) : null,
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
          thread={
            part.namesThread
              ? { kept: answer.thread !== undefined, name: printable(answer.thread?.name ?? '') }
              : null
          }
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
    case 'safety-check':
      return (
        <SafetyCheckPage
          {...common}
          body={signChips('medical', answer, client.locale)}
          mind={signChips('psychological', answer, client.locale)}
          none={answer.safetySigns?.length === 0}
          intro={number === 1 ? asked.hint || null : null}
        />
      );
    case 'measure-item': {
      const { item, stem, options } = part;
      return (
        <MeasureItemPage
          {...common}
          itemId={item.id}
          stem={stem}
          text={item.text}
          options={options.map(({ value, label }) => ({
            value: String(value),
            label,
            chosen: answer.measure?.[item.id] === value,
          }))}
          toldUnless={leastOf(part)}
          intro={number === 1 ? asked.hint || null : null}
        />
      );
    }
  }
}

/** Where what is on the page stands. Where something of it is told at once, that is said instead. */
function stateOf(page: Screen['page'], part: AnswerPart): AnswerState {
  if (part.kind === 'safety-check') return { kind: 'told', least: null };
  const least = leastOf(part);
  if (least !== null) return { kind: 'told', least };
  if (page.sent) return { kind: 'sent', time: timeOrDayWords(page.sent.sentAt, page) };
  return savedState(page);
}

/** What can be chosen without anybody being told; null: nothing here is told. */
function leastOf(part: AnswerPart): string | null {
  if (part.kind !== 'measure-item' || !part.safety) return null;
  return part.options.find(({ value }) => value === 0)?.label ?? '';
}

function signChips(
  lane: 'medical' | 'psychological',
  { safetySigns = [] }: Answer,
  locale: string,
): ChipProps[] {
  const say = wordsIn(locale);
  const signs = (Object.keys(SAFETY_SIGNS) as SafetySign[]).filter(
    (sign) => SAFETY_SIGNS[sign].lane === lane,
  );
  return signs.map((value) => ({
    value,
    label: say(`safetySign.${value}`),
    chosen: safetySigns.includes(value),
  }));
}

function shownBackProps({ shownBack, client, now }: Screen['page']): AnswerFormProps['shownBack'] {
  if (!shownBack) return null;
  const dayOf = (at: typeof now) => at.toZonedDateTimeISO(client.timeZone).toPlainDate();
  const { days } = dayOf(shownBack.sentAt).until(dayOf(now), { largestUnit: 'days' });
  return { quote: printable(shownBack.quote), days, day: dayWords(shownBack.sentAt, client) };
}

/** "Can this wait?", with the day that is promised to who cannot. What was sent keeps its wish. */
export function waitProps(page: Screen['page'], chosen: WaitChoice | undefined): WaitProps {
  return {
    chosen: chosen ?? (page.sent?.isMine ? page.sent.wait : 'can-wait'),
    soonDay: dayOrNull(page.readingSoonBy, page),
  };
}
