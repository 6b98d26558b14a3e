import { useState, type FormEvent } from 'react';
import { useAct } from '../../acts/use-act.js';
import { searchBeyondReach } from '../../api-client/calls-clinic.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words.js';

export interface Found {
  clientId: string;
  name: string;
}

const SHORTEST = 3;

interface FindBeyondProps {
  chosen: Found | null;
  onChoose(client: Found | null): void;
  isMissing: boolean;
}

/** Finds by a part of the name, and only who is not in reach already. */
export function FindBeyond({ chosen, onChoose, isMissing }: FindBeyondProps) {
  const [name, setName] = useState('');
  const [isShort, setShort] = useState(false);
  const [found, show] = useState<Found[] | null>(null);
  const act = useAct(() => searchBeyondReach(name.trim()), {
    refresh: [],
    done: ({ items }) => {
      show(items);
      onChoose(items.length === 1 ? (items[0] ?? null) : null);
    },
  });

  function search(event: FormEvent) {
    event.preventDefault();
    setShort(name.trim().length < SHORTEST);
    if (name.trim().length >= SHORTEST) act.run();
  }

  return (
    <form className="form" onSubmit={search} noValidate role="search">
      <div className="find-beyond">
        <Field
          label={say('breakGlass.find')}
          hint={say('breakGlass.findHint')}
          autoComplete="off"
          autoFocus
          value={name}
          onChange={setName}
          error={
            isShort ? say('breakGlass.tooShort') : isMissing ? say('breakGlass.nobodyChosen') : undefined
          }
        />
        <Button type="submit" isPending={act.isPending}>
          {say('breakGlass.search')}
        </Button>
      </div>
      {act.error && <Failure error={act.error} isAct />}
      <div aria-live="polite">
        {found?.length === 0 && <p className="quiet">{say('breakGlass.noMatch')}</p>}
        {found && found.length > 0 && (
          <fieldset className="field">
            <legend className="field-label">{say('breakGlass.which')}</legend>
            {found.map((client) => (
              <label key={client.clientId} className="radio">
                <input
                  type="radio"
                  name="client"
                  checked={chosen?.clientId === client.clientId}
                  onChange={() => onChoose(client)}
                />
                {client.name}
              </label>
            ))}
          </fieldset>
        )}
      </div>
    </form>
  );
}
