import type { ReactNode } from 'react';

/** One line of the panel: what it is about, how it stands, what can be done. */
export const Row = ({ label, acts, children }: { label: string; acts?: ReactNode; children: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <div className="asked-facts">{children}</div>
      {acts && <div className="acts">{acts}</div>}
    </dd>
  </div>
);
