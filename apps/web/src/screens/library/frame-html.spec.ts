import { frameHtml } from './frame-html.js';

describe('markup for the preview’s frame', () => {
  it('has no inline style left that the policy would refuse, and loses none of it', () => {
    const html = frameHtml(
      '<head><style>.m-ink{color:red}</style></head><body style="margin:0"><p class="m-ink" style="font-size:17px">Hi</p></body>',
    );
    expect(html).not.toMatch(/<style|\sstyle=/);
    expect(html).toContain('<template data-css>.m-ink{color:red}</template>');
    expect(html).toContain('<body data-style="margin:0">');
    expect(html).toContain('<p class="m-ink" data-style="font-size:17px">Hi</p>');
  });

  it('has no script and asks for no font or icon of its own', () => {
    const html = frameHtml(
      '<link rel="preload" as="font" href="/f.woff2"/><link rel="stylesheet" href="/r/client.css"/><link rel="icon" href="data:,"/><script src="/r/a.js" defer=""></script>',
    );
    expect(html).toBe('<link rel="stylesheet" href="/r/client.css"/>');
  });

  it('leaves the words of a prompt as they are', () => {
    const words = '<p>You wrote style=&quot;calm&quot; and style= once</p>';
    expect(frameHtml(words)).toBe(words);
  });
});
