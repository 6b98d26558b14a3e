import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { type Heeded, ReplySafetyService } from '@app/course/reply-safety.service.js';
import { pageNumber, pagesOf } from '@app/plans/pages.rules.js';
import { type Field, fieldsOf } from './answer-carry.js';
import { type Desk, wantsJson } from './reply-desk.js';
import { ReplyDesks } from './reply-desks.js';
import { ReplyFrames } from './reply-frames.js';
import { dayOrNull, momentOf } from './reply-words.js';
import { sendPage } from './send-page.js';
import { FEELS_SAFE_FIELD, ITEM_FIELD } from './views/field-names.js';
import { FeelsSafePage, SafetyHelpPage } from './views/safety-help-page.js';
import type { OnwardProps } from './views/safety-props.js';

/** Where a client goes on, below the address of their mailing. */
const ONWARD = /^(?:(?:\/change)?\?page=\d{1,3}|\/[a-z]{1,20}(?:\?again=)?)?$/;

/** What a client taps about safety: the clinic is told first, then there is help, then it goes on. */
@Injectable()
export class ReplySafetyActs {
  constructor(
    private readonly desks: ReplyDesks,
    private readonly safety: ReplySafetyService,
    private readonly frames: ReplyFrames,
  ) {}

  /** Tells the clinic what this post says, if it says any such thing, and whatever becomes of the rest. */
  async heed(desk: Desk): Promise<Heeded | null> {
    const { visit, screen, told, group } = desk;
    const { state, sent } = screen.page;
    const ofSent = group === 'change';
    const takesDraft = ofSent ? state === 'answered' && sent?.isMine : state === 'open';
    const draft = takesDraft && !desk.refusal ? { answer: desk.answer, ofSent } : null;
    return this.safety.heed(visit.entry, this.desks.browserOf(desk), told, draft);
  }

  /**
   * What is shown instead of where the act would lead: the question that follows, or help. Null: neither is needed
   * after this post.
   * @param path where it would lead, below the address of the mailing
   */
  instead(desk: Desk, path: string): FastifyReply | null {
    const { heeded, part, told, reply } = desk;
    if (!heeded || wantsJson(desk)) return null;
    if (part?.kind === 'safety-check' && told.signs.length > 0)
      return sendPage(reply, this.help(desk, heeded, path));
    if (part?.kind !== 'measure-item' || !part.safety || !told.itemNine) return null;
    return told.itemNine.feelsSafe === null ? sendPage(reply, this.followUp(desk, path)) : null;
  }

  /** After "Do you feel safe until you next talk with us?", answered or left out. */
  answered(desk: Desk): FastifyReply {
    const { heeded, request, reply, screen } = desk;
    const { body } = request;
    const wanted = typeof body === 'object' && body !== null && 'to' in body ? body.to : '';
    const path = typeof wanted === 'string' && ONWARD.test(wanted) ? wanted : '';
    if (heeded) return sendPage(reply, this.help(desk, heeded, path));
    return reply.redirect(`/r/p/${screen.mailingId}${path}`, 303);
  }

  private followUp(desk: Desk, path: string): ReactElement {
    const { screen, number } = desk;
    const { page } = screen;
    return (
      <FeelsSafePage
        frame={this.frameOf(desk)}
        form={screen.form}
        fields={[['page', String(number)], ['to', path], ...carriedBy(desk)]}
        nextCallDay={page.reading.kind === 'before-call' ? dayOrNull(page.reading.at, page) : null}
      />
    );
  }

  private help(desk: Desk, { help, seenBy, isOpenNow }: Heeded, path: string): ReactElement {
    return (
      <SafetyHelpPage
        frame={this.frameOf(desk)}
        kind={help}
        seenBy={seenBy && momentOf(seenBy, desk.screen.page)}
        isOpenNow={isOpenNow}
        onward={onwardOf(desk, path)}
      />
    );
  }

  private frameOf({ screen: { page, mailingId, form } }: Desk) {
    return this.frames.of(page, mailingId, form);
  }
}

/** The answer itself goes along in any case: the question that follows is about it. */
function carriedBy(desk: Desk): Field[] {
  const { answer, part } = desk;
  if (!isKept(desk)) return fieldsOf(answer).filter(([name]) => name !== FEELS_SAFE_FIELD);
  if (part?.kind !== 'measure-item') return [];
  const value = answer.measure?.[part.item.id];
  return value === undefined ? [] : [[ITEM_FIELD + part.item.id, String(value)]];
}

function onwardOf(desk: Desk, path: string): OnwardProps {
  const { screen, answer } = desk;
  if (isKept(desk) || !isPageOf(path)) return { kind: 'link', url: `/r/p/${screen.mailingId}${path}` };
  const { asked, measure } = screen.page;
  const page = pageNumber(pagesOf(asked, measure), path.split('page=')[1]);
  return { kind: 'form', form: screen.form, fields: [['page', String(page)], ...fieldsOf(answer)] };
}

/** Nothing has to travel: it is kept, or the question takes no answer any more. */
function isKept({ heeded, screen, group }: Desk): boolean {
  const takes = group === 'change' ? screen.page.state === 'answered' : screen.page.state === 'open';
  return !takes || (heeded?.kept ?? false);
}

function isPageOf(path: string): boolean {
  return path.includes('page=');
}
