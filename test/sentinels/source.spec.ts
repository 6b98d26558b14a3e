import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const SERVER = ['apps/api/src', 'apps/worker/src', 'libs'];
const BROWSER = ['apps/web/src', 'apps/api/src/reply', 'libs/design/src'];

/** What is dangerous wherever it stands, and where it stands all the same, with the reason. */
const RULES: [name: string, folders: string[], pattern: RegExp, but: Record<string, string>][] = [
  [
    'evaluates no text as code',
    [...SERVER, ...BROWSER],
    /\beval\(|\bnew Function\(|\bset(Timeout|Interval)\(\s*['"`]|node:vm\b/,
    {},
  ],
  [
    'writes no text as HTML',
    [...SERVER, ...BROWSER],
    /\b(inner|outer)HTML\b|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|createContextualFragment/,
    { 'libs/design/src/emails/email-frame.tsx': 'the style sheet of e-mails, a constant' },
  ],
  [
    'keeps nothing in the browser’s storage but two things that tell of nobody',
    BROWSER,
    /\b(local|session)Storage\b|indexedDB|document\.cookie|\bcaches\.|serviceWorker/,
    {
      'apps/web/src/keys/single-keys.ts': 'whether single keys are on',
      'apps/web/src/shell/reload-when-updated.ts': 'when the page last loaded itself anew',
    },
  ],
  [
    'starts no other program, and calls no address over HTTP',
    SERVER,
    /child_process|\bfetch\(|\b(http|https)\.(get|request)\(|from 'undici'/,
    {
      'apps/api/src/docs-page/docs-script.js': 'in the browser, to our own description',
      'apps/api/src/reply/assets/autosave.js': 'in the browser, to the page itself',
    },
  ],
  ['makes no pattern of text', SERVER, /\bnew RegExp\(|\bRegExp\(/, {}],
  ['draws nothing from a generator that can be guessed', SERVER, /Math\.random\(|pseudoRandomBytes/, {}],
  ['takes no certificate unseen', SERVER, /rejectUnauthorized|NODE_TLS_REJECT|checkServerIdentity/, {}],
  [
    'hashes with nothing that is broken',
    SERVER,
    /createH(ash|mac)\(\s*'(md5|sha1)'|'aes-[^']*-(ecb|cbc)/,
    {},
  ],
];

describe('the source of what runs in production', () => {
  it.each(RULES)('%s', (_, folders, pattern, but) => {
    const found = new Set(
      folders
        .flatMap((folder) => filesIn(join(ROOT, folder)))
        .filter((file) => pattern.test(withoutComments(readFileSync(file, 'utf8'))))
        .map((file) => relative(ROOT, file)),
    );
    expect([...found].sort()).toEqual(Object.keys(but).sort());
  });
});

/** What is compiled into the product: no tests, and nothing that only tests use. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|m?js)$/.test(entry.name))
    .filter(({ name }) => !/\.(spec|test-support)\.tsx?$/.test(name))
    .map(({ parentPath, name }) => join(parentPath, name));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}
