'use client';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { StudioLocale } from '#languages/locales.ts';
import type { Content } from '#translation/content.ts';
import { type Change, typeset } from '#translation/typography/typeset.ts';
import { fromTokens, type TokenFault, toTokens } from '#translation/writing/tokens.ts';
import type { Line } from './answers.ts';

/** What is typed into the line that is open. */
export interface Typing {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly typed: string;
  readonly content: Content;
  /** What is confirmed: as the language is printed, unless the person refuses that. */
  readonly asSet: Content;
  /** What typography sets otherwise than it was typed; none where that is refused. */
  readonly changes: readonly Change[];
  readonly isPlain: boolean;
  readonly faults: readonly TokenFault[];
  /** Whether something is typed, here or in another line, that nobody has confirmed. */
  readonly isUnsaved: boolean;
  type(typed: string): void;
  /** Confirms what is typed as it was typed, or no longer. */
  refuse(): void;
  forget(key: string): void;
}

const none: Content = [];

/**
 * Keeps what somebody types for each line until it is confirmed: whoever looks at another line in between finds their words again.
 * A line whose text was changed by others shows what was typed, and confirming it asks.
 */
export const useTyping = (line: Line | null, to: StudioLocale): Typing => {
  const field = useRef<HTMLTextAreaElement>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, string>>(new Map());
  const [plainKey, setPlainKey] = useState<string | null>(null);
  const source = line?.source?.content ?? none;
  const target = line?.target?.content ?? none;
  const stands = useMemo(() => toTokens(target), [target]);
  const typed = (line && drafts.get(line.segment)) ?? stands;
  const read = useMemo(() => fromTokens(typed, source, target), [typed, source, target]);
  const set = useMemo(() => typeset(read.content, to), [read, to]);
  const key = line?.segment;
  const isPlain = key !== undefined && plainKey === key;
  useEffect(() => {
    if (key !== undefined) field.current?.focus();
  }, [key]);
  const change = (at: string, words: string | null) =>
    setDrafts((before) => {
      const after = new Map(before);
      if (words === null) after.delete(at);
      else after.set(at, words);
      return after;
    });
  return {
    field,
    typed,
    ...read,
    asSet: isPlain ? read.content : set.content,
    changes: isPlain ? [] : set.changes,
    isPlain,
    isUnsaved: drafts.size > 0,
    type: (words) => line && change(line.segment, words === stands ? null : words),
    refuse: () => setPlainKey(isPlain ? null : (key ?? null)),
    forget: (at) => change(at, null),
  };
};
