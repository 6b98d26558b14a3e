import { Plus, X } from 'lucide-react';
import type { TagCode } from '../../api-client/calls-threads.js';
import type { ReflectionView } from '../../api-client/views.js';
import { say } from '../../words-threads.js';
import { Menu } from '../menu.js';
import { keepFocus } from './keep-focus.js';

const CHALLENGES = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'] as const satisfies readonly TagCode[];
const SHIFTS = ['S1', 'S2', 'S3', 'S4'] as const satisfies readonly TagCode[];
const isTag = (code: string): code is TagCode => [...CHALLENGES, ...SHIFTS].some((each) => each === code);

/** A tag as staff say it; a code this version does not know in the words that came with it. */
export const tagLabel = ({ code, label }: { code: string; label: string }): string =>
  isTag(code) ? say(`tag.staff.${code}`) : label;

interface TagsProps {
  reflection: ReflectionView;
  /** The client, as shown here. */
  name: string;
  /** Absent where nothing may be changed here. */
  onChange?(tags: TagCode[], told: string): void;
}

/** What the client chose, apart from what staff made of it. */
export function Tags({ reflection, name, onChange }: TagsProps) {
  const mine = reflection.marks.tags;
  const theirs = reflection.others.filter(({ tags }) => tags.length > 0);
  const codes = mine.map(({ code }) => code as TagCode);
  if (reflection.chips.length + mine.length + theirs.length === 0) return null;
  return (
    <div className="tag-rows">
      {reflection.chips.length > 0 && (
        <p className="tag-row">
          <span className="tag-of">{say('tag.chosen', { name })}</span>
          {reflection.chips.map(({ code, label }) => (
            <span key={code} className="chip">
              {label}
            </span>
          ))}
        </p>
      )}
      {mine.length > 0 && (
        <p className="tag-row">
          <span className="tag-of">{say('tag.yours')}</span>
          {mine.map((tag) => (
            <span key={tag.code} className={onChange ? 'chip chip-mine' : 'chip chip-mine chip-fixed'}>
              {tagLabel(tag)}
              {onChange && (
                <button
                  type="button"
                  className="chip-x"
                  aria-label={say('tag.remove', { label: tagLabel(tag) })}
                  onClick={(event) => {
                    keepFocus(event.currentTarget);
                    onChange(
                      codes.filter((code) => code !== tag.code),
                      say('tag.removed'),
                    );
                  }}
                >
                  <X size={13} aria-hidden="true" />
                </button>
              )}
            </span>
          ))}
        </p>
      )}
      {theirs.map(({ byInitials, tags }, i) => (
        <p key={`${byInitials}-${i}`} className="tag-row">
          <span className="tag-of">{say('tag.of', { by: byInitials })}</span>
          {tags.map((tag) => (
            <span key={tag.code} className="chip chip-full">
              {tagLabel(tag)}
            </span>
          ))}
        </p>
      ))}
    </div>
  );
}

/** The seven challenges and four everyday shifts that are not on it yet. */
export function AddTag({ tags, onAdd }: { tags: readonly TagCode[]; onAdd(code: TagCode): void }) {
  const choices = (of: readonly TagCode[]) =>
    of
      .filter((code) => !tags.includes(code))
      .map((code) => ({ id: code, label: say(`tag.staff.${code}`), act: () => onAdd(code) }));
  const groups = [
    { title: say('tag.challenges'), choices: choices(CHALLENGES) },
    { title: say('tag.shifts'), choices: choices(SHIFTS) },
  ].filter((group) => group.choices.length > 0);
  if (groups.length === 0) return null;
  return (
    <Menu kind="plain" label={say('tag.add')} icon={<Plus size={14} aria-hidden="true" />} groups={groups} />
  );
}
