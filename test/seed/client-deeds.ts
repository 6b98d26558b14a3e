import { MyWordsCourseService } from '@app/course/my-words-course.service.js';
import { MyWordsRequestsService } from '@app/course/my-words-requests.service.js';
import { ReplyCourseService } from '@app/course/reply-course.service.js';
import type { PromptEntry } from '@app/course/reply-door.service.js';
import { ReplyPageService } from '@app/course/reply-page.service.js';
import { ReplySafetyService } from '@app/course/reply-safety.service.js';
import { ReplyShiftService } from '@app/course/reply-shift.service.js';
import { UnaskedCourseService } from '@app/course/unasked-course.service.js';
import { UnaskedRequestsService } from '@app/course/unasked-requests.service.js';
import { newestMeasure } from '@app/measures/measures.data.js';
import { askedQuestionOf } from '@app/plans/prompt-contents.js';
import type { AskedQuestion, PromptTemplate } from '@app/plans/prompt-template.types.js';
import type { Answer } from '@app/reflections/answer.types.js';
import type { LivedClient } from './lived-client.js';
import type { ClientDeed, Reply } from './story.types.js';

/** Who looks at a public page, as far as a throttle counts them. */
const INVENTED_IP = '192.0.2.17';

/** What the world does once somebody has asked for something: mails leave, staff are told. */
export interface Post {
  deliver(): Promise<void>;
}

/** What a client does on their pages, through the services behind them. */
export class ClientDeeds {
  constructor(
    private readonly client: LivedClient,
    private readonly post: Post,
  ) {}

  /** Answers a prompt as it was asked of them, and sends. */
  async answer(door: PromptEntry, template: PromptTemplate, reply: Reply): Promise<void> {
    const { client } = this;
    // Only what asks of them alone differs from its template: the page knows how.
    const asked =
      template.asksEarlySigns || template.reviewsThreads
        ? (await client.get(ReplyPageService).read(door, client.browser)).asked
        : askedQuestionOf(template);
    const items = asked.measure ? newestMeasure(asked.measure.code)!.items : [];
    const answer = answerOf(reply, asked, items);
    const signs = answer.safetySigns ?? [];
    // As the page does: what it tells at once is told before anything else becomes of it.
    if (signs.length > 0) {
      const told = { itemNine: null, signs };
      await client.get(ReplySafetyService).heed(door, client.browser, told, { answer, ofSent: false });
      await this.post.deliver();
    }
    const sent = await client
      .get(ReplyCourseService)
      .submit(door, client.browser, { asked, answer, nothing: false });
    if (sent.kind !== 'sent')
      throw new Error(`An invented answer to ${reply.to} was not taken: ${sent.kind}.`);
    client.wrote(answer.words, { promptId: door.promptId });
  }

  async does(deed: ClientDeed): Promise<void> {
    const { client } = this;
    const door = client.openDoor();
    switch (deed.does) {
      case 'stars':
        return this.wish('star', deed.line);
      case 'lets-show-back':
        return this.wish('show-back', deed.line);
      case 'asks-not-to-raise': {
        const { reflectionId } = await client.line(deed.line);
        await client.get(MyWordsCourseService).wish(door, reflectionId, { act: 'dont-raise' });
        return;
      }
      case 'logs-shift': {
        const { trigger, response, chip } = deed;
        const once = `${trigger} ${response} ${door.mailingId}`;
        await client.get(ReplyShiftService).log(door, client.browser, { trigger, response, chip }, once);
        return;
      }
      case 'leaves':
        return this.leave(deed.words);
      case 'asks-for-call':
        await client.get(UnaskedCourseService).requestCall(door);
        return this.post.deliver();
      case 'takes-booklet':
        await client.get(MyWordsRequestsService).request(door);
        await this.post.deliver();
        await client.get(MyWordsCourseService).download(door);
        return;
    }
  }

  private async wish(act: 'star' | 'show-back', quote: string): Promise<void> {
    const { reflectionId, from, to } = await this.client.line(quote);
    const kept = await this.client
      .get(MyWordsCourseService)
      .wish(this.client.openDoor(), reflectionId, { act, line: { from, to } });
    if (kept !== 'kept') throw new Error(`An invented wish was not kept: ${kept}.`);
  }

  /** From the clinic's public page: a link comes, and something is left through it. */
  private async leave(words: string): Promise<void> {
    const { client } = this;
    const { clinicId } = client.actor;
    await client.get(UnaskedRequestsService).request(clinicId, client.email, INVENTED_IP);
    await this.post.deliver();
    const [mailing] = await client.rows<{ id: string }>(
      `select id from mailings where clinic_id = $1 and client_id = $2 and kind = 'unasked'
       order by send_at desc limit 1`,
    );
    const door = { ...client.openDoor(), mailingId: mailing!.id, promptId: null, kind: 'unasked' as const };
    await client.get(UnaskedCourseService).submit(door, client.browser, { words, wait: 'can-wait' });
    client.wrote(words, { reflectionId: mailing!.id });
  }
}

function answerOf(reply: Reply, asked: AskedQuestion, items: readonly { id: string }[]): Answer {
  const { words = '', checkIns = {}, chips = [], measure, keptAs, safetySigns = [] } = reply;
  const reviews = Object.entries(reply.reviews ?? {}).map(([name, said]) => ({
    id: askedOf(asked, name),
    ...said,
  }));
  const choices = {
    ...reply.choices,
    ...Object.fromEntries(reviews.map(({ id, fit }) => [id, [fit]])),
  };
  const ratings = {
    ...reply.ratings,
    ...Object.fromEntries(reviews.map(({ id, rating }) => [id, rating])),
  };
  return {
    words,
    checkIns,
    chips,
    ...(Object.keys(choices).length > 0 && { choices }),
    ...(Object.keys(ratings).length > 0 && { ratings }),
    ...(measure && {
      measure: {
        ...Object.fromEntries(items.map(({ id }, index) => [id, measure.items[index]!])),
        ...(measure.difficulty !== undefined && { difficulty: measure.difficulty }),
      },
    }),
    ...(asked.safetyCheck && { safetySigns }),
    ...(keptAs !== undefined && { thread: { name: keptAs } }),
  };
}

/** The id under which a review asks about the thread of that name. */
function askedOf(asked: AskedQuestion, name: string): string {
  const choice = asked.choices?.find(({ question }) => question.includes(name));
  if (!choice) throw new Error('An invented review speaks of a thread that was not asked about.');
  return choice.id;
}
