import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { BriefView } from '../../../api-client/views.js';
import { useHere } from '../../../shell/use-me.js';
import { PrintedBrief } from './printed-brief.js';
import { printingOf } from './printing.js';
import './paper.css';
import { typeset } from './typeset.js';

interface OnPaperProps {
  briefs: readonly BriefView[];
  isNameHidden: boolean;
}

/** What the printer gets instead of the screen: there only while something is printed. */
export function OnPaper(props: OnPaperProps) {
  return useIsPrinting() ? createPortal(<Papers {...props} />, document.body) : null;
}

/** True from the moment before a page is printed, by whatever means, until it has been. */
function useIsPrinting(): boolean {
  const [isPrinting, print] = useState(false);
  useEffect(() => {
    // The printer takes what stands there when this is over.
    const before = () => flushSync(() => print(true));
    const after = () => print(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return isPrinting;
}

function Papers({ briefs, isNameHidden }: OnPaperProps) {
  const here = useHere();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => (ref.current ? typeset(ref.current) : undefined), []);
  return (
    <div ref={ref} className="papers">
      {briefs.map((brief) => (
        <PrintedBrief
          key={brief.appointment.id}
          printing={printingOf(brief, { here, isNameHidden, idsOf: null })}
        />
      ))}
    </div>
  );
}
