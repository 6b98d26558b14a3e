import { aSentPrompt, type ReplyTown, TestBrowser } from '../reply/reply.test-support.js';

/** The town's client asks to be called, from the page of a question. */
export async function aCallRequest(town: ReplyTown, words = '') {
  const prompt = await aSentPrompt(town);
  const at = `/r/p/${prompt.mailingId}`;
  const browser = new TestBrowser(town);
  await browser.open(`/r/${prompt.token}`);
  const answer = await browser.press(at, 'call-me', { words });
  return { ...prompt, at, browser, answer };
}

interface NoticeRow {
  id: string;
  staff_member_id: string;
  status: string;
  attempts: number;
}

/** Who of the clinic is told of it, as a superuser sees it. */
export function noticesOf({ rows, clientId }: ReplyTown): Promise<NoticeRow[]> {
  return rows<NoticeRow>(
    'select id, staff_member_id, status, attempts from safety_notices where client_id = $1',
    [clientId],
  );
}
