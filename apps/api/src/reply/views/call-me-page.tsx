import { PageFrame } from '@app/design/page-frame.js';
import { lineWords } from '@app/design/words/line-words.js';
import { wordsIn, type Say } from '@app/design/words/say.js';
import { ButtonLink } from './parts.js';
import type { CallMePageProps } from './props.js';

/** After "ask the clinic to call me": when somebody sees it, and what to do if that is too late. */
export function CallMePage({ frame, seenBy, already, hasNumber, wordsSaved, backUrl }: CallMePageProps) {
  const say = wordsIn(frame.locale);
  const { help } = frame;
  const [here] = help.countries.length === 1 ? help.countries : [];
  const line = here?.crisisLine;
  return (
    <PageFrame frame={frame} title={say('callMe.title')}>
      <h1>{already ? say('callMe.already') : say('callMe.heading')}</h1>
      <p className="hint">
        {seenBy && callSeenWords(seenBy, say)} {numberWords(hasNumber, help.clinicPhone, say)}
      </p>
      {help.clinicHoursText && <p className="hint">{say('callMe.hours', { hours: help.clinicHoursText })}</p>}
      <section className="card">
        <h2>{say('callMe.cannotWait')}</h2>
        <p className="hint">{say('callMe.cannotWaitHint')}</p>
        {here && (
          <p className="tail">
            <Emergency number={here.emergencyNumber} say={say} />
          </p>
        )}
        <p className="tail">
          <a href="#help">{line ? lineWords(say, line.label, line.number) : say('frame.helpNow')}</a>
        </p>
      </section>
      <p className="note">{say('callMe.noWords')}</p>
      {wordsSaved && <p className="note">{say('callMe.wordsSaved')}</p>}
      {backUrl && <ButtonLink href={backUrl}>{say('callMe.back')}</ButtonLink>}
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

function Emergency({ number, say }: { number: string | null; say: Say }) {
  if (!number) return say('help.emergencyLocal');
  return <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{say('help.emergency', { number })}</a>;
}

export function callSeenWords({ day, time }: NonNullable<CallMePageProps['seenBy']>, say: Say): string {
  return day ? say('callMe.seenOn', { day, time }) : say('callMe.seenToday', { time });
}

/** Nobody is promised a call on a number that the clinic does not have. */
function numberWords(hasNumber: boolean, clinicPhone: string | null, say: Say): string {
  if (hasNumber) {
    return clinicPhone ? `${say('callMe.number')} ${say('callMe.changeNumber')}` : say('callMe.number');
  }
  return clinicPhone ? say('callMe.noNumber', { number: clinicPhone }) : say('callMe.noNumberAnywhere');
}
