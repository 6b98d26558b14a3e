import type { CSSProperties } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { mailColours } from './mail-colours.js';

/** One e-mail, said once; the HTML part and the text part are both made from it. */
export interface MailContent {
  locale: string;
  subject: string;
  /** Neutral: stands in the inbox beside the subject. */
  fromName: string;
  greeting: string | null;
  paragraphs: readonly string[];
  /** The one thing to open; null where there is nothing to do. */
  link: { label: string; url: string } | null;
  /** Smaller, after the link. */
  notes: readonly (string | { label: string; url: string })[];
}

/** What goes to the mailer. `fromName` is the display name beside the clinic's sending address. */
export interface Mail {
  subject: string;
  fromName: string;
  html: string;
  text: string;
}

/** No image, no pixel, no rewritten link: an e-mail tells nobody that it was opened. */
export function mailOf(content: MailContent): Mail {
  return {
    subject: content.subject,
    fromName: content.fromName,
    html: `<!doctype html>${renderToStaticMarkup(<EmailFrame content={content} />)}`,
    text: textOf(content),
  };
}

function textOf({ greeting, paragraphs, link, notes }: MailContent): string {
  const lines = notes.map((note) => (typeof note === 'string' ? note : `${note.label}: ${note.url}`));
  return [greeting, ...paragraphs, link && `${link.label}:\n${link.url}`, lines.join('\n')]
    .filter((block) => block !== null && block !== '')
    .join('\n\n')
    .concat('\n');
}

function EmailFrame({ content }: { content: MailContent }) {
  const { locale, subject, greeting, paragraphs, link, notes } = content;
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="x-apple-disable-message-reformatting" />
        <title>{subject}</title>
        <style dangerouslySetInnerHTML={{ __html: darkCss }} />
      </head>
      <body className="m-paper" style={styles.body}>
        <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0}>
          <tbody>
            <tr>
              <td align="center" style={styles.around}>
                <table
                  role="presentation"
                  width="100%"
                  cellPadding={0}
                  cellSpacing={0}
                  border={0}
                  style={styles.column}
                >
                  <tbody>
                    <tr>
                      <td className="m-surface" style={styles.sheet}>
                        {greeting && (
                          <p className="m-ink" style={styles.text}>
                            {greeting}
                          </p>
                        )}
                        {paragraphs.map((paragraph) => (
                          <p className="m-ink" style={styles.text} key={paragraph}>
                            {paragraph}
                          </p>
                        ))}
                        {link && (
                          <p style={styles.act}>
                            <a className="m-button" href={link.url} style={styles.button}>
                              {link.label}
                            </a>
                          </p>
                        )}
                      </td>
                    </tr>
                    <tr>
                      <td style={styles.notes}>
                        {notes.map((note) => (
                          <Note note={note} key={typeof note === 'string' ? note : note.url} />
                        ))}
                      </td>
                    </tr>
                  </tbody>
                </table>
              </td>
            </tr>
          </tbody>
        </table>
      </body>
    </html>
  );
}

function Note({ note }: { note: MailContent['notes'][number] }) {
  return (
    <p className="m-ink-3" style={styles.note}>
      {typeof note === 'string' ? (
        note
      ) : (
        <a className="m-ink-2" href={note.url} style={styles.noteLink}>
          {note.label}
        </a>
      )}
    </p>
  );
}

const { light, dark } = mailColours;
const sans = "Figtree, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const styles = {
  body: { margin: 0, padding: 0, backgroundColor: light.paper, fontFamily: sans },
  around: { padding: '24px 16px 40px' },
  column: { maxWidth: 520 },
  sheet: {
    padding: '28px 28px 24px',
    backgroundColor: light.surface,
    border: `1px solid ${light.line}`,
    borderRadius: 16,
  },
  text: { margin: '0 0 14px', color: light.ink, fontFamily: sans, fontSize: 17, lineHeight: '26px' },
  act: { margin: '22px 0 4px' },
  button: {
    display: 'inline-block',
    padding: '13px 24px',
    backgroundColor: light.spruce,
    color: light['on-spruce'],
    borderRadius: 12,
    fontFamily: sans,
    fontSize: 17,
    fontWeight: 600,
    lineHeight: '24px',
    textDecoration: 'none',
  },
  notes: { padding: '20px 28px 0' },
  note: { margin: '0 0 6px', color: light['ink-3'], fontFamily: sans, fontSize: 15, lineHeight: '22px' },
  noteLink: { color: light['ink-2'], textDecoration: 'underline' },
} satisfies Record<string, CSSProperties>;

// Inline styles cannot ask for the theme, so the dark values override them from here.
const darkCss = `:root{color-scheme:light dark}@media (prefers-color-scheme:dark){
.m-paper{background-color:${dark.paper}!important}
.m-surface{background-color:${dark.surface}!important;border-color:${dark.line}!important}
.m-ink{color:${dark.ink}!important}.m-ink-2{color:${dark['ink-2']}!important}.m-ink-3{color:${dark['ink-3']}!important}
.m-button{background-color:${dark.spruce}!important;color:${dark['on-spruce']}!important}}`;
