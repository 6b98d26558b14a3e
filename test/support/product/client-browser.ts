import request from 'supertest';

/** A page as a client's browser shows it. */
export interface ShownPage {
  status: number;
  /** Where the browser is after redirects: path only. */
  path: string;
  html: string;
}

/** A client's browser without JavaScript: follows redirects, keeps cookies by path, posts forms. */
export class ClientBrowser {
  private readonly jar;

  constructor(private readonly baseUrl: string) {
    this.jar = request.agent(baseUrl);
  }

  /** @param url an address of the product, e.g. from an e-mail */
  open(url: string): Promise<ShownPage> {
    return this.follow(new URL(url, this.baseUrl).pathname);
  }

  /** Submits the form of a page by one of its buttons. */
  async press(
    page: ShownPage,
    act: string,
    fields: Record<string, string | string[]> = {},
  ): Promise<ShownPage> {
    // A page may hold several forms: the one with that button, as a finger would find it.
    const forms = page.html.match(/<form\b.*?<\/form>/gs) ?? [];
    const form = forms.find((one) => one.includes(`value="${act}"`)) ?? forms[0] ?? '';
    const action = /<form[^>]*\baction="([^"]+)"/.exec(form)?.[1];
    const nonce = /name="nonce" value="([^"]+)"/.exec(form)?.[1];
    if (!action || !nonce) throw new Error(`${page.path} has no form`);
    const answer = await this.jar
      .post(action)
      .type('form')
      .send({ nonce, act, ...fields });
    return this.shown(action, answer);
  }

  private async follow(path: string): Promise<ShownPage> {
    return this.shown(path, await this.jar.get(path).set('Accept', 'text/html'));
  }

  private shown(path: string, answer: request.Response): ShownPage | Promise<ShownPage> {
    if (answer.status === 303) return this.follow(answer.headers.location as string);
    return { status: answer.status, path, html: answer.text };
  }
}

/** What a page's text box holds. */
export function wordsIn({ html }: ShownPage): string {
  const words = /<textarea[^>]*\bid="words"[^>]*>([^<]*)<\/textarea>/.exec(html)?.[1];
  if (words === undefined) throw new Error('there is no box for words');
  return unescaped(words);
}

/** Text of a page as a person reads it: without tags, entities written out. */
export function textOf({ html }: ShownPage): string {
  return unescaped(html.replace(/<(style|script)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, ' '));
}

function unescaped(html: string): string {
  return html
    .replace(/&#x27;|&#39;/g, "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
