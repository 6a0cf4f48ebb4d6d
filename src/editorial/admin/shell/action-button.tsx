'use client';
import type { ReactNode } from 'react';

export interface ActionButtonProps {
  children: ReactNode;
  kind?: 'primary' | 'plain' | 'danger' | 'link';
  busy?: boolean;
  disabled?: boolean;
  id?: string;
  title?: string;
  /** Name for a screen reader, where the words on the button do not say which of many it is. */
  label?: string;
  /** Left out: the button submits the form in which it stands. */
  onClick?: () => void;
}

/** A button of ours: one look for every act that Payload does not draw itself. */
export const ActionButton = ({
  children,
  kind = 'plain',
  busy = false,
  disabled = false,
  onClick,
  id,
  title,
  label,
}: ActionButtonProps) => (
  <button
    aria-busy={busy}
    aria-label={label}
    className={`bt-button bt-button--${kind}`}
    disabled={disabled || busy}
    id={id}
    onClick={onClick}
    title={title}
    type={onClick ? 'button' : 'submit'}
  >
    {busy ? <span aria-hidden="true" className="bt-spinner" /> : null}
    {children}
  </button>
);
