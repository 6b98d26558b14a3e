import type { ReactNode } from 'react';

/** A screen's title, a line under it, and what can be done. */
export function PageHead({
  title,
  children,
  acts,
  above,
}: {
  title: ReactNode;
  children?: ReactNode;
  acts?: ReactNode;
  above?: ReactNode;
}) {
  return (
    <div className="page-head">
      <div>
        {above}
        <h1>{title}</h1>
        {children && <p>{children}</p>}
      </div>
      {acts && <div className="acts">{acts}</div>}
    </div>
  );
}
