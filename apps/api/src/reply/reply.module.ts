import { Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { ReplyCourseModule } from '@app/course/reply-course.module.js';
import { CalmErrors } from './calm-errors.js';
import { FreshLinkOpening } from './fresh-link-opening.js';
import { NoCookieScreens } from './no-cookie-screens.js';
import { NoVisit } from './no-visit.js';
import { Nonces } from './nonces.js';
import { PaceActs } from './pace/pace-acts.js';
import { PaceDesk } from './pace/pace-desk.js';
import { PacePagesController } from './pace/pace-pages.controller.js';
import { PaceScreens } from './pace/pace-screens.js';
import { PageAssetFiles } from './page-assets.js';
import { PassphraseGate } from './passphrase-gate.js';
import { ReplyActs } from './reply-acts.js';
import { ReplyActsController } from './reply-acts.controller.js';
import { ReplyAssetsController } from './reply-assets.controller.js';
import { ReplyCookies } from './reply-cookies.js';
import { ReplyDesks } from './reply-desks.js';
import { ReplyFrames } from './reply-frames.js';
import { ReplyLinksController } from './reply-links.controller.js';
import { ReplyPagesController } from './reply-pages.controller.js';
import { ReplyStopController } from './reply-stop.controller.js';
import { ReplySafetyActs } from './reply-safety-acts.js';
import { ReplyScreens } from './reply-screens.js';
import { ReplySending } from './reply-sending.js';
import { ReplyVisits } from './reply-visits.js';
import { ShiftController } from './shift/shift.controller.js';
import { ShiftScreens } from './shift/shift-screens.js';
import { WordsCopies } from './words/copies/words-copies.js';
import { WordsActs } from './words/words-acts.js';
import { WordsActsController } from './words/words-acts.controller.js';
import { WordsDesk } from './words/words-desk.js';
import { WordsPagesController } from './words/words-pages.controller.js';
import { WordsScreens } from './words/words-screens.js';
import { WordsWays } from './words/words-ways.js';
import { UnaskedController } from '../unasked/unasked.controller.js';
import { UnaskedActs } from '../unasked/unasked-acts.js';
import { UnaskedScreens } from '../unasked/unasked-screens.js';

/** The pages of clients: rendered here, without an account, without JavaScript. */
@Module({
  imports: [ReplyCourseModule],
  controllers: [
    ReplyAssetsController,
    PacePagesController,
    ReplyActsController,
    ReplyPagesController,
    ReplyStopController,
    ShiftController,
    WordsActsController,
    WordsPagesController,
    ReplyLinksController,
    UnaskedController,
  ],
  providers: [
    CalmErrors,
    FreshLinkOpening,
    NoCookieScreens,
    NoVisit,
    Nonces,
    PaceActs,
    PaceDesk,
    PaceScreens,
    PageAssetFiles,
    PassphraseGate,
    ReplyActs,
    ReplyCookies,
    ReplyDesks,
    ReplyFrames,
    ReplySafetyActs,
    ReplyScreens,
    ReplySending,
    ReplyVisits,
    ShiftScreens,
    UnaskedActs,
    UnaskedScreens,
    WordsActs,
    WordsCopies,
    WordsDesk,
    WordsScreens,
    WordsWays,
  ],
})
export class ReplyModule {
  constructor(host: HttpAdapterHost, errors: CalmErrors, gate: PassphraseGate) {
    const fastify = host.httpAdapter.getInstance<FastifyInstance>();
    errors.watch(fastify);
    gate.watch(fastify);
  }
}
