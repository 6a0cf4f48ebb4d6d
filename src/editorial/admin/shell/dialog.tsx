'use client';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

export interface DialogProps {
  title: string;
  children: ReactNode;
  /** Buttons, the one that acts last. */
  footer: ReactNode;
  onClose: () => void;
  onSubmit?: () => void;
  wide?: boolean;
}

/**
 * A dialog of the studio, outside the document's form: what is typed in it never becomes part of the document, and
 * Enter in it does not save one. Escape closes it, the browser keeps the focus inside.
 */
export const Dialog = ({ title, children, footer, onClose, onSubmit, wide = false }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    onSubmit?.();
  };
  return createPortal(
    <dialog
      aria-labelledby={heading}
      className={`bt-dialog${wide ? ' bt-dialog--wide' : ''}`}
      onClose={onClose}
      ref={dialog}
    >
      <form onSubmit={submit}>
        <h2 id={heading}>{title}</h2>
        <div className="bt-dialog__body">{children}</div>
        <div className="bt-dialog__foot">{footer}</div>
      </form>
    </dialog>,
    document.body,
  );
};
