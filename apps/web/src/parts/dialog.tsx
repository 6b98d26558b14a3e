import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Heading,
  Modal,
  ModalOverlay,
} from 'react-aria-components/Modal';
import { say } from '../words.js';

interface DialogProps {
  title: string;
  icon?: ReactNode;
  onClose(): void;
  children: ReactNode;
  /** Rust, for an open safety flag only. */
  isSafety?: boolean;
}

/** A dialog while it is rendered. Escape closes it and focus goes back to where it was. */
export function Dialog({ title, icon, onClose, children, isSafety }: DialogProps) {
  return (
    <ModalOverlay isOpen onOpenChange={(isOpen) => !isOpen && onClose()} className="veil">
      <Modal className={isSafety ? 'dialog dialog-safety' : 'dialog'}>
        <AriaDialog className="dialog-body">
          <div className="dialog-top">
            {icon}
            <Heading slot="title">{title}</Heading>
            <AriaButton className="dialog-x" onPress={onClose} aria-label={say('act.close')}>
              <X size={18} aria-hidden="true" />
            </AriaButton>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
