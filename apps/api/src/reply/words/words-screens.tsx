import { Injectable } from '@nestjs/common';
import type { ReactElement } from 'react';
import type { ClientPage } from '@app/course/client-page.service.js';
import type { MyWordsPage, OwnWords } from '@app/course/my-words.types.js';
import { READING_MINUTES } from '@app/course/my-words-course.service.js';
import type { LapsedWords } from '@app/course/my-words-requests.service.js';
import type { ReplyEntry } from '@app/course/reply-door.service.js';
import { ReplyPlaceService } from '@app/course/reply-place.service.js';
import { dayWords, timeWords } from '@app/design/words/when.js';
import { FRESH_LINK_MINUTES } from '@app/prompts/link-lifetimes.js';
import { has } from '@app/reflections/wishes.rules.js';
import { linesOf } from '@app/reflections/wishes-lines.rules.js';
import { ReplyFrames } from '../reply-frames.js';
import type { FormProps, FrameProps } from '../views/props.js';
import { askForWords } from './ask-for-words.js';
import { LinesPage, TakeBackPage } from './choosing-pages.js';
import { CopyPage } from './copy-page.js';
import { EntryPage } from './entry-page.js';
import { AskForWordsPage, WordsAskedPage, WordsLapsedPage, WordsOpenPage } from './words-link-pages.js';
import { WordsPage } from './words-page.js';
import type { DoneAct } from './words-props.js';
import { entryProps, lineProps, monthsOf, threadProps } from './words-view.js';

/** Whose page it is, with the form that belongs to it. */
export interface WordsScreen {
  page: ClientPage;
  mailingId: string;
  /** Of the group `answer`, posted to the words' own address. */
  form: FormProps;
}

/** Turns a client's own words into pages. */
@Injectable()
export class WordsScreens {
  constructor(
    private readonly frames: ReplyFrames,
    private readonly places: ReplyPlaceService,
  ) {}

  /** For who holds the link: the clinic that sent it is no secret to them. */
  async open(entry: ReplyEntry, form: FormProps): Promise<ReactElement> {
    return <WordsOpenPage frame={await this.frameOfPlace(entry)} form={form} minutes={READING_MINUTES} />;
  }

  async lapsed({ clinicId, kind }: LapsedWords, mailingId: string): Promise<ReactElement> {
    const againUrl = `/r/p/${mailingId}/fresh-link`;
    return <WordsLapsedPage frame={await this.frameOfPlace({ clinicId })} kind={kind} againUrl={againUrl} />;
  }

  async asked({ clinicId, mailingId }: ReplyEntry): Promise<ReactElement> {
    const frame = await this.frameOfPlace({ clinicId });
    return <WordsAskedPage frame={frame} minutes={FRESH_LINK_MINUTES} backUrl={`/r/p/${mailingId}`} />;
  }

  async ask({ clinicId, mailingId }: ReplyEntry, form: FormProps): Promise<ReactElement> {
    const frame = await this.frameOfPlace({ clinicId });
    return <AskForWordsPage frame={frame} asks={askForWords({ mailingId, form })} />;
  }

  list(screen: WordsScreen, words: MyWordsPage, { isTooOld = false } = {}): ReactElement {
    const place = placeOf(screen);
    const base = urlOf(screen);
    const { number, hasOlder, openUntil, since } = words;
    return (
      <WordsPage
        frame={this.frameOf(screen)}
        form={screen.form}
        openUntil={openUntil && timeWords(openUntil, place)}
        months={monthsOf(words.reflections, place, base)}
        threads={words.threads.map((thread) => threadProps(thread, place))}
        earlySigns={words.earlySigns}
        since={since && dayWords(since, place)}
        copyUrl={`${base}/copy`}
        comparedUrl={`/r/p/${screen.mailingId}/who-reads`}
        olderUrl={hasOlder ? `${base}?page=${number + 1}` : null}
        newerUrl={number > 1 ? `${base}?page=${number - 1}` : null}
        isTooOld={isTooOld}
      />
    );
  }

  one(screen: WordsScreen, own: OwnWords, done: DoneAct | null, { isTooOld = false } = {}): ReactElement {
    const base = urlOf(screen);
    const { id, body, wishes } = own;
    const entry = entryProps(own, placeOf(screen), base);
    const lines = linesOf(body.words, placeOf(screen).locale);
    const isLeft = (chosen: OwnWords['wishes']['showBack']) => lines.some((line) => !has(chosen, line));
    return (
      <EntryPage
        frame={this.frameOf(screen)}
        form={screen.form}
        id={id}
        entry={entry}
        starred={wishes.starred.map((line) => lineProps(body.words, line))}
        shown={wishes.showBack.map((line) => lineProps(body.words, line))}
        starUrl={isLeft(wishes.starred) ? `${entry.url}/line` : null}
        showUrl={isLeft(wishes.showBack) ? `${entry.url}/line-again` : null}
        takeBackUrl={`${entry.url}/take-back`}
        backUrl={base}
        done={done}
        isTooOld={isTooOld}
      />
    );
  }

  /** Lines that are not chosen yet. */
  lines(screen: WordsScreen, own: OwnWords, act: 'star' | 'show-back'): ReactElement {
    const { id, body, wishes } = own;
    const chosen = act === 'star' ? wishes.starred : wishes.showBack;
    const lines = linesOf(body.words, placeOf(screen).locale).filter((line) => !has(chosen, line));
    return (
      <LinesPage
        frame={this.frameOf(screen)}
        form={screen.form}
        id={id}
        act={act}
        lines={lines.map((line) => lineProps(body.words, line))}
        backUrl={`${urlOf(screen)}/${id}`}
      />
    );
  }

  takeBack(screen: WordsScreen, own: OwnWords): ReactElement {
    const base = urlOf(screen);
    return (
      <TakeBackPage
        frame={this.frameOf(screen)}
        form={screen.form}
        id={own.id}
        entry={entryProps(own, placeOf(screen), base)}
        copyUrl={`${base}/copy`}
        backUrl={`${base}/${own.id}`}
      />
    );
  }

  copy(screen: WordsScreen): ReactElement {
    return <CopyPage frame={this.frameOf(screen)} form={screen.form} backUrl={urlOf(screen)} />;
  }

  private frameOf({ page, mailingId, form }: WordsScreen): FrameProps {
    // The request for a call goes where every page of this mailing posts it.
    return this.frames.of(page, mailingId, { ...form, action: `/r/p/${mailingId}` });
  }

  private async frameOfPlace(entry: Pick<ReplyEntry, 'clinicId'>): Promise<FrameProps> {
    return this.frames.ofPlace(await this.places.ofEntry(entry));
  }
}

function placeOf({ page: { client } }: WordsScreen): { timeZone: string; locale: string } {
  return client;
}

function urlOf({ mailingId }: WordsScreen): string {
  return `/r/p/${mailingId}/words`;
}
