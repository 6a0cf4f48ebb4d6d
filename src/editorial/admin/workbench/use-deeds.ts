'use client';
import { useState } from 'react';
import type { Content } from '#translation/content.ts';
import { useWords } from '../words/use-words.ts';
import type { Line, Sheet } from './answers.ts';
import type { Question } from './question.ts';
import type { Places } from './use-places.ts';
import type { Outcome, SheetHand } from './use-sheet.ts';
import type { Typing } from './use-typing.ts';

/** Something that was confirmed and can be taken back. */
interface Undo {
  readonly key: string;
  readonly before: Content;
  /** What stood there once it was confirmed: whatever somebody else has made of it since is not taken back unseen. */
  readonly after: Line['base'];
}

/** What was done or refused last, for everybody to read and hear. */
export interface Told {
  readonly words: string;
  readonly isRefusal: boolean;
}

interface Parts {
  readonly hand: SheetHand;
  readonly sheet: Sheet;
  readonly places: Places;
  readonly typing: Typing;
  readonly ask: (question: Question | null) => void;
}

/** Writing, keeping and taking back; what becomes of each is told, and a conflict asked about. */
export const useDeeds = ({ hand, sheet, places, typing, ask }: Parts) => {
  const { sayIn } = useWords();
  const [told, tell] = useState<Told | null>(null);
  const [undos, setUndos] = useState<readonly Undo[]>([]);
  /** @param done what to say where it is done @returns whether it is */
  const settle = (line: Line, mine: Content, done: string, outcome: Outcome): boolean => {
    if (outcome.kind === 'conflict') ask({ kind: 'conflict', line, texts: outcome.texts, words: outcome.words, mine });
    else
      tell({
        words: outcome.kind === 'refused' ? outcome.words : sayIn(`workbench:told.${done}`),
        isRefusal: outcome.kind === 'refused',
      });
    return outcome.kind === 'done';
  };
  const write = async (line: Line, content: Content, seen: Line['base']): Promise<void> => {
    const outcome = await hand.confirm(line, content, 'human', seen);
    if (!settle(line, content, 'confirmed', outcome)) return;
    typing.forget(line.segment);
    const after = outcome.kind === 'done' ? outcome.line : null;
    const before = line.target?.content ?? [];
    if (after) setUndos((all) => [...all, { key: after.segment, before, after: after.base }]);
    places.goOn(true);
  };
  const takeBack = async (line: Line, { before, after }: Undo): Promise<void> => {
    places.openLine(line.segment);
    if (!settle(line, before, 'undone', await hand.confirm(line, before, 'human', after))) return;
    typing.forget(line.segment);
    setUndos((all) => all.slice(0, -1));
  };
  const keep = async (line: Line): Promise<void> => {
    if (settle(line, line.target?.content ?? [], 'kept', await hand.keep(line))) places.goOn(true);
  };
  return {
    told,
    tell: (key: string) => tell({ words: sayIn(`workbench:told.${key}`), isRefusal: true }),
    settle,
    write,
    keep,
    canUndo: undos.length > 0,
    undo: () => {
      const last = undos.at(-1);
      const line = sheet.segments.find(({ segment }) => segment === last?.key);
      if (last && line) void takeBack(line, last);
    },
  };
};
