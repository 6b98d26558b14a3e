import { Injectable } from '@nestjs/common';
import { ClinicsService } from '@app/clinics/clinics.service.js';
import { clinicToClients, type ClinicToClients } from '@app/clinics/settings/clinic-help.js';
import type { ReplyPage } from '@app/course/reply-page.js';
import { promptEmail } from '@app/design/emails/prompt-email.js';
import { wordsIn } from '@app/design/words/say.js';
import { dayWords } from '@app/design/words/when.js';
import type { StaffActor } from '@app/platform/actor.js';
import { Config } from '@app/platform/config/config.js';
import { Database, type Tx } from '@app/platform/database/database.js';
import { NotFound } from '@app/platform/errors/errors.js';
import { MeasuresService } from '@app/measures/measures.service.js';
import { pagesOf } from '@app/plans/pages.rules.js';
import { InvalidContent } from '@app/plans/plans.errors.js';
import { contentTroubles, informs } from '@app/plans/prompt-content.rules.js';
import { askedQuestionOf } from '@app/plans/prompt-contents.js';
import { OPEN_DAYS } from '@app/plans/plan-step.rules.js';
import type { PromptContent } from '@app/plans/prompt-template.types.js';
import { type AskedExtras, withExtras } from '@app/prompts/asked-extras.js';
import { readingPromise } from '@app/reflections/reading-contract.rules.js';
import { DEFAULT_THRESHOLDS } from '@app/safety/patterns/pattern-thresholds.js';
import { answerScreen } from '../reply/answer-screen.js';
import { ReplyFrames } from '../reply/reply-frames.js';
import { InformationPage } from '../reply/views/information-page.js';
import { renderPage } from '../reply/views/render-page.js';
import { firstNameOf, type PromptAddressee, PromptAddressees } from './prompt-addressee.service.js';
import type { PromptPreviewView } from './prompt-preview.view.js';

const LANGUAGE = 'en';
/** Leads nowhere: nothing of a preview can be followed or sent. */
const NOWHERE = 'sample';
const SAMPLE_NAME = 'Rowan';
const say = wordsIn(`${LANGUAGE}-US`);
/** What a client who exists agreed to, or shared. */
const SAMPLE_EXTRAS: AskedExtras = {
  signs: [
    { id: 'one', words: say('askedExtras.sampleSign') },
    { id: 'other', words: say('askedExtras.otherSampleSign') },
  ],
  threads: [{ id: NOWHERE, name: say('askedExtras.sampleThread'), scale: null }],
};

/** The page and the e-mail a client would get: one whose plan it is, or a made-up one. Sends nothing. */
@Injectable()
export class PromptPreviewsService {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly clinics: ClinicsService,
    private readonly frames: ReplyFrames,
    private readonly measures: MeasuresService,
    private readonly addressees: PromptAddressees,
  ) {}

  /** @throws InvalidContent; NotFound for a client this actor may not see */
  async preview(actor: StaffActor, content: PromptContent, clientId?: string): Promise<PromptPreviewView> {
    const troubles = contentTroubles(content);
    if (troubles.length > 0) throw new InvalidContent(troubles, 'content.');
    return this.db.inClinic(actor, async (tx) => {
      const clinic = await clinicToClients(tx);
      if (!clinic) throw new NotFound('clinic');
      const addressee = clientId ? await this.addressees.addressee(tx, clientId) : null;
      const page = await this.samplePage(tx, actor, clinic, content, addressee);
      const pages = this.pages(page);
      return { page: pages[0]!, pages, email: this.email(clinic, page) };
    });
  }

  /** Every page as it is sent, but without its script. */
  private pages(page: ReplyPage): string[] {
    const form = { action: `/r/p/${NOWHERE}`, nonce: NOWHERE };
    const framed = this.frames.of(page, NOWHERE, form);
    const frame = { ...framed, assets: { ...framed.assets, script: null } };
    const { asked, client, measure } = page;
    if (informs(asked)) {
      const { title: heading, hint: text } = asked;
      const note = (
        <InformationPage frame={frame} firstName={client.firstName} heading={heading} text={text} />
      );
      return [renderPage(note)];
    }
    const screen = { page, mailingId: NOWHERE, form };
    return pagesOf(asked, measure).map((_part, index) =>
      renderPage(answerScreen(frame, screen, { number: index + 1 })),
    );
  }

  private email(clinic: ClinicToClients, page: ReplyPage): PromptPreviewView['email'] {
    const { crisis, emergency, other } = clinic.help;
    const { subject, html, text } = promptEmail({
      kind: informs(page.asked) ? 'note' : 'first',
      locale: LANGUAGE,
      reader: page.reader,
      clinicName: clinic.shortName,
      firstName: page.client.firstName,
      url: new URL(`/r/${NOWHERE}`, this.config.BASE_URL).href,
      paceUrl: new URL(`/r/${NOWHERE}/pace`, this.config.BASE_URL).href,
      openUntil: page.closesAt && dayWords(page.closesAt, page.client),
      help: {
        crisisLabel: crisis?.label ?? null,
        crisisNumber: crisis?.number ?? null,
        clinicPhone: clinic.phone,
        emergencyNumber: emergency?.number ?? null,
        otherContact: other,
      },
    });
    return { subject, html, text };
  }

  private async samplePage(
    tx: Tx,
    actor: StaffActor,
    { name, country, phone, help, greetsByName }: ClinicToClients,
    content: PromptContent,
    addressee: PromptAddressee | null,
  ): Promise<ReplyPage> {
    const me = (await this.clinics.staff(tx)).find(({ id }) => id === actor.staffMemberId)!;
    const here = await this.clinics.location(tx, me.locationId);
    const { readingDays } = await this.clinics.clinic(tx);
    const asked = withExtras(askedQuestionOf(content), SAMPLE_EXTRAS, say);
    const ref = asked.measure;
    const measure = ref && (await this.measures.definition(tx, ref.code, ref.version));
    if (ref && !measure) {
      throw new InvalidContent([{ field: 'measure', code: 'unknownReference', params: {} }], 'content.');
    }
    const facts = { readingDays, locationZone: here.timeZone, openTo: here.openTo, openDays: here.openDays };
    return {
      now: tx.now,
      state: 'open',
      asked,
      measure: measure ?? null,
      closesAt: tx.now.add({ hours: 24 * OPEN_DAYS }),
      clinic: { name, country, phone, help, hours: here, answers: here },
      client: {
        firstName: greetsByName ? (addressee ? addressee.firstName : SAMPLE_NAME) : null,
        timeZone: addressee?.timeZone ?? here.timeZone,
        locale: `${LANGUAGE}-${country}`,
        quietFrom: here.quietFrom,
        quietTo: here.quietTo,
        isInCare: true,
        hasPhone: true,
        isQuiet: false,
      },
      reader: addressee?.reader ?? firstNameOf(me.name),
      careTeam: [],
      covers: [],
      reading: readingPromise({ ...facts, nextCallAt: null }, tx.now),
      readingSoonBy: null,
      lastReadSentAt: null,
      lastReadBy: null,
      nextAt: null,
      snoozedAt: null,
      callRequestedAt: null,
      compares: { thresholds: DEFAULT_THRESHOLDS, looksForPhrases: true },
      shownBack: null,
      draft: null,
      sent: null,
    };
  }
}
