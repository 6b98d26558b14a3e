import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';
import { asksWords } from './asks-words.js';

interface LibraryTableProps {
  title: string;
  what?: string;
  templates: PromptTemplateView[];
}

/** Prompts by their title for staff, with the words a client reads. */
export function LibraryTable({ title, what, templates }: LibraryTableProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {what && <p>{what}</p>}
      </div>
      <div className="card">
        <table className="rows library-table" aria-labelledby={id}>
          <thead>
            <tr>
              <th scope="col">{say('library.prompt')}</th>
              <th scope="col">{say('library.asks')}</th>
              <th scope="col">{say('library.length')}</th>
              <th scope="col">{say('library.use')}</th>
            </tr>
          </thead>
          <tbody>
            {templates.map((template) => (
              <Row key={template.id} template={template} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ template }: { template: PromptTemplateView }) {
  const { id, content, minutes, usedBy, archivedAt } = template;
  return (
    <tr className={archivedAt ? 'is-over' : undefined}>
      <th scope="row">
        <Link to="/library/$templateId" params={{ templateId: id }} data-stop>
          {content.title}
        </Link>
        <span className="library-words">{firstWords(template)}</span>
      </th>
      <td data-label={say('library.asks')}>{asksWords(content)}</td>
      <td data-label={say('library.length')} className="num">
        {say('library.minutes', { n: minutes })}
      </td>
      <td data-label={say('library.use')} className={usedBy === 0 ? 'quiet' : undefined}>
        {say('library.usedBy', { n: usedBy })}
      </td>
    </tr>
  );
}

const firstWords = ({ content }: PromptTemplateView) =>
  content.question ?? content.choices?.[0]?.question ?? content.ratings?.[0]?.question ?? content.hint;
