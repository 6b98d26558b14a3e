import type { ReceivedMail } from './mail-server.js';
import { type Answering, enter } from './plain-text.answers.js';

const VALUES = [3, 0, 2, 1, 3, 0, 2];
const LINE = VALUES.map((value, index) => `"${index + 1}":${value}`).join(',');

/** Who answers a questionnaire, and what they answer as it would be written down unsealed. */
export function measuredSecrets(mark: string) {
  return {
    'measured e-mail': `measured-${mark}@letterbox.example`,
    'answers to a measure': LINE,
    'answers to a measure, in a column': LINE.replace(/([:,])/g, '$1 '),
    'answers to a measure, in a form': VALUES.map((value, index) => `item-${index + 1}=${value}`).join('&'),
  };
}

/** Answers GAD-7 as a browser without scripts does: one item a page, the last of them without a score. */
export async function answerMeasure(
  life: Pick<Answering, 'base' | 'tokens'>,
  mail: ReceivedMail,
): Promise<void> {
  const { browser, act } = await enter(life, mail, 'measure');
  for (const [index, value] of [...VALUES, 3].entries()) {
    const page = String(index + 1);
    const [item, button] = index < VALUES.length ? [page, 'continue'] : ['difficulty', 'send'];
    const answer = await act({ act: button, page, [`item-${item}`]: String(value) }, `?page=${page}`);
    expect([page, answer.status]).toEqual([page, 303]);
    if (button === 'send') await browser.get(answer.headers.location as string).expect(200);
  }
}
