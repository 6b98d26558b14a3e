import { useMemo, useRef } from 'react';
import { dress, frameHtml } from '../library/frame-html.js';

interface PreviewFrameProps {
  html: string;
  title: string;
  isLarge?: boolean;
}

const LEAST_HEIGHT = 160;

/**
 * A page of the client's in a frame of its own: no script runs in it, nothing in it leads anywhere. It is of this
 * origin, so that it loads its own style sheets under the policy of the console, and can be measured: the frame is
 * as high as what it shows.
 */
export function PreviewFrame({ html, title, isLarge = false }: PreviewFrameProps) {
  const made = useMemo(() => frameHtml(html), [html]);
  const watch = useRef<ResizeObserver>(null);

  function loaded(frame: HTMLIFrameElement) {
    dress(frame, isLarge);
    const page = frame.contentDocument;
    if (!page?.body) return;
    const fit = () => {
      frame.height = String(LEAST_HEIGHT);
      frame.height = String(Math.ceil(page.documentElement.scrollHeight));
    };
    watch.current?.disconnect();
    watch.current = new ResizeObserver(fit);
    watch.current.observe(page.body);
    fit();
  }

  return (
    <div className="plan-phone" role="group" aria-label={title} tabIndex={0}>
      <iframe
        title={title}
        sandbox="allow-same-origin"
        srcDoc={made}
        onLoad={({ currentTarget }) => loaded(currentTarget)}
      />
    </div>
  );
}
