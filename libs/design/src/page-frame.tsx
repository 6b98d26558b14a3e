import type { ReactNode } from 'react';
import { HelpBlock } from './help-block.js';
import { PhoneIcon } from './icons.js';
import type { FrameProps, PageAssets } from './page-frame.types.js';
import { wordsIn, type Say } from './words/say.js';

/** "Leave this page now" goes somewhere nobody asks about. */
const ELSEWHERE = 'https://www.wikipedia.org/';

interface PageFrameProps {
  frame: FrameProps;
  /** Stands in the browser's history: neutral, no clinic, nothing of the client. */
  title: string;
  children: ReactNode;
}

/**
 * One client page as a whole document: header with help, the page, the help block, who can read it. Holds no
 * inline style and no inline script, so that the content security policy can forbid both.
 */
export function PageFrame({ frame, title, children }: PageFrameProps) {
  const say = wordsIn(frame.locale);
  return (
    <html lang={frame.locale}>
      <Head title={title} assets={frame.assets} />
      <body className="page">
        <a className="skip-link" href="#main">
          {say('frame.skipToMain')}
        </a>
        <Header frame={frame} say={say} />
        <main className="page-in" id="main">
          {children}
          <HelpBlock help={frame.help} say={say} />
        </main>
        <Footer frame={frame} say={say} />
      </body>
    </html>
  );
}

function Head({ title, assets }: { title: string; assets: PageAssets }) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      {assets.fonts.map((url) => (
        <link key={url} rel="preload" as="font" type="font/woff2" crossOrigin="anonymous" href={url} />
      ))}
      <link rel="stylesheet" href={assets.stylesheet} />
      <link rel="icon" href={assets.icon ?? 'data:,'} />
      {assets.script && <script src={assets.script} defer />}
    </head>
  );
}

function Header({ frame, say }: { frame: FrameProps; say: Say }) {
  const name = frame.clinicName ?? say('frame.product');
  return (
    <header className="top">
      <div className="page-in">
        {frame.home ? (
          <a className="top-name" href={frame.home}>
            {name}
          </a>
        ) : (
          <span className="top-name">{name}</span>
        )}
        <a className="top-help" href="#help">
          <PhoneIcon />
          {say('frame.helpNow')}
        </a>
      </div>
    </header>
  );
}

function Footer({ frame, say }: { frame: FrameProps; say: Say }) {
  const { clinicName, reader, whoReads } = frame;
  return (
    <footer className="page-foot page-in">
      {clinicName && (
        <p>
          {reader
            ? say('frame.onlyReader', { reader, clinic: clinicName })
            : say('frame.onlyTeam', { clinic: clinicName })}
        </p>
      )}
      <p className="foot-links">
        {whoReads && <a href={whoReads}>{say('frame.whoSeesWhat')}</a>}
        <a href={ELSEWHERE} rel="noreferrer" data-leave="">
          {say('frame.leave')}
        </a>
      </p>
    </footer>
  );
}
