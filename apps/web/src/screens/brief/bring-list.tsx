import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useAct } from '../../acts/use-act.js';
import { saveBringList } from '../../api-client/calls-brief.js';
import type { BriefView } from '../../api-client/views.js';
import { Button } from '../../parts/button.js';
import { Failure } from '../../parts/failure.js';
import { Field } from '../../parts/field.js';
import { say } from '../../words-brief.js';

type Item = BriefView['bring']['items'][number];

/** What one means to bring: typed, never generated. Each change is kept at once. */
export function BringList({ appointmentId, bring }: { appointmentId: string; bring: BriefView['bring'] }) {
  const [text, setText] = useState('');
  const act = useAct((items: Item[]) => saveBringList(appointmentId, { version: bring.version, items }), {
    refresh: [['brief', appointmentId]],
  });
  const change = (items: Item[]) => act.run(items);
  return (
    <section className="bring" aria-labelledby="bring">
      <h2 id="bring">{say('brief.bring')}</h2>
      <p className="small quiet">{say('brief.bringHint')}</p>
      <ul>
        {bring.items.map((item) => (
          <li key={item.id}>
            <label>
              <input
                type="checkbox"
                checked={item.done}
                onChange={() =>
                  change(bring.items.map((one) => (one.id === item.id ? { ...one, done: !one.done } : one)))
                }
              />
              <span>{item.text}</span>
            </label>
            <Button
              small
              kind="plain"
              onPress={() => change(bring.items.filter(({ id }) => id !== item.id))}
              icon={<X size={14} aria-hidden="true" />}
            >
              <span className="sr">{say('brief.bringRemove', { text: item.text })}</span>
            </Button>
          </li>
        ))}
      </ul>
      {act.error && <Failure error={act.error} isAct />}
      <form
        className="bring-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (!text.trim()) return;
          change([...bring.items, { id: crypto.randomUUID(), text: text.trim(), done: false }]);
          setText('');
        }}
      >
        <Field label={say('brief.bringNew')} value={text} onChange={setText} />
        <Button type="submit" icon={<Plus size={16} aria-hidden="true" />} isPending={act.isPending}>
          {say('brief.bringAdd')}
        </Button>
      </form>
    </section>
  );
}
