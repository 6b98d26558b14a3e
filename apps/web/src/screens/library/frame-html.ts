/**
 * Markup of a client page or an e-mail, made ready for a sandboxed frame under the console's own policy,
 * which allows no inline style and no script. E-mails carry inline styles because mail programs need them:
 * they are set aside here as data, and put on through the CSSOM once the frame is there (`dress`).
 */
export function frameHtml(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*\brel="(?:icon|preload)"[^>]*>/gi, '')
    .replace(
      /<style\b[^>]*>([\s\S]*?)<\/style>/gi,
      (_whole, css: string) => `<template data-css>${css}</template>`,
    )
    .replace(/(<[a-z][^<>]*?) style="/gi, '$1 data-style="');
}

/** Puts on the styles that were set aside, and makes of it a picture: nothing leads anywhere or is sent. */
export function dress(frame: HTMLIFrameElement, isLarge: boolean): void {
  const page = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page || !view) return;
  const css = [...page.querySelectorAll<HTMLTemplateElement>('template[data-css]')].map(
    ({ content }) => content.textContent ?? '',
  );
  for (const element of page.querySelectorAll<HTMLElement>('[data-style]'))
    element.style.cssText = element.dataset.style ?? '';
  if (isLarge) css.push('html{font-size:200%}');
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(css.join('\n'));
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  for (const control of page.querySelectorAll<HTMLElement>('a, button, input, textarea, select, summary')) {
    control.tabIndex = -1;
    control.removeAttribute('href');
  }
  for (const button of page.querySelectorAll('button')) button.type = 'button';
}
