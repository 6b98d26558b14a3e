import { Search } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '../../parts/button.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words-threads.js';

/** Sent in the body of a request when it is asked for, never letter by letter. */
export function SearchForm({ q, onSearch }: { q: string; onSearch(q: string): void }) {
  const [typed, type] = useState(q);
  const [isTooShort, complain] = useState(false);

  function submit(event: FormEvent) {
    event.preventDefault();
    const words = typed.trim();
    const isShort = words.length === 1;
    complain(isShort);
    if (!isShort) onSearch(words);
  }

  return (
    <form className="reader-search" role="search" onSubmit={submit} autoComplete="off">
      <Field
        label={say('reader.search')}
        hint={say('reader.searchHint')}
        error={isTooShort ? say('reader.searchTooShort') : undefined}
        type="search"
        autoComplete="off"
        value={typed}
        onChange={type}
      />
      <Button type="submit" icon={<Search size={16} aria-hidden="true" />}>
        {say('reader.searchAct')}
      </Button>
    </form>
  );
}
