import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { AskForWords } from '../words/words-link-pages.js';
import { ButtonLink } from './parts.js';
import type { WhoReadsPageProps } from './props.js';

/** Who sees what, with names. True to the letter or not said. */
export function WhoReadsPage(props: WhoReadsPageProps) {
  const { frame, readers, covers, compared, looksForPhrases, backUrl, askForWords } = props;
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('whoReads.title')}>
      <h1>{say('whoReads.title')}</h1>
      <div className="facts">
        {readers.length + covers.length > 0 && (
          <section>
            <h2>{say('whoReads.reads')}</h2>
            <ul>
              {readers.map(({ name, seat }) => (
                <li key={name}>
                  <b>{name}</b> <span className="hint">{say(`whoReads.seat.${seat}`)}</span>
                </li>
              ))}
              {covers.map(({ name, awayName, untilDay }) => (
                <li key={`${name} ${awayName}`}>
                  <b>{name}</b>{' '}
                  <span className="hint">{say('whoReads.cover', { day: untilDay, name: awayName })}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <Fact
          title={say('whoReads.notRead')}
          lines={[say('whoReads.notFrontDesk'), say('whoReads.notAdmin'), say('whoReads.urgent')]}
        />
        <Fact
          title={say('seen.safety')}
          lines={[
            ...[say('seen.atOnce'), say('seen.whileOpen'), say('seen.callBack'), say('seen.forms')],
            say(looksForPhrases ? 'seen.phrases' : 'seen.noPhrases'),
          ]}
        />
        <Fact title={say('whoReads.drafts')} lines={[say('whoReads.draftsHint')]} />
        <Fact title={say('whoReads.callMe')} lines={[say('whoReads.callMeHint')]} />
        <Fact title={say('seen.compared')} lines={compared} />
        <Fact title={say('whoReads.trace')} lines={[say('whoReads.opened'), say('whoReads.log')]} />
      </div>
      {backUrl && <ButtonLink href={backUrl}>{say('whoReads.back')}</ButtonLink>}
      <p className="note">{say('reads.notWatched')}</p>
      <AskForWords asks={askForWords} say={say} />
    </PageFrame>
  );
}

function Fact({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {lines.map((line) => (
          <li className="hint" key={line}>
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
