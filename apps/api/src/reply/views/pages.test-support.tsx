import type { ReactElement } from 'react';
import { AnswerPage } from './answer-page.js';
import { CheckInPage, ChoicePage, RatingPage } from './tap-pages.js';
import { PassphrasePage } from './passphrase-page.js';
import {
  UnaskedAskedPage,
  UnaskedAskPage,
  UnaskedLapsedPage,
  UnaskedOpenPage,
} from './unasked-link-pages.js';
import { UnaskedPage } from './unasked-page.js';
import { CallMePage } from './call-me-page.js';
import { ClosedPage } from './closed-page.js';
import { ErrorPage } from './error-page.js';
import { FreshLinkSentPage } from './fresh-link-sent-page.js';
import { HelpPage } from './help-page.js';
import { InformationPage } from './information-page.js';
import { NoCookiePage } from './no-cookie-page.js';
import { OpenFreshLinkPage } from './open-fresh-link-page.js';
import { sampleAnswer, sampleFrame as frame } from './sample-props.js';
import { SavedPage } from './saved-page.js';
import { SetAsidePage } from './set-aside-page.js';
import { ShiftNotedPage, ShiftPage } from '../shift/shift-page.js';
import { MeasureItemPage, SafetyCheckPage } from './measure-page.js';
import { FeelsSafePage, SafetyHelpPage } from './safety-help-page.js';
import { StopPage } from './stop-page.js';
import { ThanksPage } from './thanks-page.js';
import { WhoReadsPage } from './who-reads-page.js';

/** What a page posts to. */
const form = { action: '/r/p/1', nonce: 'nonce-1' };
/** What somebody may type who means harm. */
const hostile = '</textarea><script>alert(1)</script>" onfocus="x';
/** The page of thanks, at its least. */
export const thanks = { frame, kind: 'sent', sentTime: '8:49 am', reading: 'R.', nextOn: null } as const;

/** Every page of a client, by what it is called here. */
export const pages: [string, ReactElement][] = [
  ['answer', <AnswerPage {...sampleAnswer} />],
  [
    'answer with everything',
    <AnswerPage
      {...sampleAnswer}
      words={hostile}
      question={hostile}
      hint={hostile}
      firstName={hostile}
      lastReadOn="Sunday"
      chips={[{ value: hostile, label: hostile, chosen: true }]}
      thread={{ kept: true, name: hostile }}
      shownBack={{ quote: hostile, days: 12, day: 'Wednesday 11 November' }}
      shiftUrl="/r/p/1/shift"
      problem={{ code: 'tooLong', max: 10_000 }}
      nothingWritten
    />,
  ],
  [
    'an item of a measure',
    <MeasureItemPage
      {...sampleAnswer}
      itemId="9"
      stem={hostile}
      text={hostile}
      options={[{ value: '0', label: hostile, chosen: true }]}
      toldUnless={hostile}
      intro={hostile}
      state={{ kind: 'told', least: hostile }}
    />,
  ],
  [
    'a safety check',
    <SafetyCheckPage
      {...sampleAnswer}
      body={[{ value: 'breathing', label: hostile, chosen: true }]}
      mind={[{ value: 'voices', label: hostile, chosen: false }]}
      none
      intro={hostile}
      state={{ kind: 'told', least: null }}
    />,
  ],
  [
    'feeling safe',
    <FeelsSafePage
      frame={frame}
      form={form}
      fields={[['item-9', hostile]]}
      nextCallDay="Tuesday 10 November"
    />,
  ],
  ...(['emergency', 'crisis', 'today'] as const).map((kind): [string, ReactElement] => [
    `help first: ${kind}`,
    <SafetyHelpPage
      frame={frame}
      kind={kind}
      seenBy={{ day: 'Tuesday 10 November', time: '5:00 pm' }}
      isOpenNow={false}
      onward={{ kind: 'form', form, fields: [['words', hostile]] }}
    />,
  ]),
  [
    'asks if safe',
    <ThanksPage {...thanks} ownWords={hostile} changeUrl={null} asksSafe={{ form, yesUrl: '/r/p/1' }} />,
  ],
  [
    'a tap about a shift',
    <ShiftPage
      frame={frame}
      tap={3}
      heading={hostile}
      hint={hostile}
      links={[{ url: '/r/p/1/shift?t=1', label: hostile }]}
      sends={{ form, fields: [['once', hostile]], choices: [{ value: 'S1', label: hostile }] }}
      backUrl="/r/p/1"
    />,
  ],
  ['a shift, noted', <ShiftNotedPage frame={frame} againUrl="/r/p/1/shift" backUrl="/r/p/1" />],
  [
    'choice',
    <ChoicePage
      {...sampleAnswer}
      id="where"
      question={hostile}
      hint={hostile}
      many
      options={[{ value: hostile, label: hostile, chosen: true }]}
      step={{ page: 2, of: 3 }}
      carried={[['words', hostile]]}
      paceUrl="/r/p/1/pace"
    />,
  ],
  [
    'rating',
    <RatingPage
      {...sampleAnswer}
      id="steady"
      question={hostile}
      low={hostile}
      high={hostile}
      chosen={7}
      step={{ page: 3, of: 3 }}
      wait={{ chosen: 'next-working-day', soonDay: 'Tuesday 10 November' }}
      problem={{ code: 'notOffered' }}
      callAsked
    />,
  ],
  [
    'check-in',
    <CheckInPage {...sampleAnswer} checkIn={{ kind: 'sleep', chosen: 2 }} step={{ page: 2, of: 2 }} />,
  ],
  [
    'passphrase',
    <PassphrasePage
      frame={frame}
      form={form}
      to="pace"
      problem={{ code: 'wait', minutes: 2 }}
      unsentWords={hostile}
    />,
  ],
  [
    'unasked ask',
    <UnaskedAskPage frame={frame} action="/c/x" email={hostile} minutes={15} problem="notAnAddress" />,
  ],
  ['unasked asked', <UnaskedAskedPage frame={frame} minutes={15} />],
  ['unasked open', <UnaskedOpenPage frame={frame} form={form} hours={2} />],
  ['unasked lapsed', <UnaskedLapsedPage frame={frame} againUrl="/c/x" unsentWords={hostile} />],
  [
    'unasked',
    <UnaskedPage
      frame={frame}
      form={form}
      firstName={hostile}
      question="What would you like us to know?"
      hint="h"
      words={hostile}
      reading="R."
      wait={{ chosen: 'can-wait', soonDay: null }}
      problem={{ code: 'unreadable' }}
      nothingWritten
      callAsked
    />,
  ],
  [
    'information',
    <InformationPage frame={frame} firstName={null} heading={hostile} text={`a\n\n${hostile}`} />,
  ],
  ['thanks', <ThanksPage {...thanks} ownWords={hostile} changeUrl="/r/p/1" />],
  ['thanks for nothing', <ThanksPage {...thanks} kind="nothing" ownWords={null} changeUrl={null} />],
  [
    'saved',
    <SavedPage frame={frame} savedTime="8:47 am" openUntil="Thursday 19 November" backUrl="/r/p/1" />,
  ],
  [
    'snoozed',
    <SetAsidePage frame={frame} kind="snoozed" when="tonight" nextOn={null} wordsKept backUrl="/r/p/1" />,
  ],
  [
    'skipped',
    <SetAsidePage
      frame={frame}
      kind="skipped"
      when={null}
      nextOn="Friday"
      wordsKept={false}
      backUrl={null}
    />,
  ],
  ...(['expired', 'answered', 'read', 'withdrawn', 'ended', 'link'] as const).map(
    (kind): [string, ReactElement] => [
      `closed: ${kind}`,
      <ClosedPage frame={frame} kind={kind} nextOn={null} unsentWords={hostile} />,
    ],
  ),
  ['no cookie', <NoCookiePage frame={frame} form={form} minutes={15} />],
  ['fresh link sent', <FreshLinkSentPage frame={frame} minutes={15} />],
  ['open fresh link', <OpenFreshLinkPage frame={frame} form={form} />],
  [
    'call me',
    <CallMePage
      frame={frame}
      seenBy={{ day: null, time: '5:00 pm' }}
      already={false}
      hasNumber
      wordsSaved
      backUrl="/r/p/1"
    />,
  ],
  [
    'who reads',
    <WhoReadsPage
      frame={frame}
      readers={[{ name: hostile, seat: 'words' }]}
      covers={[{ name: hostile, awayName: hostile, untilDay: 'Thursday 12 November' }]}
      compared={['Your taps.']}
      looksForPhrases
      backUrl="/r/p/1"
    />,
  ],
  ...(['not-found', 'failed', 'unavailable', 'too-many', 'refused'] as const).map(
    (kind): [string, ReactElement] => [
      `error: ${kind}`,
      <ErrorPage frame={{ ...frame, clinicName: null, reader: null }} kind={kind} />,
    ],
  ),
  ['help', <HelpPage frame={frame} backUrl={null} />],
  ['stop', <StopPage frame={frame} form={form} />],
  ['stopped', <StopPage frame={frame} form={null} />],
  ['nothing to stop', <StopPage frame={frame} form={null} hasEnded />],
];
