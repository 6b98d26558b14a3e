import './menu.css';
import type { ReactNode } from 'react';
import {
  Header,
  Menu as AriaMenu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components/Menu';
import { Button } from './button.js';

interface MenuChoice {
  id: string;
  label: string;
  icon?: ReactNode;
  act(): void;
}

interface MenuProps {
  label: string;
  /** What it is about, for who does not see where the button stands. */
  of?: string;
  icon?: ReactNode;
  kind?: 'secondary' | 'plain';
  groups: readonly { title?: string; choices: readonly MenuChoice[] }[];
}

/** A button that opens a few choices: by pointer, touch and keys; Escape goes back to the button. */
export function Menu({ label, of, icon, kind = 'secondary', groups }: MenuProps) {
  return (
    <MenuTrigger>
      <Button small kind={kind} icon={icon}>
        {label}
        {of && <span className="sr"> {of}</span>}
      </Button>
      <Popover className="menu-box" placement="bottom start">
        <AriaMenu className="menu" aria-label={of ? `${label} ${of}` : label}>
          {groups.map(({ title, choices }, at) => (
            <MenuSection key={title ?? at} className="menu-group" aria-label={title ?? label}>
              {title && <Header className="menu-title">{title}</Header>}
              {choices.map(({ id, label: name, icon: sign, act }) => (
                <MenuItem key={id} id={id} className="menu-item" textValue={name} onAction={act}>
                  {sign}
                  {name}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
