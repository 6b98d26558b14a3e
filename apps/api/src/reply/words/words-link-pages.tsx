import { PageFrame } from '@app/design/page-frame.js';
import { type Say, wordsIn } from '@app/design/words/say.js';
import { Nonce, OneButton, Tail } from '../views/parts.js';
import type { AskForWordsProps, FormProps, FrameProps } from '../views/props.js';

/** "Read what you sent", on the pages of a question: asks for a link, and shows nothing here. */
export function AskForWords({ asks, say }: { asks: AskForWordsProps | null | undefined; say: Say }) {
  if (!asks) return null;
  const { form, minutes } = asks;
  return (
    <section className="not-now">
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <button className="btn btn-quiet">{say('myWords.ask')}</button>
      </form>
      <p className="note">{say('myWords.askHint', { minutes })}</p>
    </section>
  );
}

/** Only the button is left: what was pressed came from a page that was open for too long. */
export function AskForWordsPage({ frame, asks }: { frame: FrameProps; asks: AskForWordsProps }) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.askTitle')}>
      <h1>{say('myWords.ask')}</h1>
      <AskForWords asks={asks} say={say} />
    </PageFrame>
  );
}

/** The same whether one could be sent or not. */
export function WordsAskedPage({
  frame,
  minutes,
  backUrl,
}: {
  frame: FrameProps;
  minutes: number;
  backUrl: string;
}) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.openTitle')}>
      <h1>{say('unasked.asked')}</h1>
      <p className="hint">{say('link.sentHint', { minutes })}</p>
      <p className="hint">{say('link.sentLate')}</p>
      <Tail href={backUrl}>{say('whoReads.back')}</Tail>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

/** Opening changes nothing; the button does. */
export function WordsOpenPage({
  frame,
  form,
  minutes,
}: {
  frame: FrameProps;
  form: FormProps;
  minutes: number;
}) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.openTitle')}>
      <h1>{say('myWords.open')}</h1>
      <p className="hint">{say('myWords.openHint', { count: minutes })}</p>
      <p className="hint">{say('myWords.openAlone')}</p>
      <OneButton form={form} act="open">
        {say('myWords.openButton')}
      </OneButton>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

/** Closed by its time, or by the client. */
export function WordsLapsedPage({
  frame,
  kind,
  againUrl,
}: {
  frame: FrameProps;
  kind: 'lapsed' | 'closed';
  againUrl: string;
}) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('myWords.openTitle')}>
      <h1>{say(`myWords.${kind}`)}</h1>
      <p className="hint">{say(`myWords.${kind}Hint`)}</p>
      <form method="post" action={againUrl}>
        <button className="btn btn-quiet btn-apart">{say('myWords.newLink')}</button>
      </form>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}
