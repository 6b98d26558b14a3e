import { PageFrame } from '@app/design/page-frame.js';
import { wordsIn } from '@app/design/words/say.js';
import { Nonce } from '../views/parts.js';
import type { FormProps, FrameProps } from '../views/props.js';

interface Choice {
  value: string;
  label: string;
}

/** The first two taps are links, the third sends: `once` makes the same page sent twice one. */
export interface ShiftPageProps {
  frame: FrameProps;
  tap: 1 | 2 | 3;
  heading: string;
  hint: string | null;
  links: readonly { url: string; label: string }[];
  /** Null: nothing is sent from here. Buttons of field `chip`. */
  sends: {
    form: FormProps;
    fields: readonly (readonly [string, string])[];
    choices: readonly Choice[];
  } | null;
  backUrl: string;
}

/** One tap about a moment that went a little differently. */
export function ShiftPage({ frame, tap, heading, hint, links, sends, backUrl }: ShiftPageProps) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('shiftLog.title')}>
      <p className="before">{say('shiftLog.step', { page: tap, of: 3 })}</p>
      <h1>{heading}</h1>
      {hint && <p className="hint">{hint}</p>}
      {links.length > 0 && (
        <ul className="opts">
          {links.map(({ url, label }) => (
            <li key={url}>
              <a className="btn" href={url}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {sends && (
        <form method="post" action={sends.form.action}>
          <Nonce form={sends.form} />
          {sends.fields.map(([name, value]) => (
            <input type="hidden" name={name} value={value} key={name} />
          ))}
          <div className="opts">
            {sends.choices.map(({ value, label }) => (
              <button className="btn" name="chip" value={value} key={value}>
                {label}
              </button>
            ))}
          </div>
        </form>
      )}
      <p className="tail">
        <a href={backUrl}>{say('shiftLog.back')}</a>
      </p>
      <p className="note">{say('reads.notWatched')}</p>
    </PageFrame>
  );
}

/** After the third tap. Nothing is counted here. */
export function ShiftNotedPage({
  frame,
  againUrl,
  backUrl,
}: {
  frame: FrameProps;
  againUrl: string;
  backUrl: string;
}) {
  const say = wordsIn(frame.locale);
  return (
    <PageFrame frame={frame} title={say('shiftLog.title')}>
      <h1>{say('shiftLog.thanks')}</h1>
      <p className="hint">
        {frame.reader ? say('shiftLog.withReader', { reader: frame.reader }) : say('shiftLog.withTeam')}
      </p>
      <p className="tail">
        <a href={againUrl}>{say('shiftLog.toStart')}</a>
      </p>
      <p className="tail">
        <a href={backUrl}>{say('shiftLog.toQuestion')}</a>
      </p>
      <p className="note">
        {say('thanks.close')} {say('reads.notWatched')}
      </p>
    </PageFrame>
  );
}
