import { Link } from '@tanstack/react-router';
import type { PromptTemplateView } from '../../api-client/calls-library.js';
import { say } from '../../words-library.js';
import { asksWords } from './asks-words.js';
import { TemplateTable } from './template-table.js';
import { useMeasures } from './use-measures.js';

interface LibraryTableProps {
  title: string;
  what?: string;
  templates: PromptTemplateView[];
}

/** Prompts by their title for staff, with the words a client reads. */
export function LibraryTable({ title, what, templates }: LibraryTableProps) {
  return (
    <TemplateTable
      title={title}
      what={what}
      className="library-table"
      columns={[say('library.prompt'), say('library.asks'), say('library.length'), say('library.use')]}
    >
      {templates.map((template) => (
        <Row key={template.id} template={template} />
      ))}
    </TemplateTable>
  );
}

function Row({ template }: { template: PromptTemplateView }) {
  const { id, content, minutes, usedBy, archivedAt } = template;
  const measures = useMeasures();
  return (
    <tr className={archivedAt ? 'is-over' : undefined}>
      <th scope="row">
        <Link to="/library/$templateId" params={{ templateId: id }} data-stop>
          {content.title}
        </Link>
        <span className="library-words">{firstWords(template)}</span>
      </th>
      <td data-label={say('library.asks')}>{asksWords(content, measures)}</td>
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
