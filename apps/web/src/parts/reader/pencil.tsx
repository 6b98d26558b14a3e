import { Highlighter, StickyNote } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TagCode } from '../../api-client/calls-threads.js';
import type { ReflectionView } from '../../api-client/views.js';
import { say } from '../../words-threads.js';
import { Button } from '../button.js';
import { AddTag } from './tags.js';

interface PencilProps {
  /** Of the switch that marking is turned on and off with. */
  id: string;
  reflection: ReflectionView;
  /** Read by who looks at it. */
  isRead: boolean;
  isPicking: boolean;
  onPick(isPicking: boolean): void;
  onTag(code: TagCode): void;
  onNote(): void;
  /** What else can be made of them. */
  children: ReactNode;
}

/** What can be done beside the words: mark them sentence by sentence, tag them, write a note of one's own. */
export function Pencil({ id, reflection, isRead, isPicking, onPick, onTag, onNote, children }: PencilProps) {
  const tags = reflection.marks.tags.map(({ code }) => code as TagCode);
  return (
    <div className="pencil">
      {isRead && reflection.words && (
        <Button
          id={id}
          small
          kind="plain"
          aria-pressed={isPicking}
          icon={<Highlighter size={14} aria-hidden="true" />}
          onPress={() => onPick(!isPicking)}
        >
          {say(isPicking ? 'mark.pickDone' : 'mark.pick')}
        </Button>
      )}
      {isRead && <AddTag tags={tags} onAdd={onTag} />}
      <Button small kind="plain" icon={<StickyNote size={14} aria-hidden="true" />} onPress={onNote}>
        {say('pnote.add')}
      </Button>
      {children}
      {!isRead && <span className="quiet tiny">{say('mark.readFirst')}</span>}
      {isPicking && <span className="quiet tiny">{say('mark.pickHint')}</span>}
    </div>
  );
}
