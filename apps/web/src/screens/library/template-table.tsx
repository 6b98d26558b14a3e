import { type ReactNode, useId } from 'react';

interface TemplateTableProps {
  title: string;
  what?: string;
  className: string;
  columns: readonly string[];
  /** Its rows. */
  children: ReactNode;
}

/** A section of the library or of the plan templates: its heading, and a table with these columns. */
export function TemplateTable({ title, what, className, columns, children }: TemplateTableProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {what && <p>{what}</p>}
      </div>
      <div className="card">
        <table className={`rows ${className}`} aria-labelledby={id}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </div>
    </section>
  );
}
