import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { clientsQuery } from '../../api-client/queries.js';
import { staffMembersQuery } from '../../api-client/queries-clinic.js';
import { Button } from '../../parts/button.js';
import { Choice } from '../../parts/choice.js';
import { DateOnly } from '../../parts/date-only.js';
import { say } from '../../words-audit.js';
import { actionWords, knownActions } from './action-words.js';
import type { AuditSearch } from './audit-filters.js';

interface FiltersProps {
  search: AuditSearch;
  onChange(search: AuditSearch): void;
}

/** What is shown of the log; each choice takes effect at once and stands in the address. */
export function Filters({ search, onChange }: FiltersProps) {
  const staff = useQuery(staffMembersQuery());
  const clients = useInfiniteQuery(clientsQuery());
  const people = staff.data ?? [];
  const cared = clients.data?.pages.flatMap((page) => page.items) ?? [];
  const actions = useMemo(() => actionsWith(search.action), [search.action]);
  const set = (change: AuditSearch) => onChange({ ...search, ...change });
  const isFiltered = Object.values(search).some(Boolean);
  return (
    <search className="card audit-filters" aria-label={say('audit.filters')}>
      <Choice
        label={say('audit.who')}
        value={search.staffMemberId ?? ''}
        onChange={(id) => set({ staffMemberId: id || undefined })}
        options={[anybody(), ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Choice
        label={say('column.client')}
        value={search.clientId ?? ''}
        onChange={(id) => set({ clientId: id || undefined })}
        options={[anybody(), ...cared.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Choice
        label={say('audit.action')}
        value={search.action ?? ''}
        onChange={(action) => set({ action: action || undefined })}
        options={actions}
      />
      <Choice
        label={say('audit.outcome')}
        value={search.outcome ?? ''}
        onChange={(outcome) => set({ outcome: outcome || undefined })}
        options={[
          { value: '', label: say('audit.eitherOutcome') },
          { value: 'done', label: say('audit.outcome.done') },
          { value: 'refused', label: say('audit.outcome.refused') },
        ]}
      />
      <Day label={say('audit.from')} value={search.from} onChange={(from) => set({ from })} />
      <Day label={say('audit.to')} value={search.to} onChange={(to) => set({ to })} />
      {isFiltered && (
        <Button kind="plain" small onPress={() => onChange({})}>
          {say('audit.clear')}
        </Button>
      )}
    </search>
  );
}

const anybody = () => ({ value: '', label: say('audit.anybody') });

function actionsWith(chosen?: string) {
  const codes = chosen && !knownActions.includes(chosen) ? [...knownActions, chosen] : knownActions;
  return [
    { value: '', label: say('audit.anyAction') },
    ...codes
      .map((code) => ({ value: code, label: actionWords(code) }))
      .sort((a, b) => a.label.localeCompare(b.label)),
  ];
}

interface DayProps {
  label: string;
  value?: string;
  onChange(on: string | undefined): void;
}

/** While its year is being typed (2, 20, 202) nothing is asked yet. */
function Day({ label, value, onChange }: DayProps) {
  const [typed, type] = useState(value ?? '');
  const [seen, see] = useState(value);
  if (seen !== value) {
    see(value);
    type(value ?? '');
  }
  return (
    <DateOnly
      label={label}
      value={typed}
      onChange={(on) => {
        type(on);
        if (on >= '2000') onChange(on);
        else if (!on && value) onChange(undefined);
      }}
    />
  );
}
