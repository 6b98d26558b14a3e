import type { AskedQuestion } from '@app/plans/prompt-template.types.js';
import type { ClientActor } from '@app/platform/actor.js';
import { ReplyLinks } from '@app/prompts/reply-links.js';
import type { Answer } from '@app/reflections/answer.types.js';
import { SentReflectionsService } from '@app/reflections/sent-reflections.service.js';
import { type ReplyTown, TestBrowser } from '../reply.test-support.js';
import { aSentNotice } from '../pace/pace.test-support.js';

export const QUESTION = 'What has stayed with you?';

export function clientOf({ clinic, clientId }: ReplyTown): ClientActor {
  return { kind: 'client', clinicId: clinic.clinicId, clientId };
}

/** Something this client sent so many days ago. */
export async function aSentReflection(
  town: ReplyTown,
  words: string,
  {
    daysAgo = 1,
    asked = {},
    answer = {},
  }: { daysAgo?: number; asked?: Partial<AskedQuestion>; answer?: Partial<Answer> } = {},
): Promise<string> {
  const { api, clientId } = town;
  const { db, keyring } = api.house;
  return db.inClinic(clientOf(town), async (tx) => {
    const question = {
      title: 'What stayed',
      question: QUESTION,
      hint: '',
      checkIns: [],
      chips: [],
      ...asked,
    };
    const body = { words, checkIns: {}, chips: [], ...answer, question, nothing: false, browser: '' };
    const sent = api.app.get(SentReflectionsService, { strict: false });
    const id = await sent.submit(tx, await keyring.client(tx, clientId), {
      clientId,
      promptId: null,
      body,
      wait: 'can-wait',
      promisedBy: null,
    });
    await tx.query('update reflections set sent_at = app_now() - make_interval(days => $2) where id = $1', [
      id,
      daysAgo,
    ]);
    return id;
  });
}

export interface WordsVisit {
  mailingId: string;
  /** Of the e-mail. */
  token: string;
  /** `/r/p/<mailing>/words` */
  at: string;
  browser: TestBrowser;
}

/** The e-mail with the link, not opened yet. */
export async function aWordsLink(town: ReplyTown): Promise<WordsVisit> {
  const { mailingId, token } = await aSentNotice(town, 'my_words');
  const links = town.api.app.get(ReplyLinks, { strict: false });
  // As every mail has one, and as its own ends.
  await town.api.house.db.inClinic(town.clinic.system, (tx) => links.register(tx, mailingId, 'unsubscribe'));
  await town.rows(
    "update link_directory set expires_at = app_now() + interval '15 minutes' where mailing_id = $1 and purpose = 'my-words'",
    [mailingId],
  );
  return { mailingId, token, at: `/r/p/${mailingId}/words`, browser: new TestBrowser(town) };
}

/** Opened by its button, in a browser of its own. */
export async function anOpenedWordsLink(town: ReplyTown): Promise<WordsVisit> {
  const visit = await aWordsLink(town);
  await visit.browser.open(`/r/${visit.token}`);
  await visit.browser.press(visit.at, 'open').expect(303).expect('location', visit.at);
  await visit.browser.open(visit.at);
  return visit;
}
