'use client';
import { useState } from 'react';

/** What is being typed about lines and in conversations, each by the name of its field: another line may be opened meanwhile. */
export interface Drafts {
  of(field: string): string;
  type(field: string, text: string): void;
  /** Whether anything is typed that has not been said. */
  readonly isUnsaid: boolean;
}

export const useDrafts = (): Drafts => {
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({});
  return {
    of: (field) => drafts[field] ?? '',
    type: (field, text) => setDrafts((before) => ({ ...before, [field]: text })),
    isUnsaid: Object.values(drafts).some((text) => text.trim() !== ''),
  };
};
