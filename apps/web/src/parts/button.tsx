import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { Key } from './key.js';

type Kind = 'primary' | 'safety' | 'plain' | 'secondary';

interface Look {
  kind?: Kind;
  small?: boolean;
  /** The single key that does the same, shown beside the label. */
  shortcut?: string;
  icon?: ReactNode;
  children: ReactNode;
}

const classes = (kind: Kind, small?: boolean) => `btn btn-${kind}${small ? ' btn-small' : ''}`;

/** While `isPending` it keeps its focus and does nothing more. */
export function Button({
  kind = 'secondary',
  small,
  shortcut,
  icon,
  children,
  isPending,
  onPress,
  type,
  ...rest
}: Look & Omit<AriaButtonProps, 'children' | 'className'>) {
  return (
    <AriaButton
      {...rest}
      type={isPending ? 'button' : type}
      onPress={isPending ? undefined : onPress}
      data-pending={isPending || undefined}
      className={classes(kind, small)}
    >
      {icon}
      {children}
      {shortcut && <Key name={shortcut} />}
    </AriaButton>
  );
}

export function LinkButton({
  kind = 'secondary',
  small,
  shortcut,
  icon,
  children,
  ...link
}: Look & LinkProps) {
  return (
    <Link {...link} className={classes(kind, small)}>
      {icon}
      {children}
      {shortcut && <Key name={shortcut} />}
    </Link>
  );
}
