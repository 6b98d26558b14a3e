import { PageFrame } from '@app/design/page-frame.js';
import { lineWords } from '@app/design/words/line-words.js';
import { wordsIn, type Say } from '@app/design/words/say.js';
import { Nonce } from './parts.js';
import type { FrameProps } from './props.js';
import type { FeelsSafePageProps, OnwardProps, SafetyHelpPageProps } from './safety-props.js';

const FEELINGS = ['yes', 'no', 'not-sure'] as const;

/** After the item about being better off dead: one tap, and it can be left out. */
export function FeelsSafePage({ frame, form, fields, nextCallDay }: FeelsSafePageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('feelsSafe.title')}>
      <p className="before">{say('feelsSafe.thanks')}</p>
      <h1>{say('feelsSafe.question')}</h1>
      {nextCallDay && <p className="hint">{say('feelsSafe.nextCall', { day: nextCallDay })}</p>}
      <form method="post" action={form.action}>
        <Nonce form={form} />
        <input type="hidden" name="act" value="feels-safe" />
        <Fields fields={fields} />
        <div className="opts">
          {FEELINGS.map((feeling) => (
            <button className="btn" name="feels-safe" value={feeling} key={feeling}>
              {say(`feelsSafe.${feeling}`)}
            </button>
          ))}
          <button className="btn btn-quiet" name="feels-safe" value="">
            {say('feelsSafe.leaveOut')}
          </button>
        </div>
      </form>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

/** What to do now, before anything else is asked; then when somebody at the clinic sees it. */
export function SafetyHelpPage({ frame, kind, seenBy, isOpenNow, onward }: SafetyHelpPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('helpNow.title')}>
      {kind === 'emergency' && <Emergency frame={frame} say={say} />}
      {kind === 'crisis' && <Crisis frame={frame} say={say} />}
      {kind === 'today' && <h1>{say(isToday(seenBy) ? 'helpNow.today' : 'helpNow.later')}</h1>}
      <p className="hint">
        {kind !== 'today' && say(kind === 'emergency' ? 'helpNow.toldToo' : 'helpNow.told')}{' '}
        {!isOpenNow && say('helpNow.closed')} {seenBy && seenWords(seenBy, say)}{' '}
        {kind === 'today' && say('helpNow.worse')}
      </p>
      <GoOn onward={onward} isQuiet={kind === 'emergency'} say={say} />
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

function Emergency({ frame, say }: { frame: FrameProps; say: Say }) {
  const number = hereOf(frame)?.emergencyNumber ?? null;
  return (
    <>
      <h1>{number ? say('helpNow.emergency', { number }) : say('helpNow.emergencyLocal')}</h1>
      <p className="hint">{say('helpNow.emergencyHint')}</p>
      {number && (
        <a className="btn btn-go" href={tel(number)}>
          {say('helpNow.emergencyButton', { number })}
        </a>
      )}
    </>
  );
}

function Crisis({ frame, say }: { frame: FrameProps; say: Say }) {
  const here = hereOf(frame);
  const line = here?.crisisLine;
  return (
    <>
      <h1>{say('helpNow.crisis')}</h1>
      <p className="hint">{say('helpNow.crisisHint')}</p>
      {line && (
        <a className="btn btn-go" href={tel(line.number)}>
          {lineWords(say, line.label, line.number)}
        </a>
      )}
      {here?.emergencyNumber && (
        <a className="btn btn-apart" href={tel(here.emergencyNumber)}>
          {say('help.emergency', { number: here.emergencyNumber })}
        </a>
      )}
      {!here && (
        <p className="tail">
          <a href="#help">{say('frame.helpNow')}</a>
        </p>
      )}
    </>
  );
}

function GoOn({ onward, isQuiet, say }: { onward: OnwardProps; isQuiet: boolean; say: Say }) {
  const look = isQuiet ? 'btn btn-quiet btn-apart' : 'btn btn-apart';
  if (onward.kind === 'link') {
    return (
      <a className={look} href={onward.url}>
        {say('helpNow.goOn')}
      </a>
    );
  }
  return (
    <form method="post" action={onward.form.action}>
      <Nonce form={onward.form} />
      <Fields fields={onward.fields} />
      <button className={look} name="act" value="show">
        {say('helpNow.goOn')}
      </button>
    </form>
  );
}

function Fields({ fields }: { fields: readonly (readonly [name: string, value: string])[] }) {
  return fields.map(([name, value]) => (
    <input type="hidden" name={name} value={value} key={`${name} ${value}`} />
  ));
}

/** The help of the one country that is known. */
function hereOf({ help }: FrameProps) {
  return help.countries.length === 1 ? help.countries[0] : undefined;
}

function isToday(seenBy: SafetyHelpPageProps['seenBy']): boolean {
  return seenBy?.day === null;
}

function seenWords({ day, time }: NonNullable<SafetyHelpPageProps['seenBy']>, say: Say): string {
  return day ? say('helpNow.seenOn', { day, time }) : say('helpNow.seenToday', { time });
}

function tel(number: string): string {
  return `tel:${number.replace(/[^\d+]/g, '')}`;
}
