import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Heeded } from '@app/course/reply-safety.service.js';
import { type AnswerPart, pageNumber, pagesOf } from '@app/plans/pages.rules.js';
import { mergedAnswer, NO_ANSWER } from '@app/reflections/answer-pages.rules.js';
import { type ToldAtOnce, toldAtOnce } from '@app/reflections/answer-safety.rules.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { leftOut, type PostedFields, readAnswer, waitChoice } from './answer-fields.js';
import type { Shown } from './answer-screen.js';
import type { Screen } from './screen.types.js';
import type { PromptVisit, Visit } from './reply-visits.js';
import type { AnswerProblem } from './views/props.js';

/** One POST of a client who came in by a link. */
export interface Post {
  visit: Visit;
  posted: PostedFields;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The same, by the link of a prompt's e-mail. */
export interface PromptPost extends Post {
  visit: PromptVisit;
}

/** A post, and what is known of its question. */
export interface Desk extends PromptPost {
  screen: Screen;
  /** Of every page, with what was posted from this one. */
  answer: Answer;
  /** Why it cannot be taken in; null: it can. */
  refusal: { problem: AnswerProblem; status: 400 | 422 } | null;
  /** What of this very post is told at once. */
  told: ToldAtOnce;
  /** The page it was posted from; undefined for what only tells something. */
  part: AnswerPart | undefined;
  number: number;
  group: 'answer' | 'change';
  /** Its nonce is one of this page's. */
  isOurs: boolean;
  /** The clinic was told of it. */
  heeded?: Heeded | null;
  /** A call was asked for with it. */
  callAsked?: boolean;
}

/** What a post says of a question: the answer of every page, why it cannot be taken in, what is told at once. */
export type ReadPost = Pick<Desk, 'answer' | 'refusal' | 'told' | 'part' | 'number'>;

/** @param before what this browser gave before, on any page */
export function readPost(
  posted: PostedFields,
  { asked, measure }: Pick<Screen['page'], 'asked' | 'measure'>,
  before: Answer,
): ReadPost {
  const parts = pagesOf(asked, measure);
  const number = pageNumber(parts, posted.page);
  const part = parts[number - 1];
  const read = readAnswer(
    part && posted.act === 'leave-out' ? leftOut(posted, part) : posted,
    asked,
    measure,
  );
  const answer = part ? mergedAnswer(before, read.answer, part) : read.answer;
  const { feelsSafe } = answer;
  return {
    answer,
    refusal: read.problem && { problem: read.problem, status: read.status },
    // Whether they feel safe may have been said before, of this same answer.
    told: toldAtOnce({ ...read.answer, ...(feelsSafe && { feelsSafe }) }, measure),
    part,
    number,
  };
}

export function withoutAnswer(desk: Desk): Desk {
  return { ...desk, answer: NO_ANSWER };
}

/** What this browser gave before, on any page. A change begins with what was sent. */
export function givenBefore({ page }: Screen, changes: boolean): Answer {
  return page.draft ?? (changes && page.sent?.isMine ? page.sent.body : NO_ANSWER);
}

/** The page it came from, with everything that was given. The draft may be older, or another browser's. */
export function shownAt({ answer, number, posted, callAsked = false }: Desk): Shown {
  return { answer, number, carries: true, wait: waitChoice(posted.wait), callAsked };
}

/** The script that saves while a person types. */
export function wantsJson({ posted, request }: Desk): boolean {
  return posted.act === 'save' && (request.headers.accept?.includes('application/json') ?? false);
}
