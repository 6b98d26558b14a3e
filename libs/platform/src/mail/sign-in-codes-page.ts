/** What somebody of the demonstration would read from their telephone now. */
export interface SignInCode {
  name: string;
  email: string;
  /** Six digits. */
  code: string;
}

/** A code counts for a step of 30 seconds, on everybody's clock alike. */
const STEP_SECONDS = 30;

/** For the developer's eyes only, so not in the catalogue of what clients and staff read. */
const words = {
  title: 'Current sign-in codes',
  intro:
    'For the demonstration alone: what its staff would read from their telephones. Each code is taken once; the next one follows within half a minute.',
  left: (seconds: number) => `New codes in ${seconds} s. This page then shows them by itself.`,
};

/** Whole seconds until the codes change, 1 to 30. */
export function secondsLeft(epochMs: number): number {
  return STEP_SECONDS - (Math.floor(epochMs / 1000) % STEP_SECONDS);
}

/** The section of the page; nothing where there is no demonstration. */
export function codesSection(
  codes: readonly SignInCode[],
  epochMs: number,
  esc: (text: string) => string,
): string {
  if (codes.length === 0) return '';
  const rows = codes.map(
    ({ name, email, code }) =>
      `<div><dt>${esc(email)}<br>${esc(name)}</dt><dd>${esc(code.slice(0, 3))} ${esc(code.slice(3))}</dd></div>`,
  );
  return `<section aria-labelledby="codes"><h2 id="codes">${words.title}</h2><p class="none">${words.intro}</p>
<dl class="codes">${rows.join('\n')}</dl><p class="none">${words.left(secondsLeft(epochMs))}</p></section>\n`;
}
