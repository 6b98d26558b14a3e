import { Lock } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { reflectionKeys } from '../../acts/show-reflections.js';
import { useAct } from '../../acts/use-act.js';
import { useUnsaved } from '../../acts/use-unsaved.js';
import { changeNote, removeNote, writeNote, type ProcessNoteView } from '../../api-client/calls-threads.js';
import type { ReflectionView } from '../../api-client/views.js';
import { useHere } from '../../shell/use-me.js';
import { dayAndClock } from '../../when.js';
import { say } from '../../words-threads.js';
import { Button } from '../button.js';
import { Failure } from '../failure.js';
import { Field } from '../field.js';
import { notify } from '../toast.js';
import { keepFocus } from './keep-focus.js';

interface OwnNotesProps {
  reflection: ReflectionView;
  isWriting: boolean;
  onWritten(): void;
}

/** One's own notes beside a reflection: nobody else ever sees them. */
export function OwnNotes({ reflection, isWriting, onWritten }: OwnNotesProps) {
  return (
    <>
      {reflection.notes.map((note) => (
        <OwnNote key={note.id} note={note} reflection={reflection} />
      ))}
      {isWriting && <WriteNote reflection={reflection} onClose={onWritten} />}
    </>
  );
}

function OwnNote({ note, reflection }: { note: ProcessNoteView; reflection: ReflectionView }) {
  const here = useHere();
  const [isChanging, change] = useState(false);
  const refresh = reflectionKeys([reflection]);
  const putBack = useAct(() => writeNote(reflection.clientId, note.text, reflection.id), { refresh });
  const remove = useAct(() => removeNote(note.id), {
    refresh,
    done: () => notify(say('pnote.removed'), () => putBack.run()),
  });
  if (isChanging) return <WriteNote reflection={reflection} note={note} onClose={() => change(false)} />;
  return (
    <div className="own-note">
      <p>
        <span className="strong">{say('pnote.yours')}</span>, {dayAndClock(note.writtenAt, here)}
      </p>
      <p>{note.text}</p>
      <p className="note-foot">
        <Lock size={12} aria-hidden="true" />
        <span>{say('pnote.only')}</span>
        <Button small kind="plain" onPress={() => change(true)}>
          {say('pnote.change')}
          <span className="sr"> {say('pnote.yours')}</span>
        </Button>
        <Button
          small
          kind="plain"
          isPending={remove.isPending}
          onPress={({ target }) => {
            keepFocus(target);
            remove.run();
          }}
        >
          {say('pnote.remove')}
          <span className="sr"> {say('pnote.yours')}</span>
        </Button>
      </p>
      {remove.error && <Failure error={remove.error} isAct />}
    </div>
  );
}

interface WriteNoteProps {
  reflection: ReflectionView;
  note?: ProcessNoteView;
  onClose(): void;
}

function WriteNote({ reflection, note, onClose }: WriteNoteProps) {
  const [text, setText] = useState(note?.text ?? '');
  const isChanged = text.trim() !== (note?.text ?? '');
  useUnsaved(isChanged);
  const act = useAct(
    () =>
      note
        ? changeNote(note.id, note.version, text.trim())
        : writeNote(reflection.clientId, text.trim(), reflection.id),
    {
      refresh: reflectionKeys([reflection]),
      done: () => {
        notify(say('pnote.saved'));
        onClose();
      },
    },
  );

  function submit(event: FormEvent) {
    event.preventDefault();
    if (text.trim() && isChanged) act.run();
    else onClose();
  }

  return (
    <form className="own-note form" onSubmit={submit}>
      <Field label={say('pnote.write')} hint={say('pnote.only')} rows={3} value={text} onChange={setText} />
      {act.error && <Failure error={act.error} isAct />}
      <div className="acts">
        <Button small kind="primary" type="submit" isPending={act.isPending}>
          {say('act.save')}
        </Button>
        <Button small kind="plain" onPress={onClose}>
          {say('act.back')}
        </Button>
      </div>
    </form>
  );
}
